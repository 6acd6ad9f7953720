import { removeLink } from '../links/change-link.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { toEntityName } from '../protocol/entity-key.ts';
import { type LinkedEntity, listLinkedTo } from './list-linked.ts';
import { type PendingTarget, type Replacement, toPendingTarget } from './settle-state.ts';

/** The links that are replaced, of objects the caller may see. */
export function listReplaced(
  host: Pick<Host, 'visitFlagged'>,
  { issueKey, kind, stamp }: Replacement,
  kept: readonly Pick<Entity, 'kind' | 'key'>[],
): readonly LinkedEntity[] {
  const keptNames = new Set(kept.map(toEntityName));
  return listLinkedTo(host, issueKey).filter(
    ({ entity, added }) =>
      added.via === stamp.via &&
      (kind === undefined || entity.kind === kind) &&
      !keptNames.has(toEntityName(entity)) &&
      entity.isVisible(),
  );
}

/** Removals of links that are older than the operation and turned up after it; each is looked after from now on. */
export function findReplaced(
  host: Pick<Host, 'findEntity' | 'visitFlagged'>,
  replacing: Replacement | undefined,
  pending: readonly PendingTarget[],
): readonly PendingTarget[] {
  if (replacing === undefined) return [];
  const { issueKey, stamp } = replacing;
  // An object may have moved to another key meanwhile.
  const kept = pending.flatMap((one) => host.findEntity(one) ?? []);
  return listReplaced(host, replacing, kept)
    .filter(({ entity, added }) => added.at < stamp.at && entity.mayChangeLinks())
    .map(({ entity, links }) => {
      const change = removeLink(links, issueKey, { now: stamp.at, login: stamp.by, via: stamp.via });
      return toPendingTarget({ entity, change });
    });
}
