import type {
  ProjectCustomField,
  User,
  Project as YouTrackProject,
} from '@jetbrains/youtrack-scripting-api/entities';
import type { Project, ProjectField } from '../ports/youtrack.ts';
import type { Execution } from './execution.ts';
import { findText, isTrue, toText } from './host-values.ts';
import { createStore } from './store.ts';

/** A project by its exact key. */
export function findProject(execution: Execution, key: string): Project | undefined {
  const project = execution.api.Project.findByKey(key);
  return project ? toProject(project, execution) : undefined;
}

/** A project as the operations see it; read only when asked for. */
export function toProject(project: YouTrackProject, execution: Execution): Project {
  return {
    get key() {
      return toText(project.key);
    },
    get name() {
      return findText(project.name) ?? toText(project.key);
    },
    get isArchived() {
      return isTrue(project.isArchived);
    },
    store: createStore(project, execution),
    isVisible: () => maySeeProject(execution.user, project),
    findField(name) {
      const field = project.findFieldByName(name);
      return field ? toProjectField(field) : undefined;
    },
    listFields() {
      const fields: ProjectField[] = [];
      project.fields.forEach((field) => {
        fields.push(toProjectField(field));
      });
      return fields;
    },
  };
}

function toProjectField({ name, typeName }: ProjectCustomField): ProjectField {
  return { name: toText(name), type: toText(typeName) };
}

export function maySeeProject(user: User, project: YouTrackProject): boolean {
  return user.hasPermission('READ_PROJECT_BASIC', project) || user.hasPermission('READ_PROJECT', project);
}
