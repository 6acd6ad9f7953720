import { removeLink } from '../links/change-link.ts';
import type { Host } from '../ports/youtrack.ts';
import type { RemoveAnswer, ScheduledAnswer } from '../protocol/answers.ts';
import type { RemoveLinksRequest } from '../protocol/parse-link-requests.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { attempt, type Result, succeed } from '../result.ts';
import { schedulePostponed, scheduleSettling } from '../writing/settle-state.ts';
import { type PreparedWrite, type TargetChange, write } from '../writing/write-change.ts';
import { currentAuthor, openTargets, prepareChanges } from './change-targets.ts';

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
  const changes = targets.value.map((target) => ({
    ...target,
    change: removeLink(target.links, issueKey, author),
  }));
  const writes = prepareChanges(changes, author.now);
  if (!writes.ok) return writes;
  if (!tryToWrite(writes.value)) {
    schedulePostponed(host, changes);
    return succeed({ status: 202, body: { issueKey, scheduled: keysOf(changes) } });
  }
  // A link that was not there is looked after as well: an overlapping transaction may be about to bring it.
  scheduleSettling(host, changes);
  const removed = changes.filter(({ change }) => change.isEffective);
  const notLinked = changes.filter(({ change }) => !change.isEffective);
  return succeed({
    status: 200,
    body: { issueKey, removed: keysOf(removed), notLinked: keysOf(notLinked) },
  });
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
