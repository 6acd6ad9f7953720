import type { ProjectView } from '../ports/page-ports.ts';
import { maySeeProject } from './access.ts';
import type { Viewer } from './entities.ts';
import type { YouTrack } from './youtrack.ts';

/** A project as pages show it, by its exact key. */
export function findProject(api: YouTrack, { user }: Viewer, key: string): ProjectView | undefined {
  const project = api.Project.findByKey(key);
  if (!project) return undefined;
  return {
    key: project.key,
    name: project.name,
    isArchived: project.isArchived,
    isVisible: () => maySeeProject(user, project),
    findFieldType: (name) => project.findFieldByName(name)?.typeName,
  };
}
