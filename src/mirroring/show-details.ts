import { toMirrorProblem } from '../linking/to-link-view.ts';
import { liveLinks } from '../links/link-set.ts';
import type { NodeMemory, Tracker, TrackerIssue } from '../ports/tracker.ts';
import type { Clock, Entity, OwnHost, Settings } from '../ports/youtrack.ts';
import type { DetailsAnswer, IssueDetails } from '../protocol/answers.ts';
import { unknownObject } from '../protocol/field-problem.ts';
import type { DetailsRequest } from '../protocol/parse-mirroring.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import type { TrackerLanguage, TrackerProblem } from '../protocol/tracker-problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readStoredLinks } from '../writing/read-links.ts';
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
interface Remembered {
  readAt: number;
  /** Undefined where Tracker knows no such issue, or nothing was ever read. */
  issue: TrackerIssue | undefined;
}

/**
 * What Tracker says of the issues linked to the object in the address, for whom the setting shows it (`listIssueDetails` of
 * docs/openapi.yaml). What Tracker does not answer is told from memory, however old; nothing is refused because of Tracker.
 * Refused as `not_found` and, where the stored links cannot be read, as `conflict`.
 */
export function showDetails(
  host: DetailsHost,
  { language = 'en' }: DetailsRequest,
): Result<Reply<DetailsAnswer>, Refusal> {
  const { own, settings, clock } = host;
  if (!own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  const stored = readStoredLinks(own, 'key');
  if (!stored.ok) return stored;
  const tracker = maySeeDetails(own, settings) ? host.openTracker(language) : undefined;
  if (tracker === undefined)
    return succeed({ status: 200, body: { key: own.key, isShown: false, issues: [] } });
  const issueKeys = liveLinks(stored.value).map(({ issueKey }) => issueKey);
  const memory = (issueKey: string) => recall(host.memory, language, issueKey);
  const problem = refresh(tracker, { issueKeys, memory, clock });
  const issues = issueKeys.flatMap((issueKey) => toDetails(issueKey, memory(issueKey)));
  return succeed({
    status: 200,
    body: { key: own.key, isShown: true, issues, ...(problem && toProblemMembers(problem)) },
  });
}

/** Whether the caller is shown what Tracker says of issues linked to an object that it sees. */
export function maySeeDetails(entity: Entity, { mirroring: { detailsFor } }: Settings): boolean {
  return detailsFor === 'readers' || (detailsFor === 'linkers' && entity.mayChangeLinks());
}

function recall(memory: NodeMemory, language: TrackerLanguage, issueKey: string): Remembered {
  return memory.recall(`${language} ${issueKey}`, (): Remembered => ({ readAt: 0, issue: undefined }));
}

interface Refreshed {
  readonly issueKeys: readonly string[];
  readonly memory: (issueKey: string) => Remembered;
  readonly clock: Pick<Clock, 'now'>;
}

/** Asks Tracker for what is not fresh. @returns why some of it stays old */
function refresh(tracker: Tracker, { issueKeys, memory, clock }: Refreshed): TrackerProblem | undefined {
  const now = clock.now();
  const stale = issueKeys.filter((issueKey) => Math.abs(now - memory(issueKey).readAt) >= freshMs);
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

function toDetails(issueKey: string, { readAt, issue }: Remembered): IssueDetails[] {
  if (readAt === 0) return [];
  const told = { issueKey, readAt: new Date(readAt).toISOString() };
  if (issue === undefined) return [{ ...told, isGone: true }];
  const { key, aliases: _, updatedAt, ...shown } = issue;
  return [
    {
      ...told,
      ...(key !== issueKey && { currentKey: key }),
      ...shown,
      ...(updatedAt !== undefined && { updatedAt: new Date(updatedAt).toISOString() }),
    },
  ];
}

function toProblemMembers(problem: TrackerProblem): Pick<DetailsAnswer, 'problem' | 'retryAfterMs'> {
  const { retryAfterMs } = problem;
  return { problem: toMirrorProblem(problem), ...(retryAfterMs !== undefined && { retryAfterMs }) };
}
