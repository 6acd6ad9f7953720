import { addLink } from '../links/change-link.ts';
import type { Host } from '../ports/youtrack.ts';
import type { CreateAnswer } from '../protocol/answers.ts';
import type { CreateLinksRequest } from '../protocol/parse-requests.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { scheduleSettling } from '../writing/settle-state.ts';
import { write } from '../writing/write-change.ts';
import { currentAuthor, openTargets, prepareChanges } from './change-targets.ts';

type CreateHost = Pick<Host, 'caller' | 'clock' | 'findEntity' | 'own' | 'schedule' | 'settings'>;

/**
 * Links every object named to one Tracker issue, or none of them (`createLinks` of docs/openapi.yaml). Refused as `malformed`
 * where the address does not allow an object, `not_found`, `forbidden`, `conflict` for links that cannot be read, `too_large`
 * for an object that has as many as it can hold, each for all objects at once and in this order.
 */
export function createLinks(
  host: CreateHost,
  { issueKey, entityIds }: CreateLinksRequest,
): Result<Reply<CreateAnswer>, Refusal> {
  const targets = openTargets(host, entityIds);
  if (!targets.ok) return targets;
  const author = currentAuthor(host);
  const changes = targets.value.map((target) => ({
    ...target,
    change: addLink(target.links, issueKey, author),
  }));
  const writes = prepareChanges(changes, author.now);
  if (!writes.ok) return writes;
  for (const prepared of writes.value) write(prepared);
  // Links found in place are looked after as well: what was found may be on its way out in an overlapping transaction.
  scheduleSettling(host, changes);
  const keysOf = (isEffective: boolean) =>
    changes.filter(({ change }) => change.isEffective === isEffective).map(({ entity }) => entity.key);
  return succeed({ status: 200, body: { issueKey, linked: keysOf(true), alreadyLinked: keysOf(false) } });
}
