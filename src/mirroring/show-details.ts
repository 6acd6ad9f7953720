import { toMirrorProblem } from '../linking/to-link-view.ts';
import { liveLinks } from '../links/link-set.ts';
import type { DetailsAnswer } from '../protocol/answers.ts';
import type { DetailsRequest } from '../protocol/parse-mirroring.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import type { TrackerProblem } from '../protocol/tracker-problem.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readStoredLinks } from '../writing/read-links.ts';
import { type DetailsHost, maySeeDetails, recallIssue, refreshIssues, toDetails } from './issue-memory.ts';
import { repairKeys } from './repair-keys.ts';

/**
 * What Tracker says of the issues linked to the object in the address, for whom the setting shows it (`listIssueDetails` of
 * docs/openapi.yaml). Links to issues that have moved get their new keys stored afterwards. What Tracker does not answer is told from memory, however old; nothing is refused because of Tracker.
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
  const memory = (issueKey: string) => recallIssue(host.memory, language, issueKey);
  const problem = refreshIssues(tracker, { issueKeys, memory, clock });
  repairKeys(host, { entity: own, links: stored.value }, (issueKey) => memory(issueKey).issue);
  const issues = issueKeys.flatMap((issueKey) => toDetails(issueKey, memory(issueKey)));
  return succeed({
    status: 200,
    body: { key: own.key, isShown: true, issues, ...(problem && toProblemMembers(problem)) },
  });
}

/** Why Tracker has said less than was asked, as members of an answer. */
export function toProblemMembers(
  problem: TrackerProblem,
): Required<Pick<DetailsAnswer, 'problem'>> & Pick<DetailsAnswer, 'retryAfterMs'> {
  const { retryAfterMs } = problem;
  return { problem: toMirrorProblem(problem), ...(retryAfterMs !== undefined && { retryAfterMs }) };
}
