import { missingOf } from '../../youtrack-versions.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { flag, reference, scalar } from './stored-attributes.ts';

const attributes: Attributes<Subject> = {
  name: scalar('name'),
  shortName: scalar('key'),
  description: scalar('description'),
  archived: flag('isArchived'),
  leader: reference('leader'),
  createdBy: reference('leader'),
  iconUrl: ({ sandbox, tx, id }) => `${sandbox.baseUrl()}/api/rest/projects/${tx.get(id, 'key')}/icon`,
  template: () => false,
  ringId: ({ id }) => id,
  team: ({ tx, id, show }) => tx.find('ProjectTeam', 'project', { ref: id }).map(show)[0] ?? null,
};

export const projectAttributeNames: readonly string[] = Object.keys(attributes);

/** A project as REST shows it. Source: "Project" of JetBrains' REST reference. */
export function showProject(subject: Subject): RestEntity {
  const missing = missingOf('Project', subject.sandbox.youtrack);
  const entity = createRestEntity({ $type: 'Project', id: subject.id }, attributes, subject);
  return {
    ...entity,
    attribute: (name) => (Object.hasOwn(missing, name) ? undefined : entity.attribute(name)),
  };
}
