import type { RemoteLink } from '../ports/tracker.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { type EntityKind, entityKinds, toEntityName } from '../protocol/entity-key.ts';
import { parseEntityKey } from '../protocol/parse-entity-key.ts';
import { findApplication } from '../writing/owe-tracker.ts';
import { isLinkOf } from './mirror-link.ts';

/** A link on which both sides do not agree, as it was found. */
export type Disagreement =
  | { readonly found: 'only_here'; readonly entity: Entity }
  | { readonly found: 'only_there'; readonly entity: Entity }
  /** YouTrack has no object of this key. */
  | { readonly found: 'only_there'; readonly gone: { readonly kind: EntityKind; readonly key: string } }
  | { readonly found: 'different'; readonly entity: Entity; readonly there: readonly string[] };

type CompareHost = Pick<Host, 'findEntity' | 'settings'>;

/**
 * Compares the links of one Tracker issue: the objects that are linked to it here, and the remote links it has. What belongs to no
 * application of ours, and objects of a kind for which nothing is mirrored, are nobody's concern.
 */
export function compareLinks(
  host: CompareHost,
  linked: readonly Entity[],
  remote: readonly RemoteLink[],
): readonly Disagreement[] {
  const there = groupRemote(host, remote);
  const here = linked.filter(({ kind }) => findApplication(host.settings, kind) !== undefined);
  const ours = here.flatMap((entity) => compareOne(entity, there.byEntity.get(toEntityName(entity))?.keys));
  const hereNames = new Set(here.map(toEntityName));
  const theirs = [...there.byEntity.values()].filter(({ entity }) => !hereNames.has(toEntityName(entity)));
  return [
    ...ours,
    ...theirs.map(({ entity }) => ({ found: 'only_there', entity }) as const),
    ...there.gone.map((gone) => ({ found: 'only_there', gone }) as const),
  ];
}

function compareOne(entity: Entity, keys: readonly string[] | undefined): readonly Disagreement[] {
  if (keys === undefined) return [{ found: 'only_here', entity }];
  const isAlike = keys.length === 1 && keys[0]?.toLowerCase() === entity.key.toLowerCase();
  return isAlike ? [] : [{ found: 'different', entity, there: keys }];
}

interface RemoteOf {
  readonly entity: Entity;
  readonly keys: string[];
}

interface GroupedRemote {
  readonly byEntity: ReadonlyMap<string, RemoteOf>;
  /** Each key once. */
  readonly gone: readonly { readonly kind: EntityKind; readonly key: string }[];
}

function groupRemote(host: CompareHost, remote: readonly RemoteLink[]): GroupedRemote {
  const byEntity = new Map<string, RemoteOf>();
  const gone = new Map<string, { kind: EntityKind; key: string }>();
  for (const link of remote) {
    const kinds = kindsOf(host, link);
    const [kind] = kinds;
    if (kind === undefined) continue;
    const entity = findObject(host, kinds, link.objectKey);
    if (entity === undefined) {
      gone.set(`${kind} ${link.objectKey.toLowerCase()}`, { kind, key: link.objectKey });
      continue;
    }
    const known = byEntity.get(toEntityName(entity));
    if (known === undefined) byEntity.set(toEntityName(entity), { entity, keys: [link.objectKey] });
    else known.keys.push(link.objectKey);
  }
  return { byEntity, gone: [...gone.values()] };
}

/** One application may stand for several kinds. */
function kindsOf({ settings }: CompareHost, link: RemoteLink): readonly EntityKind[] {
  return entityKinds.filter((kind) => {
    const origin = findApplication(settings, kind);
    return origin !== undefined && isLinkOf(link, origin);
  });
}

function findObject(
  { findEntity }: CompareHost,
  kinds: readonly EntityKind[],
  objectKey: string,
): Entity | undefined {
  for (const kind of kinds) {
    const named = parseEntityKey(objectKey, { kind, serverAddress: () => undefined });
    const entity = named.ok
      ? named.value.readings.map(findEntity).find((one) => one !== undefined)
      : undefined;
    if (entity !== undefined) return entity;
  }
  return undefined;
}
