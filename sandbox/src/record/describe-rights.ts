import { isPermissionKey, permissionKeys } from '../world/permission-keys.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { type Reading, readList } from './read-list.ts';
import { assignedRoleFields, assignedRoleShape, ownPermissionFields, ownPermissionShape } from './shapes.ts';

export interface RightsQuestion {
  /** The recorded projects by key; rights in others are left out. */
  readonly keys: ReadonlySet<string>;
  /** Pseudonym of the token's owner. */
  readonly owner: string;
}

/**
 * Who may do what: the roles that are assigned, which servers tell since 2026.1; else what the token's owner may do, and
 * nobody else.
 */
export async function readRights(reading: Reading, names: Pseudonyms, { keys, owner }: RightsQuestion) {
  const assigned = await readList(reading, {
    what: 'roles that are assigned',
    path: `/api/assignedRoles?fields=${assignedRoleFields}`,
    schema: assignedRoleShape,
  });
  if (assigned.length === 0) return readOwnRights(reading, { keys, owner });
  return assigned.flatMap(({ role, scope, holder }) => {
    const project = scope?.project?.shortName;
    const known = (role?.permissions ?? []).map(({ id, key }) => key ?? id).filter(isPermissionKey);
    if (known.length === 0 || !holder || (project !== undefined && !keys.has(project))) return [];
    const who = holder.login ? { user: names.user(holder.login) } : { group: names.group(holder) };
    return [{ ...who, ...(project === undefined ? {} : { project }), keys: shorten(known) }];
  });
}

async function readOwnRights(reading: Reading, { keys, owner }: RightsQuestion) {
  reading.onNotice(`Only the rights of the token's owner are in the world: the user ${owner}.`);
  const held = await readList(reading, {
    what: "token owner's permissions",
    path: `/api/permissions/cache?fields=${ownPermissionFields}`,
    schema: ownPermissionShape,
  });
  const everywhere = held.filter(({ global }) => global === true).map(({ permission }) => permission.key);
  const grants = [...keys].map((project) => {
    const here = held.filter(
      ({ global, projects }) => global !== true && projects?.some(({ shortName }) => shortName === project),
    );
    return {
      user: owner,
      project,
      keys: here.map(({ permission }) => permission.key).filter(isPermissionKey),
    };
  });
  const all = [{ user: owner, keys: shorten(everywhere.filter(isPermissionKey)) }, ...grants];
  return all.filter((grant) => grant.keys.length > 0);
}

/** All there are is written as `*`. */
function shorten(keys: readonly string[]): string[] {
  const unique = [...new Set(keys)];
  return unique.length === permissionKeys.length ? ['*'] : unique;
}
