import type { Project, User } from '@jetbrains/youtrack-scripting-api/entities';
import type { Entity, EntityFacts } from '../ports/youtrack.ts';
import { once } from '../protocol/once.ts';
import { toPagePath } from '../protocol/page-path.ts';
import { summarize } from './describe-document.ts';
import type { Execution } from './execution.ts';
import { isTrue, toText } from './host-values.ts';
import { maySeeProject, toProject } from './projects.ts';
import { createStore, readTrackerIdentity } from './store.ts';

/** A project as something that has links. The API knows no address of its page. */
export function toProjectEntity(project: Project, execution: Execution): Entity {
  const { user } = execution;
  const key = once(() => toText(project.key));
  const itself = once(() => toProject(project, execution));
  return {
    kind: 'project',
    get key() {
      return key();
    },
    get project() {
      return itself();
    },
    store: createStore(project, execution),
    isVisible: () => maySeeProject(user, project),
    mayChangeLinks: () => mayLinkProject(user, project),
    describe: () => describeProject(project),
    readUrl: () => toPagePath('project', key()),
  };
}

export function describeProject({ name, leader, isArchived }: Project): EntityFacts {
  const assignee = readTrackerIdentity(leader);
  return {
    ...summarize(name),
    ...(assignee && { assignee }),
    ...(isTrue(isArchived) && { status: { name: 'Archived' } }),
  };
}

export function mayLinkProject(user: User, project: Project): boolean {
  return user.hasPermission('UPDATE_PROJECT', project);
}
