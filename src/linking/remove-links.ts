import { removeLink } from '../links/change-link.ts';
import { liveStamp } from '../links/link-set.ts';
import { isEcho, type OwedSet } from '../links/owed-set.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { RemoveAnswer, RemoveSeveralAnswer, ScheduledAnswer } from '../protocol/answers.ts';
import type { RemoveLinksRequest, SeveralLinksRequest } from '../protocol/parse-link-requests.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { attempt, type Result, succeed } from '../result.ts';
import { noteReport } from '../writing/note-question.ts';
import { readShownOwed } from '../writing/read-owed.ts';
import { schedulePostponed, scheduleSettling } from '../writing/settle-state.ts';
import { scheduleHeard } from '../writing/tell-state.ts';
import { type PreparedWrite, type TargetChange, write } from '../writing/write-change.ts';
import { changeEach, currentAuthor, type OpenTarget, openTargets, prepareChanges } from './change-targets.ts';

type RemoveHost = Pick<Host, 'caller' | 'clock' | 'findEntity' | 'own' | 'schedule' | 'settings'>;

/**
 * Removes the link between one object and one Tracker issue, now or, where DELETE may only read, in a moment (`removeLink` of
 * docs/openapi.yaml). Refused as `malformed` where the address does not allow the object, `not_found`, `forbidden`, `conflict`
 * for links that cannot be read, `too_large` where the removal itself finds no room.
 */
export function removeLinks(
  host: RemoveHost,
  { issueKey, remoteKey }: RemoveLinksRequest,
): Result<Reply<RemoveAnswer | ScheduledAnswer>, Refusal> {
  const targets = openTargets(host, remoteKey && [{ field: 'remoteKey', key: remoteKey }]);
  if (!targets.ok) return targets;
  const author = currentAuthor(host);
  const echo = author.via === 'tracker' ? findEcho(host, targets.value, { issueKey, remoteKey }) : undefined;
  if (echo !== undefined) {
    const { entity, ...heard } = echo;
    const removal = { issueKey, at: author.now, by: author.login };
    // Where DELETE may only read, the call that follows at once notes it.
    if (heard.isAsked) attempt(() => noteReport(entity, removal, author.now));
    scheduleHeard(host, entity, { ...removal, ...heard });
    return succeed({ status: 200, body: { issueKey, removed: [], notLinked: [entity.key] } });
  }
  const done = removeFrom(host, targets.value, [issueKey]);
  if (!done.ok) return done;
  return succeed({
    status: done.value.isWritten ? 200 : 202,
    body: toAnswer(issueKey, done.value),
  });
}

/**
 * The same for several objects and several Tracker issues: all of these links are removed, or none (`unlinkIssue` of
 * docs/openapi.yaml), for commands and tools. Refused as above.
 */
export function removeSeveralLinks(
  host: RemoveHost,
  { issueKeys, entityIds }: SeveralLinksRequest,
): Result<Reply<RemoveSeveralAnswer>, Refusal> {
  const targets = openTargets(host, entityIds);
  if (!targets.ok) return targets;
  const done = removeFrom(host, targets.value, issueKeys);
  if (!done.ok) return done;
  const removed = issueKeys.map((issueKey) => toAnswer(issueKey, done.value));
  return succeed({ status: done.value.isWritten ? 200 : 202, body: { removed } });
}

interface Removal {
  readonly changes: readonly TargetChange[];
  /** Whether it could be written at once; else it follows. */
  readonly isWritten: boolean;
}

function removeFrom(
  host: RemoveHost,
  targets: readonly OpenTarget[],
  issueKeys: readonly string[],
): Result<Removal, Refusal> {
  const author = currentAuthor(host);
  const changes = targets.flatMap((target) =>
    changeEach(target, issueKeys, (links, issueKey) => removeLink(links, issueKey, author)),
  );
  const writes = prepareChanges(changes, author.now);
  if (!writes.ok) return writes;
  const isWritten = tryToWrite(writes.value);
  // A link that was not there is looked after as well: an overlapping transaction may be about to bring it.
  if (isWritten) scheduleSettling(host, changes);
  else schedulePostponed(host, changes);
  return succeed({ changes, isWritten });
}

function toAnswer(issueKey: string, { changes, isWritten }: Removal): RemoveAnswer | ScheduledAnswer {
  const ofIssue = changes.filter(({ change }) => change.issueKey === issueKey);
  if (!isWritten) return { issueKey, scheduled: keysOf(ofIssue) };
  const removed = ofIssue.filter(({ change }) => change.isEffective);
  const notLinked = ofIssue.filter(({ change }) => !change.isEffective);
  return { issueKey, removed: keysOf(removed), notLinked: keysOf(notLinked) };
}

/**
 * The object of a report by Tracker that a remote link was removed which we have removed ourselves: under a former key after a move,
 * one of two that were the same, one that was made again since, or that of a link which is gone here and of which Tracker is just
 * being told. Where the report does not say the key, any will do.
 */
function findEcho(
  { clock }: RemoveHost,
  [target]: readonly OpenTarget[],
  { issueKey, remoteKey }: RemoveLinksRequest,
): Echo | undefined {
  if (target === undefined) return undefined;
  const { entity, links } = target;
  const owed = readShownOwed(entity);
  const noted = owed.get(issueKey);
  const written = remoteKey?.readings.map(({ key }) => key) ?? noted?.echoes ?? [];
  const key = written.find((one) => isEcho(noted, one, clock.now()));
  const isLinked = liveStamp(links.get(issueKey)) !== undefined;
  const isAsked = isLinked && noted?.toldAt !== undefined;
  if (key !== undefined) return { entity, key, ...(isAsked && { isAsked }) };
  const isBeingTold = noted?.wish === 'gone' && !isLinked;
  if (isBeingTold && noted.toldAt === undefined) return { entity, key: entity.key };
  return isLinked ? findEchoElsewhere(entity, owed, { written, now: clock.now() }) : undefined;
}

interface Echo {
  readonly entity: Entity;
  /** The key that was taken away. */
  readonly key: string;
  /** Whether Tracker may have had the link itself until now: then it is asked whose the removal was. */
  readonly isAsked?: boolean;
}

/** One of several remote links that we have removed under another key of the issue; Tracker reports it under the current one. */
function findEchoElsewhere(
  entity: Entity,
  owed: OwedSet,
  { written, now }: { readonly written: readonly string[]; readonly now: number },
): Echo | undefined {
  const echoes = [...owed.values()].flatMap((entry) =>
    written
      .filter((key) => entry.wish === 'live' && isEcho(entry, key, now))
      .map((key) => ({ entity, key, isAsked: true })),
  );
  return echoes[0];
}

/**
 * Whether the changes could be written. Some servers let DELETE only read, and say so by throwing at the first write. No
 * exception is told from another here: whatever stopped the first write, nothing has been written yet, and the same
 * removal is performed by a scheduled function, whose own failure the server logs. So nothing is lost. A later write that
 * throws goes on to the caller, and the whole request is undone.
 */
function tryToWrite([first, ...others]: readonly PreparedWrite[]): boolean {
  if (first === undefined) return true;
  if (!attempt(() => write(first)).ok) return false;
  for (const other of others) write(other);
  return true;
}

function keysOf(changes: readonly TargetChange[]): readonly string[] {
  return changes.map(({ entity }) => entity.key);
}
