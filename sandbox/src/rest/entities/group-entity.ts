import { membersOfGroup } from '../../world/holdings.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { flag, reference, scalar } from './stored-attributes.ts';

const attributes: Attributes<Subject> = {
  name: scalar('name'),
  description: scalar('description'),
  ringId: ({ id }) => id,
  icon: () => null,
  allUsersGroup: flag('isAllUsersGroup'),
  usersCount: ({ tx, id }) => membersOfGroup(tx, id).length,
  userCount: ({ tx, id }) => membersOfGroup(tx, id).length,
  users: showMembers,
  ownUsers: showMembers,
  teamForProject: reference('project'),
};

/** A group or a project's team as REST shows it. Source: "UserGroup" of JetBrains' REST reference. */
export function showGroup(subject: Subject): RestEntity {
  const $type = subject.tx.typeOf(subject.id) ?? 'UserGroup';
  return createRestEntity({ $type, id: subject.id }, attributes, subject);
}

function showMembers(subject: Subject): RestEntity[] {
  return membersOfGroup(subject.tx, subject.id).map(subject.show);
}
