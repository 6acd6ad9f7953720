import { hasPermission } from '../../world/access.ts';
import { ringIdOf, visibleNameOf } from '../../world/users.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { flag, scalar } from './stored-attributes.ts';
import { showProfiles } from './user-profile-entities.ts';

const attributes: Attributes<Subject> = {
  login: scalar('login'),
  name: ({ tx, id }) => visibleNameOf(tx, id),
  fullName: ({ tx, id }) => visibleNameOf(tx, id),
  email: (subject) => (maySeeProfile(subject) ? scalar('email')(subject) : null),
  ringId: ({ tx, id }) => ringIdOf(tx, id),
  guest: ({ tx, id }) => tx.get(id, 'login') === 'guest',
  online: () => false,
  banned: flag('isBanned'),
  isBanned: flag('isBanned'),
  avatarUrl: ({ sandbox, id }) => `${sandbox.baseUrl()}/hub/api/rest/avatar/${id}`,
  userType: () => createRestEntity({ $type: 'UserType', id: 'STANDARD_USER' }, {}, undefined),
  profiles: showProfiles,
};

export const userAttributeNames: readonly string[] = Object.keys(attributes);

/** A user as REST shows them: the address only to themselves and to those with READ_USER. */
export function showUser(subject: Subject): RestEntity {
  const $type = subject.id === subject.user ? 'Me' : 'User';
  return createRestEntity({ $type, id: subject.id }, attributes, subject);
}

function maySeeProfile({ tx, user, id }: Subject): boolean {
  return user === id || hasPermission(tx, user, 'READ_USER');
}
