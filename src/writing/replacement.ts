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
  const { stamp, otherKeys = [] } = replacing;
  // An object may have moved to another key meanwhile.
  const kept = pending.flatMap((one) => host.findEntity(one) ?? []);
  const author = { now: stamp.at, login: stamp.by, via: stamp.via };
  return [replacing.issueKey, ...otherKeys].flatMap((issueKey) =>
    listReplaced(host, { ...replacing, issueKey }, kept)
      .filter(({ entity, added }) => added.at < stamp.at && entity.mayChangeLinks())
      .map(({ entity, links }) => toPendingTarget({ entity, change: removeLink(links, issueKey, author) })),
  );
}

/** With the other keys of the issue, once they are known. */
export function withOtherKeys(
  replacing: Replacement | undefined,
  listKeys: ListKeys | undefined,
): Replacement | undefined {
  if (replacing?.asks !== true) return replacing;
  const keys = listKeys?.(replacing.issueKey);
  const { asks: _, ...rest } = replacing;
  return keys === undefined ? replacing : { ...rest, otherKeys: keys };
}

/** All other keys that Tracker knows an issue by; undefined while it does not say. */
export type ListKeys = (issueKey: string) => readonly string[] | undefined;
