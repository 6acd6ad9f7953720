import { canSee } from '../../world/access.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { flag, reference, references, scalar } from './stored-attributes.ts';

const attributes: Attributes<Subject> = {
  name: scalar('name'),
  query: ({ tx, id }) => `tag: {${tx.get(id, 'name')}}`,
  owner: reference('owner'),
  untagOnResolve: flag('untagOnResolve'),
  isUsable: (subject) => canSee(subject.tx, subject.user, subject.id),
  tagSharingSettings: (subject) =>
    createRestEntity({ $type: 'TagSharingSettings', id: subject.id }, sharing, subject),
  color: () => null,
};

const sharing: Attributes<Subject> = {
  permissionBasedTagAccess: () => false,
  permittedUsers: references('permittedReadUsers'),
  permittedGroups: references('permittedReadUserGroups'),
};

export const tagAttributeNames: readonly string[] = Object.keys(attributes);

/** A tag as REST shows it. Source: "Tag" of JetBrains' REST reference. */
export function showTag(subject: Subject): RestEntity {
  return createRestEntity({ $type: 'Tag', id: subject.id }, attributes, subject);
}

/** The tags of an issue or article that the caller may see. */
export function showTags(subject: Subject): RestEntity[] {
  return references('tags')(subject).filter(({ id }) => canSee(subject.tx, subject.user, id));
}
