import type { Ref } from '../transaction.ts';
import { foldCase } from '../values.ts';
import type { WorldFileTag } from '../world-file/people.ts';
import type { WorldFile } from '../world-file.ts';
import type { LoadingWorld, Path } from './loading-world.ts';

/**
 * Tags and saved searches, and whom they are shared with. Several people may have a tag of one name; the file's issues mean
 * the first.
 */
export function loadTags(world: LoadingWorld, { tags = [], savedQueries = [] }: WorldFile): void {
  const owned = new Set<string>();
  for (const [index, tag] of tags.entries()) {
    const path = ['tags', index];
    const ref = world.create('Tag', shared(world, { folder: tag, path }));
    const key = foldCase(`${tag.owner ?? 'guest'}/${tag.name}`);
    if (owned.has(key) || world.known('tag', tag.name) === undefined)
      world.name('tag', { name: tag.name, ref, path: [...path, 'name'] });
    owned.add(key);
  }
  for (const [index, query] of savedQueries.entries())
    world.create('SavedQuery', {
      ...shared(world, { folder: query, path: ['savedQueries', index] }),
      query: query.query,
    });
}

/** The tags of these names; those the file does not list are made, belong to the owner and are seen by all. */
export function loadTagNames(
  world: LoadingWorld,
  { names = [], owner }: { names: readonly string[] | undefined; owner: Ref | undefined },
): Ref[] {
  return names.map((name) => world.known('tag', name) ?? createTag(world, name, owner));
}

function createTag(world: LoadingWorld, name: string, owner: Ref | undefined): Ref {
  const everybody = world.allUsers === undefined ? [] : [world.allUsers];
  const ref = world.create('Tag', {
    name,
    owner: owner ?? world.known('user', 'guest'),
    permittedReadUserGroups: everybody,
    permittedTagUserGroups: everybody,
  });
  world.name('tag', { name, ref, path: [] });
  return ref;
}

function shared(world: LoadingWorld, { folder, path }: { folder: WorldFileTag; path: Path }) {
  const users = world.findAll('user', folder.users, [...path, 'users']);
  const groups = world.findAll('group', folder.groups, [...path, 'groups']);
  return {
    name: folder.name,
    owner: world.find('user', folder.owner ?? 'guest', [...path, 'owner']),
    permittedReadUsers: users,
    permittedReadUserGroups: groups,
    permittedTagUsers: users,
    permittedTagUserGroups: groups,
  };
}
