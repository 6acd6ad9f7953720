import type { Primitive } from '../api/wire.ts';
import type { Execution } from '../ports/execution.ts';
import { entityTypes, isA } from '../world/entity-types.ts';
import type { Id, Value } from '../world/transaction.ts';
import { isRef, membersOf } from '../world/values.ts';
import { extensionProperty, findDeclaration, toStored } from './extension-values.ts';
import { entitiesToScript, isEntity, objectFields, type ScriptValue } from './script-values.ts';
import { isSame } from './value-changes.ts';

/** `Type.findByExtensionProperties({name: value, …})`: the entities on which every property has exactly that value. */
export function findByExtensionProperties(
  execution: Execution,
  type: string,
  query: ScriptValue | undefined,
): Primitive {
  const conditions = readConditions(execution, type, query);
  return entitiesToScript(execution.change.tx, findMatching(execution, type, conditions));
}

interface Condition {
  readonly property: string;
  readonly value: Value;
}

/** @throws Error for a property the app has not declared on the type: such a query could never find anything */
export function readConditions(
  execution: Execution,
  type: string,
  query: ScriptValue | undefined,
): Condition[] {
  const wanted = objectFields(query);
  if (wanted === undefined)
    throw new TypeError('extension properties are searched by an object of names and values');
  return Object.entries(wanted).map(([name, value]) => {
    const declaration = findDeclaration(execution, type, name);
    if (declaration === undefined)
      throw new Error(`The extension property ${name} of ${type} is not declared by the app`);
    const single = { ...declaration, multi: false };
    return {
      property: extensionProperty(execution, name),
      value: toStored(isEntity(value) ? single : declaration, value),
    };
  });
}

/** Asks the index for the first condition and compares the rest; without conditions every entity of the type. */
function findMatching({ change: { tx } }: Execution, type: string, conditions: readonly Condition[]): Id[] {
  const types = [...entityTypes.keys()].filter((name) => isA(name, type));
  const [first, ...others] = [...conditions].sort(
    (left, right) => Number(left.value === null) - Number(right.value === null),
  );
  const found = types.flatMap((name) =>
    first === undefined ? [...tx.all(name)] : tx.find(name, first.property, first.value),
  );
  const all = first === undefined ? others : [first, ...others];
  return found.filter((id) => all.every(({ property, value }) => hasValue(tx.get(id, property), value)));
}

/** Whether a stored value is exactly the wanted one, or a set that contains it. */
export function hasValue(stored: Value, wanted: Value): boolean {
  if (isSame(stored, wanted)) return true;
  return isRef(wanted) && membersOf(stored).some((member) => isRef(member) && member.ref === wanted.ref);
}
