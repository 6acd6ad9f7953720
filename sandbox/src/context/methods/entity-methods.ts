import type { EntityRef } from '../../api/wire.ts';
import type { Execution } from '../../ports/execution.ts';
import { canSee, hasPermission } from '../../world/access.ts';
import { idsIn, membersOf } from '../../world/values.ts';
import { entityArgument, textArgument } from '../arguments.ts';
import { isEntity, type ScriptValue } from '../script-values.ts';
import {
  becameExpected,
  isExpected,
  readChange,
  readFieldChange,
  type ValueChange,
} from '../value-changes.ts';
import { WorkflowError } from '../workflow-error.ts';
import type { Method } from './method.ts';

/** What every entity can be asked about its members (BaseEntity in the reference); `field:` marks a custom field. */
export const entityMethods: Readonly<Record<string, Method>> = {
  becomes(execution, entity, [member, expected]) {
    return becameExpected(execution.change.tx, changeOf(execution, entity, member), expected ?? null);
  },
  is(execution, entity, [member, expected]) {
    return isExpected(execution.change.tx, changeOf(execution, entity, member).now, expected ?? null);
  },
  was(execution, entity, [member, expected]) {
    return isExpected(execution.change.tx, changeOf(execution, entity, member).before, expected ?? null);
  },
  isChanged: (execution, entity, [member]) => changeOf(execution, entity, member).isChanged,
  oldValue(execution, entity, [member]) {
    const { before, isChanged, toScript } = changeOf(execution, entity, member);
    return isChanged ? toScript(before) : null;
  },
  required(execution, entity, [member, message]) {
    if (membersOf(changeOf(execution, entity, member).now).length > 0) return undefined;
    throw new WorkflowError(
      typeof message === 'string' ? message : `${nameOf(execution, member)} is required`,
    );
  },
  canBeReadBy({ change }, entity, [, user]) {
    return canSee(change.tx, entityArgument(user, 'user', ['User']).id, entity.id);
  },
  canBeWrittenBy({ change }, entity, [, user]) {
    const { id } = entityArgument(user, 'user', ['User']);
    const [project] = idsIn(change.tx.get(entity.id, 'project'));
    const key = entity.type === 'Article' ? 'UPDATE_ARTICLE' : 'UPDATE_ISSUE';
    return canSee(change.tx, id, entity.id) && hasPermission(change.tx, id, key, project);
  },
};

function changeOf(execution: Execution, entity: EntityRef, member: ScriptValue | undefined): ValueChange {
  const name = nameOf(execution, member);
  if (!name.startsWith('field:')) return readChange(execution, entity, name);
  return readFieldChange(execution, entity.id, name.slice('field:'.length));
}

/** A member is named by a string or by a custom field of the project. */
function nameOf({ change }: Execution, member: ScriptValue | undefined): string {
  return isEntity(member)
    ? String(change.tx.get(member.id, 'name'))
    : textArgument(member, 'the name of a member');
}
