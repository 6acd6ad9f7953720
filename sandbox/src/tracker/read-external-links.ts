import type { Application } from './config/application-schema.ts';
import type { TrackerIssue } from './issue-book.ts';
import { requestInfo } from './outgoing/call-application.ts';
import type { CallFailure } from './outgoing/call-failure.ts';
import { type EntityInfo, parseEntityInfo } from './outgoing/parse-entity-info.ts';
import { waitAtMost } from './outgoing/wait-at-most.ts';
import type { Tracker } from './tracker.ts';
import type { LinkVia, RemoteLink } from './tracker-store.ts';
import { fillTemplate } from './url-template.ts';

/** One external link as the issue's page shows it. */
export interface ExternalLink {
  readonly id: number;
  readonly key: string;
  readonly application: Pick<Application, 'id' | 'name'>;
  readonly via: LinkVia;
  /** The name of whoever made the link. */
  readonly createdBy: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly url: string | undefined;
  readonly iconUrl: string | undefined;
  readonly info: EntityInfo;
  /** The assignee's name, found by the ids that the application gave. */
  readonly assignee: string | undefined;
  /** Whether the application was asked, and whether it has answered in time. */
  readonly state: 'answered' | 'failed' | 'late' | 'notAsked';
  readonly failure: CallFailure | undefined;
  /** Where the answer departs from the protocol, a sentence each. */
  readonly problems: readonly string[];
}

const maxCallsAtOnce = 8;

/** Asks every linked application, all at once but bounded in number and time, and puts together what there is to show. */
export async function readExternalLinks(
  tracker: Tracker,
  issue: TrackerIssue,
): Promise<readonly ExternalLink[]> {
  const links = tracker.store.linksOf(issue);
  const shown = links.map((link) => toExternalLink(tracker, link, unanswered('late')));
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

type Answer = Pick<ExternalLink, 'info' | 'state' | 'failure' | 'problems'>;

async function readInfo(tracker: Tracker, issue: TrackerIssue, link: RemoteLink): Promise<Answer> {
  const started = requestInfo(tracker, { issue, link });
  if (started === undefined) return unanswered('notAsked');
  const text = await started.done;
  if (text === undefined) return { ...unanswered('failed'), failure: started.entry.failure };
  return { ...parseEntityInfo(text), state: 'answered', failure: undefined };
}

function unanswered(state: Answer['state']): Answer {
  return { info: {}, state, failure: undefined, problems: [] };
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
    via: link.via,
    createdBy: tracker.store.findUser(link.createdBy)?.display ?? link.createdBy,
    createdAt: link.createdAt,
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
  const user = tracker.store.users.find(
    (known) =>
      (login !== undefined && known.login === login) ||
      (trackerUid !== undefined && known.trackerUid === trackerUid) ||
      (passportUid !== undefined && known.passportUid === passportUid),
  );
  return user?.display ?? login ?? String(trackerUid ?? passportUid ?? '?');
}
