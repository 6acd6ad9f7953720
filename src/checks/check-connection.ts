import { toMirrorProblem } from '../linking/to-link-view.ts';
import { compareText } from '../links/link-set.ts';
import type { FromTracker, Tracker, TrackerApplication } from '../ports/tracker.ts';
import type { Host } from '../ports/youtrack.ts';
import { entityKinds } from '../protocol/entity-key.ts';
import type { DetailsRequest } from '../protocol/parse-mirroring.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import type { TrackerLanguage } from '../protocol/tracker-problem.ts';
import { type Result, succeed } from '../result.ts';
import type { ConnectionAnswer } from './connection-answer.ts';

/** A host that can ask Tracker. */
export type TrackerHost = Host & {
  /** Undefined while the settings do not connect to it. */
  openTracker(language: TrackerLanguage): Tracker | undefined;
};

/**
 * Tries the connection that the settings describe: whose token it is, and which applications there are (`checkConnection` of
 * docs/openapi.yaml). Both are asked at once, so that one answer names all that is wrong.
 * Nothing is refused because of Tracker: its refusal is the answer.
 */
export function checkConnection(
  host: Pick<TrackerHost, 'openTracker' | 'settings'>,
  { language = 'en' }: DetailsRequest,
): Result<Reply<ConnectionAnswer>, Refusal> {
  const tracker = host.openTracker(language);
  if (tracker === undefined) return succeed({ status: 200, body: { isConfigured: false, unknown: [] } });
  const account = tracker.readMyself();
  const applications = tracker.listApplications();
  return succeed({
    status: 200,
    body: {
      isConfigured: true,
      ...(account.ok ? { account: account.value } : { accountProblem: toMirrorProblem(account.problem) }),
      ...toApplications(applications),
      unknown: applications.ok ? listUnknown(host, applications.value) : [],
    },
  });
}

function toApplications(
  listed: FromTracker<readonly TrackerApplication[]>,
): Pick<ConnectionAnswer, 'applications' | 'applicationsProblem'> {
  if (!listed.ok) return { applicationsProblem: toMirrorProblem(listed.problem) };
  const applications = listed.value.map(({ origin, name }) => ({ id: origin, name }));
  applications.sort((one, other) => compareText(one.name, other.name) || compareText(one.id, other.id));
  return { applications };
}

function listUnknown(
  { settings }: Pick<Host, 'settings'>,
  known: readonly TrackerApplication[],
): ConnectionAnswer['unknown'] {
  const { applications } = settings.mirroring;
  return entityKinds.filter((kind) => {
    const id = applications[kind];
    return id !== undefined && !known.some(({ origin }) => origin === id);
  });
}
