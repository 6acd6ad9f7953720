import { entityTypes } from '../../world/entity-types.ts';
import { articleMethods } from './article-methods.ts';
import { boardMethods } from './board-methods.ts';
import { commentMethods } from './comment-methods.ts';
import { entityMethods } from './entity-methods.ts';
import { fieldMethods } from './field-methods.ts';
import { issueMethods } from './issue-methods.ts';
import type { Method } from './method.ts';
import { projectMethods } from './project-methods.ts';
import { tagMethods } from './tag-methods.ts';
import { userMethods } from './user-methods.ts';

const methods: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
  BaseEntity: entityMethods,
  ...articleMethods,
  ...boardMethods,
  ...commentMethods,
  ...fieldMethods,
  ...issueMethods,
  ...projectMethods,
  ...tagMethods,
  ...userMethods,
};

/** A method of an entity type or of one it extends. */
export function findMethod(type: string, name: string): Method {
  const own = methods[type];
  if (own !== undefined && Object.hasOwn(own, name) && own[name] !== undefined) return own[name];
  const parent = entityTypes.get(type)?.extends;
  if (parent !== undefined) return findMethod(parent, name);
  throw new Error(`entities.${type}.${name}() is not emulated by the sandbox`);
}
