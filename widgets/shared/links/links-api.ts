import type { PanelAnswer } from '../../../src/pages/panel-answer.ts';
import type {
  CreateSeveralAnswer,
  DetailsAnswer,
  RemoveAnswer,
  RetryAnswer,
  ScheduledAnswer,
} from '../../../src/protocol/answers.ts';
import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { CandidatesAnswer } from '../../../src/suggesting/candidates-answer.ts';
import type { MentionSources } from '../adding/box-sources.ts';
import type { AppClient } from '../host/create-client.ts';
import type { Outcome } from '../host/failure.ts';
import { inTime } from '../host/in-time.ts';
import type { WidgetHost } from '../host/youtrack-app.ts';
import type { Language } from '../i18n/language.ts';
import type { KnownNames } from '../pasting/paste.ts';
import { readNames } from './read-names.ts';
import { readTexts } from './read-texts.ts';

/** The endpoints of the widget's own entity. Each may be repeated without doubling anything. */
export interface LinksApi {
  read(): Promise<Outcome<PanelAnswer>>;
  /** All of them, or none. */
  create(issueKeys: readonly string[]): Promise<Outcome<CreateSeveralAnswer>>;
  remove(issueKey: string): Promise<Outcome<RemoveAnswer | ScheduledAnswer>>;
  /** What Tracker says of the linked issues; it may take as long as Tracker does. */
  readDetails(): Promise<Outcome<DetailsAnswer>>;
  /** Has Tracker told of a link again. */
  retryMirror(issueKey: string): Promise<Outcome<RetryAnswer>>;
  /** What an issue or an article says, with its comments, as YouTrack shows it to the person; empty for all else, and on failure. */
  readTexts(key: string): Promise<string>;
  /** Which issues may be meant by a text: those that its keys name, or that its words find. */
  suggest(text: string): Promise<Outcome<CandidatesAnswer>>;
  /** What tells a Tracker key from another word. */
  readNames(): Promise<KnownNames>;
}

interface LinksApiOptions {
  readonly client: AppClient;
  readonly host: Pick<WidgetHost, 'fetchYouTrack'>;
  readonly kind: EntityKind;
  readonly language: Language;
}

export function createLinksApi({ client, host, kind, language }: LinksApiOptions): LinksApi {
  const links = { endpoint: `${kind}/links`, scope: 'entity' } as const;
  return {
    read: () => client.call({ endpoint: `${kind}/panel`, scope: 'entity' }),
    create: (issueKeys) => client.call({ ...links, method: 'POST', body: { issueKeys } }),
    remove: (issueKey) => client.call({ ...links, method: 'DELETE', query: { issueKey } }),
    readDetails: () => client.call({ endpoint: `${kind}/details`, scope: 'entity', query: { language } }),
    retryMirror: (issueKey) =>
      client.call({ endpoint: `${kind}/links/retry`, scope: 'entity', method: 'POST', body: { issueKey } }),
    readTexts: (key) => readTexts({ host, kind, key }),
    suggest: (input) =>
      client.call({ endpoint: `${kind}/candidates`, scope: 'entity', query: { input, language } }),
    readNames: () => readNames({ client, host, kind }),
  };
}

/** What helps to add links to the entity of that key, which is asked for once there is an answer about it. */
export function toSources(api: LinksApi, findKey: () => string): MentionSources {
  return {
    readNames: () => api.readNames(),
    suggest: (text) => api.suggest(text),
    readTexts: () => api.readTexts(findKey()),
  };
}

/** Whoever waits for this has waited before. */
const patienceMs = 5_000;

/** Which of these links are as somebody wished although the answer to the wish was lost. */
export async function findDone(
  api: LinksApi,
  issueKeys: readonly string[],
  wish: 'live' | 'gone',
): Promise<readonly string[]> {
  const outcome = await inTime(api.read(), undefined, patienceMs);
  if (!outcome?.ok) return [];
  const linked = new Set(outcome.data.links.map(({ issueKey }) => issueKey));
  return issueKeys.filter((issueKey) => linked.has(issueKey) === (wish === 'live'));
}
