import { entityTypes } from '../world/entity-types.ts';
import { isAtLeast, missingOf, newcomers, type YouTrackVersion } from '../youtrack-versions.ts';

/** What scripts do not find yet: by owner (an entity type, `entities`, `ctx`, `Connection`) and name, since when there is. */
export type LaterThings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Collects what a version of YouTrack lacks, from the tables of entity types and of newcomers. */
export function describeLater(version: YouTrackVersion): LaterThings {
  const later: Record<string, Record<string, string>> = {};
  const note = (owner: string, names: Readonly<Record<string, string>>) => {
    if (Object.keys(names).length > 0) later[owner] = { ...later[owner], ...names };
  };
  for (const { name, since, properties } of entityTypes.values()) {
    if (since !== undefined && !isAtLeast(version, since)) note('entities', { [name]: since });
    for (const [property, { since: from }] of Object.entries(properties))
      if (from !== undefined && !isAtLeast(version, from)) note(name, { [property]: from });
  }
  const owners = new Set(newcomers.map(({ owner }) => owner));
  for (const owner of ['ctx', 'Connection']) if (owners.has(owner)) note(owner, missingOf(owner, version));
  return later;
}
