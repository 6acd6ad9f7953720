import { changeEach, currentAuthor, openTargets, prepareChanges } from '../linking/change-targets.ts';
import { toMirrorProblem } from '../linking/to-link-view.ts';
import { addLink, removeLink } from '../links/change-link.ts';
import { liveStamp } from '../links/link-set.ts';
import { withOwed, withoutOwed } from '../links/owed-set.ts';
import type { Tracker } from '../ports/tracker.ts';
import type { Host } from '../ports/youtrack.ts';
import type { ReconcileRequest } from '../protocol/parse-reconcile.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import type { TrackerLanguage } from '../protocol/tracker-problem.ts';
import { type Result, succeed } from '../result.ts';
import { readLinks } from '../writing/read-links.ts';
import { readOwed, readShownOwed, writeOwed } from '../writing/read-owed.ts';
import { scheduleSettling } from '../writing/settle-state.ts';
import { freshTelling, scheduleTelling } from '../writing/tell-state.ts';
import { write } from '../writing/write-change.ts';
import { afterTelling, announcedMs } from './after-telling.ts';
import { openConversation } from './conversation.ts';
import type { Mirrored } from './mirror-link.ts';
import type { AppliedAnswer } from './reconcile-answer.ts';
import { tellOwed } from './tell-owed.ts';

type ApplyHost = Host & { openTracker(language: TrackerLanguage): Tracker | undefined };

/**
 * Does what a person has chosen about one difference (`applyDifference` of docs/openapi.yaml), if it is still as it was found. A
 * change here needs the same rights as anybody's; one there is made at once, or soon where a removal must be announced first.
 * Refused as `not_found`, `forbidden`, `conflict` and `too_large`, like any change of links here.
 */
export function applyDifference(
  host: ApplyHost,
  request: ReconcileRequest,
): Result<Reply<AppliedAnswer>, Refusal> {
  const isHere = request.action === 'add_here' || request.action === 'remove_here';
  return isHere ? changeHere(host, request) : changeThere(host, request);
}

/** What Tracker has already is marked as made there and not told back; what Tracker lacks it need not be told of either. */
function changeHere(host: ApplyHost, request: ReconcileRequest): Result<Reply<AppliedAnswer>, Refusal> {
  const { action, kind, key, issueKey } = request;
  const named = { field: 'key', key: { written: key, readings: [{ kind, key }] } };
  const targets = openTargets(host, [named]);
  if (!targets.ok) return targets;
  const author = { ...currentAuthor(host), via: 'tracker' as const };
  const decide = action === 'add_here' ? addLink : removeLink;
  const changes = targets.value.flatMap((target) =>
    changeEach(target, [issueKey], (links, one) => decide(links, one, author)),
  );
  const writes = prepareChanges(changes, author.now);
  if (!writes.ok) return writes;
  for (const prepared of writes.value) write(prepared);
  scheduleSettling(host, changes);
  return answer({ outcome: 'done' });
}

function changeThere(host: ApplyHost, request: ReconcileRequest): Result<Reply<AppliedAnswer>, Refusal> {
  const { action, kind, key, issueKey } = request;
  const tracker = host.openTracker('en');
  const isWanted = isLinked(host, request);
  if (tracker === undefined || isWanted === undefined || isWanted === (action === 'remove_there'))
    return answer({ outcome: 'stale' });
  const entity = host.findEntity({ kind, key });
  const noted = entity && readShownOwed(entity).get(issueKey);
  const conversation = openConversation(tracker, host.clock);
  const announced = noted?.echoes ?? [];
  const told = tellOwed(host, conversation, { object: { kind, key }, issueKey, announced });
  if (told === undefined) return answer({ outcome: 'stale' });
  if (!told.ok) return answer({ outcome: 'failed', problem: toMirrorProblem(told.problem) });
  noteTold(host, request, told.value);
  return answer({ outcome: told.value.unannounced.length > 0 ? 'scheduled' : 'done' });
}

/** Whether the object is linked; undefined where that cannot be read. */
function isLinked(host: ApplyHost, { kind, key, issueKey }: ReconcileRequest): boolean | undefined {
  const entity = host.findEntity({ kind, key });
  if (entity === undefined) return false;
  const links = readLinks(entity);
  return links.ok ? liveStamp(links.value.get(issueKey)) !== undefined : undefined;
}

/** Writes down what is left to be done, or that nothing is owed any more. */
function noteTold(
  host: ApplyHost,
  { kind, key, issueKey, action }: ReconcileRequest,
  mirrored: Mirrored,
): void {
  const entity = host.findEntity({ kind, key });
  const owed = entity && readOwed(entity);
  if (entity === undefined || !owed?.ok) return;
  const now = host.clock.now();
  const entry = owed.value.get(issueKey);
  const wish = action === 'remove_there' ? 'gone' : 'live';
  const told = {
    issueKey,
    wish,
    since: now,
    key: entity.key,
    entry,
    attempts: entry?.attempts ?? 0,
  } as const;
  const left = afterTelling(told, mirrored, now);
  if (left === undefined && entry === undefined) return;
  writeOwed(entity, left ? withOwed(owed.value, left) : withoutOwed(owed.value, issueKey));
  if (mirrored.unannounced.length === 0) return;
  scheduleTelling(host, { ...freshTelling, of: [{ kind: entity.kind, key: entity.key }] }, announcedMs);
}

function answer(body: AppliedAnswer): Result<Reply<AppliedAnswer>, Refusal> {
  return succeed({ status: 200, body });
}
