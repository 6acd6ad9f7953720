import { toMirrorProblem } from '../linking/to-link-view.ts';
import { compareKeys, liveStamp } from '../links/link-set.ts';
import { findOwing } from '../links/owed-set.ts';
import type { Tracker } from '../ports/tracker.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { ReconcileQuery } from '../protocol/parse-reconcile.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { toQueueKey } from '../protocol/tracker-issue-key.ts';
import { isPassing, type TrackerLanguage, type TrackerProblem } from '../protocol/tracker-problem.ts';
import { type Result, succeed } from '../result.ts';
import { visitEverLinked } from '../writing/list-linked.ts';
import { readLinks } from '../writing/read-links.ts';
import { readShownOwed } from '../writing/read-owed.ts';
import { compareLinks, type Disagreement } from './compare-links.ts';
import type { Difference, DifferencesAnswer } from './reconcile-answer.ts';

/** Nothing new is begun after it: with one answer that comes late a step stays below five seconds. */
const beginMs = 1_500;

type ReconcileHost = Pick<Host, 'clock' | 'findEntity' | 'visitFlagged' | 'settings'> & {
  openTracker(language: TrackerLanguage): Tracker | undefined;
};

/**
 * One step of a dry run (`listDifferences` of docs/openapi.yaml): compares as many Tracker issues as there is time and budget for,
 * in the order of their keys. Tracker cannot be asked which of its issues have links, so those are looked at which are linked
 * here, or were until of late. Nothing is changed, and nothing is refused.
 */
export function listDifferences(
  host: ReconcileHost,
  query: ReconcileQuery,
): Result<Reply<DifferencesAnswer>, Refusal> {
  const tracker = host.openTracker('en');
  const linked = collectLinked(host, query);
  const issueKeys = [...linked.keys()].sort(compareKeys);
  const { after } = query;
  const rest = after === undefined ? issueKeys : issueKeys.filter((key) => compareKeys(key, after) > 0);
  const known = { total: issueKeys.length, looked: issueKeys.length - rest.length };
  if (tracker === undefined)
    return succeed({
      status: 200,
      body: { isConnected: false, ...known, looked: 0, differences: [], unread: [] },
    });
  const step = takeStep(host, tracker, { query, rest, linked });
  const last = rest[step.count - 1] ?? after;
  const isOver = step.count === rest.length;
  return succeed({
    status: 200,
    body: {
      isConnected: true,
      total: known.total,
      looked: known.looked + step.count,
      differences: step.differences,
      unread: step.unread,
      ...(!isOver && last !== undefined && { next: last }),
      ...toPause(step.ended),
    },
  });
}

/** The objects linked to each Tracker issue that is linked in this scope, or was; of the latter there may be none. */
function collectLinked(
  host: Pick<Host, 'visitFlagged'>,
  { project, queue }: ReconcileQuery,
): ReadonlyMap<string, readonly Entity[]> {
  const found = new Map<string, Entity[]>();
  visitEverLinked(host, (entity) => {
    if (project !== undefined && !isSame(entity.project?.key, project)) return;
    const links = readLinks(entity);
    // What cannot be read shows in the audit.
    if (!links.ok) return;
    for (const [issueKey, record] of links.value) {
      if (queue !== undefined && toQueueKey(issueKey) !== queue) continue;
      const entities = found.get(issueKey) ?? [];
      if (liveStamp(record) !== undefined) entities.push(entity);
      found.set(issueKey, entities);
    }
  });
  return found;
}

interface Step {
  readonly query: ReconcileQuery;
  readonly rest: readonly string[];
  readonly linked: ReadonlyMap<string, readonly Entity[]>;
}

interface Taken {
  /** Issues that are done with. */
  readonly count: number;
  readonly differences: readonly Difference[];
  readonly unread: DifferencesAnswer['unread'];
  /** What ended it early. */
  readonly ended: TrackerProblem | undefined;
}

function takeStep(host: ReconcileHost, tracker: Tracker, { query, rest, linked }: Step): Taken {
  const startedAt = host.clock.now();
  const differences: Difference[] = [];
  const unread: DifferencesAnswer['unread'][number][] = [];
  for (const [count, issueKey] of rest.entries()) {
    if (count > 0 && host.clock.now() - startedAt >= beginMs)
      return { count, differences, unread, ended: undefined };
    const listed = tracker.listRemoteLinks(issueKey);
    if (!listed.ok && isPassing(listed.problem)) return { count, differences, unread, ended: listed.problem };
    const entities = linked.get(issueKey) ?? [];
    const problem = listed.ok ? undefined : listed.problem;
    if (problem !== undefined && problem.kind !== 'absent') {
      const url = `${host.settings.trackerSite}/${issueKey}`;
      unread.push({ issueKey, url, problem: toMirrorProblem(problem) });
      continue;
    }
    const found = compareLinks(host, entities, listed.ok ? listed.value : []);
    const meant = withoutMoved(tracker, { issueKey, linked }, found).filter((one) =>
      isInProject(one, query.project),
    );
    differences.push(...meant.map((one) => toDifference(host, { issueKey, one, problem })));
  }
  return { count: rest.length, differences, unread, ended: undefined };
}

/**
 * An issue that has moved has the same links under all its keys: what is linked here under another one of them is no difference,
 * and what is not linked is told once, under the current key where that is looked at too.
 */
function withoutMoved(
  tracker: Tracker,
  { issueKey, linked }: { readonly issueKey: string; readonly linked: Step['linked'] },
  found: readonly Disagreement[],
): readonly Disagreement[] {
  if (!found.some((one) => one.found === 'only_there')) return found;
  const issue = tracker.readIssue(issueKey);
  if (!issue.ok) return found;
  const { key: currentKey, aliases } = issue.value;
  const isToldElsewhere = currentKey !== issueKey && linked.has(currentKey);
  return found.filter((one) => {
    if (one.found !== 'only_there') return true;
    const links = 'entity' in one ? readLinks(one.entity) : undefined;
    const isLinked = (key: string) => links?.ok && liveStamp(links.value.get(key)) !== undefined;
    return !isToldElsewhere && ![currentKey, ...aliases].some(isLinked);
  });
}

/** Of an object that is gone, its last key tells. */
function isInProject(one: Disagreement, project: string | undefined): boolean {
  if (project === undefined) return true;
  if ('entity' in one) return isSame(one.entity.project?.key, project);
  const { kind, key } = one.gone;
  if (kind === 'user') return false;
  return kind === 'project'
    ? isSame(key, project)
    : key.toLowerCase().startsWith(`${project.toLowerCase()}-`);
}

interface Found {
  readonly issueKey: string;
  readonly one: Disagreement;
  readonly problem: TrackerProblem | undefined;
}

function toDifference(host: ReconcileHost, { issueKey, one, problem }: Found): Difference {
  const url = `${host.settings.trackerSite}/${issueKey}`;
  if (!('entity' in one)) return { found: one.found, issueKey, url, ...one.gone };
  const { entity } = one;
  const owing = findOwing(readShownOwed(entity), issueKey);
  return {
    found: one.found,
    issueKey,
    url,
    kind: entity.kind,
    key: entity.key,
    entityUrl: entity.readUrl(),
    ...(one.found === 'different' && { there: one.there }),
    ...(owing?.nextAt !== undefined && { isPending: true }),
    ...(problem && { problem: toMirrorProblem(problem) }),
  };
}

/** A pause that is asked for is no trouble. */
function toPause(ended: TrackerProblem | undefined): Pick<DifferencesAnswer, 'problem' | 'retryAfterMs'> {
  if (ended === undefined) return {};
  const { kind, retryAfterMs = 1_000 } = ended;
  return kind === 'over_budget' || kind === 'rate_limited'
    ? { retryAfterMs }
    : { problem: toMirrorProblem(ended) };
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
