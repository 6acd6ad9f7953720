import type { Commit } from '../commit.ts';
import { numberSequence } from '../number-sequences.ts';
import type { Store } from '../store.ts';
import { isRef } from '../values.ts';
import { WorldError } from '../world-error.ts';
import type { WorldFile } from '../world-file.ts';
import { loadApps } from './load-apps.ts';
import { loadArticles } from './load-articles.ts';
import { checkBoards, loadBoards } from './load-boards.ts';
import { loadIssues } from './load-issues.ts';
import { loadLinks, loadLinkTypes } from './load-links.ts';
import { loadGroups, loadPermissions, loadUsers } from './load-people.ts';
import { loadProjects } from './load-projects.ts';
import { loadTags } from './load-tags.ts';
import { LoadingWorld } from './loading-world.ts';

/**
 * Everything a world file describes, as entities to be committed to an empty store.
 * @throws WorldError naming every reference to something that is not there
 */
export function loadWorld(store: Store, file: WorldFile, now: number): Commit {
  const world = new LoadingWorld({ newId: (type) => store.newId(type), now });
  loadUsers(world, file);
  loadGroups(world, file.groups);
  loadProjects(world, file.projects);
  loadPermissions(world, file.permissions);
  loadLinkTypes(world, file.linkTypes);
  for (const [index, name] of (file.workItemTypes ?? []).entries())
    world.name('work item type', {
      name,
      ref: world.create('WorkItemType', { name }),
      path: ['workItemTypes', index],
    });
  loadTags(world, file);
  loadIssues(world, file.issues, loadBoards(world, file.boards));
  checkBoards(world, file.boards);
  loadLinks(world, file.issues);
  loadArticles(world, file.articles);
  const extensionValues = loadApps(world, file.apps);
  if (world.problems.length > 0) throw new WorldError(world.problems);
  const created = world.entities.map((entity) => {
    const values = extensionValues.get(entity.id);
    return values === undefined ? entity : { ...entity, values: { ...entity.values, ...values } };
  });
  reserveNumbers(store, created);
  return { created, changed: [], removed: [] };
}

/** Issues and articles made later go on after the highest number of their project. */
function reserveNumbers(store: Store, created: Commit['created']): void {
  for (const { type, values } of created) {
    const { project, numberInProject } = values;
    if (typeof numberInProject !== 'number' || !isRef(project)) continue;
    store.sequences.reserve(numberSequence(type, project.ref), numberInProject);
  }
}
