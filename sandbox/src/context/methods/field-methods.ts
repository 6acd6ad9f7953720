import type { EntityRef } from '../../api/wire.ts';
import type { Execution } from '../../ports/execution.ts';
import { findFieldValue, valuesOf } from '../../world/custom-fields.ts';
import { findGroup, findUser } from '../../world/lookup.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import { assignableUsers } from '../../world/users.ts';
import { idsIn, isRef, membersOf } from '../../world/values.ts';
import { entityArgument, textArgument } from '../arguments.ts';
import { presentEntity } from '../present-entity.ts';
import { entitiesToScript, entityToScript, isEntity, type ScriptValue, typeOf } from '../script-values.ts';
import type { Method } from './method.ts';

const valueTypes: Readonly<Record<string, string>> = {
  state: 'State',
  enum: 'EnumField',
  version: 'ProjectVersion',
  build: 'Build',
  owned: 'OwnedField',
};

/** Methods of a project's custom fields. Conditions on values and on a field's visibility are not emulated: all is allowed. */
export const fieldMethods: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
  ProjectCustomField: {
    getBackgroundColor: (execution, field, [issue]) =>
      colorOf(execution, field, { issue, property: 'backgroundColor' }),
    getForegroundColor: (execution, field, [issue]) =>
      colorOf(execution, field, { issue, property: 'foregroundColor' }),
    getValuePresentation: presentValue,
    isVisibleInIssue: () => true,
  },
  BundleProjectCustomField: {
    createValue,
    findValueByName: ({ change }, { id }, [name]) =>
      entityToScript(change.tx, findFieldValue(change.tx, id, textArgument(name, 'name'))),
    findValueByOrdinal: ({ change }, { id }, [ordinal]) =>
      entityToScript(
        change.tx,
        valuesOf(change.tx, id).find((value) => change.tx.get(value, 'ordinal') === ordinal),
      ),
    getPossibleValuesForIssue: ({ change }, { id }) => entitiesToScript(change.tx, valuesOf(change.tx, id)),
    isValuePermittedInIssue: ({ change }, { id }, [, value]) =>
      isEntity(value) && valuesOf(change.tx, id).includes(value.id),
  },
  GroupProjectCustomField: {
    findValueByName: ({ change }, _, [name]) =>
      entityToScript(change.tx, findGroup(change.tx, textArgument(name, 'name'))),
  },
  UserProjectCustomField: {
    findValueByLogin: ({ change }, _, [login]) =>
      entityToScript(change.tx, findUser(change.tx, textArgument(login, 'login'))),
    getPossibleValuesForIssue: ({ change: { tx } }, { id }) => entitiesToScript(tx, possibleUsers(tx, id)),
    isValuePermittedInIssue: ({ change: { tx } }, { id }, [, user]) =>
      isEntity(user) && possibleUsers(tx, id).includes(user.id),
  },
};

function possibleUsers(tx: Transaction, field: Id): Id[] {
  return assignableUsers(tx, idsIn(tx.get(field, 'project'))[0]);
}

/** Adds a value at the end of the field's list. @throws Error when there is one of that name */
function createValue({ change: { tx } }: Execution, { id }: EntityRef, [name]: readonly ScriptValue[]) {
  const text = textArgument(name, 'name');
  if (findFieldValue(tx, id, text) !== undefined) throw new Error(`The field has a value ${text} already`);
  const type = valueTypes[String(tx.get(id, 'fieldKind'))];
  if (type === undefined) throw new Error('The field has no values of its own');
  return entityToScript(
    tx,
    tx.create(type, { projectField: { ref: id }, name: text, ordinal: valuesOf(tx, id).length }),
  );
}

function presentValue({ change: { tx } }: Execution, field: EntityRef, [issue]: readonly ScriptValue[]) {
  const { id } = entityArgument(issue, 'issue', ['Issue']);
  const members = membersOf(tx.get(id, `field:${String(tx.get(field.id, 'name'))}`));
  if (members.length === 0) return String(tx.get(field.id, 'nullValueText') ?? '');
  return members
    .map((member) =>
      isRef(member) ? presentEntity(tx, typeOf(tx, member.ref) ?? '', member.ref) : String(member),
    )
    .join(', ');
}

function colorOf(
  { change: { tx } }: Execution,
  field: EntityRef,
  { issue, property }: { issue: ScriptValue | undefined; property: string },
) {
  const { id } = entityArgument(issue, 'issue', ['Issue']);
  const [value] = idsIn(tx.get(id, `field:${String(tx.get(field.id, 'name'))}`));
  const color = value === undefined ? null : tx.get(value, property);
  return color === null ? null : String(color);
}
