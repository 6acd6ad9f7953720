import type { Application } from './config/application-schema.ts';
import type { JournalEntry } from './journal.ts';
import { requestInfo } from './outgoing/call-application.ts';
import { type EntityInfo, parseEntityInfo } from './outgoing/parse-entity-info.ts';
import { waitAtMost } from './outgoing/wait-at-most.ts';
import type { Tracker } from './tracker.ts';
import type { RemoteLink, TrackerIssue } from './tracker-store.ts';
import { fillTemplate } from './url-template.ts';

/** One external link as the issue's page shows it. */
export interface ExternalLink {
  readonly id: number;
  readonly key: string;
  readonly application: Pick<Application, 'id' | 'name'>;
  readonly url: string | undefined;
  readonly iconUrl: string | undefined;
  readonly info: EntityInfo;
  /** The assignee's name, found by the ids that the application gave. */
  readonly assignee: string | undefined;
  /** Whether the application was asked, and whether it has answered in time. */
  readonly state: 'answered' | 'failed' | 'late' | 'notAsked';
  /** Sentences about a failed call or an answer that departs from the protocol. */
  readonly problems: readonly string[];
}

const maxCallsAtOnce = 8;

/** Asks every linked application, all at once but bounded in number and time, and puts together what there is to show. */
export async function readExternalLinks(
  tracker: Tracker,
  issue: TrackerIssue,
): Promise<readonly ExternalLink[]> {
  const links = tracker.store.linksOf(issue);
  const shown = links.map((link) => toExternalLink(tracker, link, { info: {}, state: 'late', problems: [] }));
  const waiting = links.map((link, index) => ({ link, index }));
  const workers = Array.from({ length: maxCallsAtOnce }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const answer = await readInfo(tracker, issue, next.link);
      shown[next.index] = toExternalLink(tracker, next.link, answer);
    }
  });
  await waitAtMost(Promise.all(workers), tracker.pageWaitMs);
  waiting.length = 0;
  return [...shown];
}

type Answer = Pick<ExternalLink, 'info' | 'state' | 'problems'>;

async function readInfo(tracker: Tracker, issue: TrackerIssue, link: RemoteLink): Promise<Answer> {
  const started = requestInfo(tracker, { issue, link });
  if (started === undefined) return { info: {}, state: 'notAsked', problems: [] };
  const text = await started.done;
  if (text === undefined) return { info: {}, state: 'failed', problems: problemsOf(started.entry) };
  return { ...parseEntityInfo(text), state: 'answered' };
}

function problemsOf(entry: JournalEntry): readonly string[] {
  return entry.problem === undefined ? [] : [entry.problem];
}

function toExternalLink(tracker: Tracker, link: RemoteLink, answer: Answer): ExternalLink {
  const application = tracker.store.findApplication(link.application);
  const fill = (template: string | undefined) =>
    template === undefined
      ? undefined
      : fillTemplate(template, { remoteKey: link.key }, tracker.youtrackOrigin);
  return {
    id: link.id,
    key: link.key,
    application: { id: link.application, name: application?.name ?? link.application },
    url: fill(application?.frontUrl),
    iconUrl: answer.info.iconUrl ?? fill(application?.defaultIconUrl),
    assignee: nameAssignee(tracker, answer.info.assignee),
    ...answer,
  };
}

/** A user known here by the given login or uid; else what was given. */
function nameAssignee(tracker: Tracker, given: EntityInfo['assignee']): string | undefined {
  if (given === undefined) return undefined;
  const { login, trackerUid, passportUid } = given;
  const user = tracker.store
    .users()
    .find(
      (known) =>
        (login !== undefined && known.login === login) ||
        (trackerUid !== undefined && known.trackerUid === trackerUid) ||
        (passportUid !== undefined && known.passportUid === passportUid),
    );
  return user?.display ?? login ?? String(trackerUid ?? passportUid ?? '?');
}
