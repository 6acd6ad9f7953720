import { refuseForbidden } from '../linking/change-targets.ts';
import { compareKeys } from '../links/link-set.ts';
import {
  type DetailsHost,
  isFresh,
  maySeeDetails,
  type Remembered,
  recallIssue,
  refreshIssues,
  toDetails,
} from '../mirroring/issue-memory.ts';
import { toProblemMembers } from '../mirroring/show-details.ts';
import { isNear, listNearLinked } from '../pages/list-near-linked.ts';
import { readLiveLinks } from '../pages/read-live-links.ts';
import type { Tracker } from '../ports/tracker.ts';
import { limits } from '../protocol/limits.ts';
import type { CandidatesRequest } from '../protocol/parse-mirroring.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { parseTrackerIssueKey } from '../protocol/tracker-issue-key.ts';
import type { TrackerLanguage, TrackerProblem } from '../protocol/tracker-problem.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Candidate, CandidatesAnswer } from './candidates-answer.ts';

/** Some of what Tracker finds is linked here already, or in the project, which comes first. */
const issuesFound = 2 * limits.suggestions;

/** What one search needs to know. */
interface Search {
  readonly tracker: Tracker | undefined;
  readonly input: string;
  /** Keys of issues that the object itself is linked to. */
  readonly own: ReadonlySet<string>;
  /** Those of others that something visible near it is linked to. */
  readonly near: ReadonlySet<string>;
  readonly recall: (issueKey: string) => Remembered;
}

/** What a search came to. */
interface Found {
  readonly issueKeys: readonly string[];
  readonly problem?: TrackerProblem | undefined;
}

/** What one node remembers of one search. */
interface RememberedSearch {
  readAt: number;
  issueKeys: readonly string[];
}

/**
 * The Tracker issues that somebody may mean who types a text into the box of the object in the address (`suggestForIssue` of
 * docs/openapi.yaml). A text of nothing but keys asks about those; any other is searched for in keys that are linked in the
 * project and, for whom the setting shows what Tracker says, in Tracker's summaries. Nothing is refused because of Tracker.
 * Refused as `not_found`, and as `forbidden` to who may not link.
 */
export function suggestCandidates(
  host: DetailsHost,
  { input, language = 'en' }: CandidatesRequest,
): Result<Reply<CandidatesAnswer>, Refusal> {
  const { own, settings } = host;
  if (!own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  const forbidden = refuseForbidden([{ field: 'key', entity: own }]);
  if (forbidden !== undefined) return fail(forbidden);
  const tracker = maySeeDetails(own, settings) ? host.openTracker(language) : undefined;
  const recall = (issueKey: string) => recallIssue(host.memory, language, issueKey);
  const linked = new Set(readLiveLinks(own).live.map(({ issueKey }) => issueKey));
  const search = { tracker, input, recall, own: linked, near: listNearKeys(host, linked) };
  const named = findNamedKeys(input);
  const { issueKeys, problem } =
    named.length > 0 ? lookUp(host, search, named) : find(host, search, language);
  const toCandidate = (issueKey: string): Candidate => ({
    issueKey,
    url: `${settings.trackerSite}/${issueKey}`,
    ...(tracker && toDetails(issueKey, recall(issueKey))[0]),
    ...(search.near.has(issueKey) && { isLinkedNearby: true }),
  });
  const body = {
    key: own.key,
    isShown: tracker !== undefined,
    candidates: issueKeys.map(toCandidate),
    ...(problem && toProblemMembers(problem)),
  };
  return succeed({ status: 200, body });
}

/** The keys of a text that has nothing else in it. */
function findNamedKeys(input: string): readonly string[] {
  const keys = input.split(/[\s,;]+/).map(parseTrackerIssueKey);
  const valid = keys.flatMap((key) => (key.ok ? [key.value] : []));
  return valid.length === keys.length ? [...new Set(valid)] : [];
}

function listNearKeys(host: DetailsHost, own: ReadonlySet<string>): ReadonlySet<string> {
  const near = listNearLinked(host).filter((entity) => isNear(host, entity) && entity.isVisible());
  const keys = near.flatMap((entity) => readLiveLinks(entity).live.map(({ issueKey }) => issueKey));
  return new Set(keys.filter((issueKey) => !own.has(issueKey)));
}

/** Whether issues that the text names exist, and under which key. */
function lookUp({ clock }: DetailsHost, { tracker, recall }: Search, issueKeys: readonly string[]): Found {
  const problem = tracker && refreshIssues(tracker, { issueKeys, memory: recall, clock });
  return { issueKeys, problem };
}

function find(host: DetailsHost, search: Search, language: TrackerLanguage): Found {
  const { own, near, input, tracker, recall } = search;
  const found: Found = tracker ? searchTracker(host, { ...search, tracker }, language) : { issueKeys: [] };
  const words = input.toLowerCase().split(/\s+/);
  const byWords = [...near].filter((issueKey) => {
    const summary = (tracker && recall(issueKey).issue?.summary)?.toLowerCase();
    return summary !== undefined && words.every((word) => summary.includes(word));
  });
  const first = [...found.issueKeys.filter((issueKey) => near.has(issueKey)), ...startingWith(near, input)];
  const all = new Set([...first, ...byWords.sort(compareKeys), ...found.issueKeys]);
  return {
    ...found,
    issueKeys: [...all].filter((issueKey) => !own.has(issueKey)).slice(0, limits.suggestions),
  };
}

/** By words; the same text is asked about once a minute. */
function searchTracker(
  { memory, clock }: DetailsHost,
  { tracker, input, recall }: Search & { readonly tracker: Tracker },
  language: TrackerLanguage,
): Found {
  const text = input.toLowerCase().replace(/\s+/g, ' ');
  const remembered = memory.recall(
    `${language} words ${text}`,
    (): RememberedSearch => ({ readAt: 0, issueKeys: [] }),
  );
  const now = clock.now();
  if (isFresh(remembered, now)) return remembered;
  const found = tracker.searchIssues({ text: input, atMost: issuesFound });
  if (!found.ok) return { issueKeys: remembered.issueKeys, problem: found.problem };
  for (const issue of found.value) Object.assign(recall(issue.key), { readAt: now, issue });
  return Object.assign(remembered, { readAt: now, issueKeys: found.value.map(({ key }) => key) });
}

function startingWith(issueKeys: ReadonlySet<string>, input: string): readonly string[] {
  const start = input.toUpperCase();
  return [...issueKeys].filter((issueKey) => issueKey.startsWith(start)).sort(compareKeys);
}
