import type { NodeMemory, Tracker, TrackerIssue } from '../ports/tracker.ts';
import type { Clock, Entity, OwnHost, Settings } from '../ports/youtrack.ts';
import type { IssueDetails } from '../protocol/answers.ts';
import { formatInstant } from '../protocol/instant.ts';
import type { TrackerLanguage, TrackerProblem } from '../protocol/tracker-problem.ts';
import { findIssueByKey } from './find-issue-by-key.ts';

/** A host that can ask Tracker where a person waits, and remembers its answers. */
export type DetailsHost = OwnHost & {
  readonly memory: NodeMemory;
  /** Undefined while the settings do not connect to it. */
  openTracker(language: TrackerLanguage): Tracker | undefined;
};

/** How long an answer of Tracker is as good as a new one. */
const freshMs = 60_000;

/** Issues that one request asks for one by one. */
const mostReads = 3;

/** What one node remembers of one issue in one language. */
export interface Remembered {
  readAt: number;
  /** Undefined where Tracker knows no such issue, or nothing was ever read. */
  issue: TrackerIssue | undefined;
}

/** Whether the caller is shown what Tracker says of issues linked to an object that it sees. */
export function maySeeDetails(entity: Entity, { mirroring: { detailsFor } }: Settings): boolean {
  return detailsFor === 'readers' || (detailsFor === 'linkers' && entity.mayChangeLinks());
}

export function recallIssue(memory: NodeMemory, language: TrackerLanguage, issueKey: string): Remembered {
  return memory.recall(`${language} ${issueKey}`, (): Remembered => ({ readAt: 0, issue: undefined }));
}

/** Whether what was read then may be told without asking again. A clock that was put back makes nothing fresh. */
export function isFresh({ readAt }: Pick<Remembered, 'readAt'>, now: number): boolean {
  return Math.abs(now - readAt) < freshMs;
}

interface Refreshed {
  readonly issueKeys: readonly string[];
  readonly memory: (issueKey: string) => Remembered;
  readonly clock: Pick<Clock, 'now'>;
}

/** Asks Tracker for what is not fresh. @returns why some of it stays old */
export function refreshIssues(
  tracker: Tracker,
  { issueKeys, memory, clock }: Refreshed,
): TrackerProblem | undefined {
  const now = clock.now();
  const stale = issueKeys.filter((issueKey) => !isFresh(memory(issueKey), now));
  if (stale.length === 0) return undefined;
  const { issues, unanswered, problem } = tracker.findIssues(stale);
  const answered = stale.filter((issueKey) => !unanswered.includes(issueKey));
  const remember = (issueKey: string, issue: TrackerIssue | undefined) =>
    Object.assign(memory(issueKey), { readAt: now, issue });
  const missing = answered.filter((issueKey) => {
    const issue = findIssueByKey(issues, issueKey);
    if (issue !== undefined) remember(issueKey, issue);
    return issue === undefined;
  });
  // Whether a search finds an issue by a former key is documented nowhere; asking for one issue does.
  for (const [index, issueKey] of missing.entries()) {
    const read = index < mostReads ? tracker.readIssue(issueKey) : undefined;
    const isAbsent = read === undefined || (!read.ok && read.problem.kind === 'absent');
    if (read?.ok || isAbsent) remember(issueKey, read?.ok ? read.value : undefined);
  }
  return problem;
}

/** What is remembered, as it is answered; nothing where Tracker has said nothing yet. */
export function toDetails(issueKey: string, { readAt, issue }: Remembered): IssueDetails[] {
  if (readAt === 0) return [];
  const told = { issueKey, readAt: formatInstant(readAt) };
  if (issue === undefined) return [{ ...told, isGone: true }];
  const { key, aliases: _, updatedAt, ...shown } = issue;
  return [
    {
      ...told,
      ...(key !== issueKey && { currentKey: key }),
      ...shown,
      ...(updatedAt !== undefined && { updatedAt: formatInstant(updatedAt) }),
    },
  ];
}
