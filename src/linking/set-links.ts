import { removeLink } from '../links/change-link.ts';
import type { Host } from '../ports/youtrack.ts';
import type { SetAnswer } from '../protocol/answers.ts';
import { toEntityName } from '../protocol/entity-key.ts';
import type { SetLinksRequest } from '../protocol/parse-link-requests.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { fail, type Result, succeed } from '../result.ts';
import { isOtherQueueLinked, listLinkedTo } from '../writing/list-linked.ts';
import { listReplaced } from '../writing/replacement.ts';
import { type Replacement, scheduleSettling } from '../writing/settle-state.ts';
import { write } from '../writing/write-change.ts';
import {
  addTo,
  currentAuthor,
  type OpenTarget,
  openAll,
  prepareChanges,
  refuseForbidden,
} from './change-targets.ts';
import { resolveTargets } from './resolve-targets.ts';

type SetHost = Pick<
  Host,
  'caller' | 'clock' | 'findEntity' | 'visitFlagged' | 'own' | 'schedule' | 'settings'
>;

/**
 * Makes exactly the objects named linked to one Tracker issue: of the links that were made via the caller's own side (of objects
 * of that kind, where one is said) all others are removed, and those made on the other side stay (`setLinks` of
 * docs/openapi.yaml). Refused as a whole like a creation; what the caller may not see does not exist, so it stays as it is.
 */
export function setLinks(host: SetHost, request: SetLinksRequest): Result<Reply<SetAnswer>, Refusal> {
  const { issueKey } = request;
  const author = currentAuthor(host);
  const stamp = { at: author.now, by: author.login, via: author.via };
  const replacing = { issueKey, kind: request.kind, stamp };
  const targets = openBoth(host, request, replacing);
  if (!targets.ok) return targets;
  const { named, others } = targets.value;
  const kept = named.map((target) => ({ ...target, change: addTo(target, issueKey, author) }));
  const removed = others.map((target) => ({ ...target, change: removeLink(target.links, issueKey, author) }));
  const changes = [...kept, ...removed];
  const writes = prepareChanges(changes, author.now);
  if (!writes.ok) return writes;
  for (const prepared of writes.value) write(prepared);
  // Links may lie under another key of the issue, where this one was not heard of before.
  const isNew = kept.some(({ change }) => change.isEffective) || changes.length === 0;
  const asks = isNew && host.settings.mirroring.isConnected && isOtherQueueLinked(host, issueKey);
  scheduleSettling(host, changes, { ...replacing, ...(asks && { asks }) });
  const linked = keysOf(kept.filter(({ change }) => change.isEffective));
  const alreadyLinked = keysOf(kept.filter(({ change }) => !change.isEffective));
  return succeed({ status: 200, body: { issueKey, linked, alreadyLinked, removed: keysOf(removed) } });
}

/** The objects named, and those whose links they replace. Only what is added or removed needs the rights. */
function openBoth(
  host: SetHost,
  { issueKey, entityIds }: SetLinksRequest,
  replacing: Replacement,
): Result<{ readonly named: readonly OpenTarget[]; readonly others: readonly OpenTarget[] }, Refusal> {
  const resolved = resolveTargets(host, entityIds);
  if (!resolved.ok) return resolved;
  const entities = resolved.value.map(({ entity }) => entity);
  const others = listReplaced(host, replacing, entities).map(({ entity, links }) => ({
    field: 'entityIds',
    entity,
    links,
  }));
  const linked = new Set(listLinkedTo(host, issueKey).map(({ entity }) => toEntityName(entity)));
  const added = resolved.value.filter(({ entity }) => !linked.has(toEntityName(entity)));
  const forbidden = refuseForbidden([...added, ...others]);
  if (forbidden !== undefined) return fail(forbidden);
  const named = openAll(resolved.value);
  return named.ok ? succeed({ named: named.value, others }) : named;
}

function keysOf(targets: readonly OpenTarget[]): readonly string[] {
  return targets.map(({ entity }) => entity.key);
}
