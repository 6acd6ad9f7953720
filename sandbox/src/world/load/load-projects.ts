import { foldCase } from '../values.ts';
import type { WorldFileProject } from '../world-file/projects.ts';
import { loadFields } from './load-fields.ts';
import type { LoadingWorld } from './loading-world.ts';

/** Projects with their team and custom fields. */
export function loadProjects(world: LoadingWorld, projects: readonly WorldFileProject[] = []): void {
  for (const [index, project] of projects.entries()) loadProject(world, project, ['projects', index]);
}

function loadProject(
  world: LoadingWorld,
  { key, name, description, leader, archived, team, iconUrl, fields = [] }: WorldFileProject,
  path: readonly PropertyKey[],
): void {
  const ref = world.reserve('Project');
  world.name('project', { name: key, ref, path: [...path, 'key'] });
  const teamName = `${name} Team`;
  const teamRef = world.create('ProjectTeam', {
    name: teamName,
    project: ref,
    users: world.findAll('user', team, [...path, 'team']),
  });
  world.name('group', { name: teamName, ref: teamRef, path: [...path, 'name'] });
  world.create(
    'Project',
    {
      key,
      shortName: key,
      name,
      description,
      leader: world.find('user', leader, [...path, 'leader']),
      isArchived: archived === true ? true : undefined,
      iconUrl,
      team: teamRef,
    },
    ref,
  );
  world.projects.set(foldCase(key), {
    ref,
    fields: loadFields(world, { project: ref, fields, path: [...path, 'fields'] }),
  });
}
