import type {
  FromTracker,
  NewRemoteLink,
  RemoteLink,
  RemoteLinkPlace,
  Tracker,
  TrackerIssue,
} from '../ports/tracker.ts';
import type { Clock } from '../ports/youtrack.ts';
import { isPassing, type TrackerProblem } from '../protocol/tracker-problem.ts';
import { fail, succeed } from '../result.ts';

const limits = {
  /** Nothing new is begun after it, so that no execution takes much longer than its last calls. */
  beginMs: 3_000,
  /** So many problems that may pass mean that Tracker itself is in trouble, and nothing more is asked of it for now. */
  passingProblems: 3,
  /** The pause after which there is time again. */
  pauseMs: 1_000,
} as const;

/** All that one execution asks of Tracker about remote links. */
export interface Conversation {
  /** Asked once per issue. */
  listLinks(issueKey: string): FromTracker<readonly RemoteLink[]>;
  createLink(link: NewRemoteLink): FromTracker<undefined>;
  deleteLink(place: RemoteLinkPlace): FromTracker<undefined>;
  /** By current or former key, asked once per key. */
  readIssue(issueKey: string): FromTracker<TrackerIssue>;
  /** Whether nothing new should be begun in this execution. */
  isOver(): boolean;
  /** Where it is over only for now: the milliseconds after which another execution could go on. */
  againMs(): number | undefined;
}

export function openConversation(tracker: Tracker, { now }: Pick<Clock, 'now'>): Conversation {
  const startedAt = now();
  const lists = new Map<string, readonly RemoteLink[]>();
  const issues = new Map<string, FromTracker<TrackerIssue>>();
  let passing = 0;
  let hasAnswered = false;
  let budgetMs: number | undefined;

  function note<T>(answer: FromTracker<T>): FromTracker<T> {
    if (answer.ok) {
      hasAnswered = true;
      return answer;
    }
    const problem = toOwnPace(answer.problem);
    noteProblem(problem);
    return fail(problem);
  }

  /** Where Tracker has just answered, we have been too fast for it, and what was asked last can go on in a moment. */
  function toOwnPace(problem: TrackerProblem): TrackerProblem {
    const isTooFast = problem.kind === 'rate_limited' && hasAnswered;
    return isTooFast
      ? { kind: 'over_budget', retryAfterMs: problem.retryAfterMs ?? limits.pauseMs }
      : problem;
  }

  function noteProblem(problem: TrackerProblem): void {
    if (problem.kind === 'over_budget') budgetMs = problem.retryAfterMs ?? limits.pauseMs;
    else if (isPassing(problem)) passing += 1;
  }

  const isLate = () => now() - startedAt >= limits.beginMs;
  const isTroubled = () => passing >= limits.passingProblems;
  return {
    listLinks(issueKey) {
      const known = lists.get(issueKey);
      if (known !== undefined) return succeed(known);
      const listed = note(tracker.listRemoteLinks(issueKey));
      if (listed.ok) lists.set(issueKey, listed.value);
      return listed;
    },
    createLink(link) {
      const created = note(tracker.createRemoteLink(link));
      const known = lists.get(link.issueKey) ?? [];
      if (created.ok)
        lists.set(link.issueKey, [...known, { objectKey: link.objectKey, origins: [link.origin] }]);
      return created;
    },
    deleteLink(place) {
      lists.delete(place.issueKey);
      return note(tracker.deleteRemoteLink(place));
    },
    readIssue(issueKey) {
      const known = issues.get(issueKey);
      if (known !== undefined) return known;
      const read = note(tracker.readIssue(issueKey));
      if (read.ok || read.problem.kind === 'absent') issues.set(issueKey, read);
      return read;
    },
    isOver: () => budgetMs !== undefined || isTroubled() || isLate(),
    againMs: () => (isTroubled() ? undefined : (budgetMs ?? (isLate() ? limits.pauseMs : undefined))),
  };
}
