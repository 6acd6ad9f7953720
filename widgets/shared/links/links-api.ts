import type { PanelAnswer } from '../../../src/pages/panel-answer.ts';
import type {
  CreateSeveralAnswer,
  DetailsAnswer,
  RemoveAnswer,
  RetryAnswer,
  ScheduledAnswer,
} from '../../../src/protocol/answers.ts';
import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import { readNames } from '../adding/read-names.ts';
import type { AppClient } from '../host/create-client.ts';
import type { Outcome } from '../host/failure.ts';
import type { WidgetHost } from '../host/youtrack-app.ts';
import type { Language } from '../i18n/language.ts';
import type { KnownNames } from '../pasting/paste.ts';

/** The endpoints of the widget's own entity. Each may be repeated without doubling anything. */
export interface LinksApi {
  read(): Promise<Outcome<PanelAnswer>>;
  /** All of them, or none. */
  create(issueKeys: readonly string[]): Promise<Outcome<CreateSeveralAnswer>>;
  remove(issueKey: string): Promise<Outcome<RemoveAnswer | ScheduledAnswer>>;
  /**
   * Whether there is no such entity, or none that this person may see. YouTrack answers for an entity that has gone before the
   * app does, and its host passes nothing of that answer on, so it is asked where the app itself answers.
   */
  isGone(key: string): Promise<boolean>;
  /** What Tracker says of the linked issues; it may take as long as Tracker does. */
  readDetails(): Promise<Outcome<DetailsAnswer>>;
  /** Has Tracker told of a link again. */
  retryMirror(issueKey: string): Promise<Outcome<RetryAnswer>>;
  /** What tells a Tracker key from another word. */
  readNames(): Promise<KnownNames>;
}

interface LinksApiOptions {
  readonly client: AppClient;
  readonly host: Pick<WidgetHost, 'fetchYouTrack'>;
  readonly kind: EntityKind;
  readonly language: Language;
}

/** What names a key of each kind outright: a project and a person may share theirs. */
const prefixes: Readonly<Record<EntityKind, string>> = {
  issue: '',
  article: '',
  project: 'project:',
  user: 'user:',
};

export function createLinksApi({ client, host, kind, language }: LinksApiOptions): LinksApi {
  const links = { endpoint: `${kind}/links`, scope: 'entity' } as const;
  return {
    read: () => client.call({ endpoint: `${kind}/panel`, scope: 'entity' }),
    create: (issueKeys) => client.call({ ...links, method: 'POST', body: { issueKeys } }),
    remove: (issueKey) => client.call({ ...links, method: 'DELETE', query: { issueKey } }),
    async isGone(key) {
      const query = { key: `${prefixes[kind]}${key}` };
      const outcome = await client.call({ endpoint: 'global/info', scope: 'global', query });
      return !outcome.ok && outcome.failure.kind === 'not_found';
    },
    readDetails: () => client.call({ endpoint: `${kind}/details`, scope: 'entity', query: { language } }),
    retryMirror: (issueKey) =>
      client.call({ endpoint: `${kind}/links/retry`, scope: 'entity', method: 'POST', body: { issueKey } }),
    readNames: () => readNames({ client, host, kind }),
  };
}
