import { type EntityRef, readEntity } from '../api/wire.ts';
import type { Execution } from '../ports/execution.ts';
import { setFieldMember } from '../world/custom-fields.ts';
import { findLinkEnd } from '../world/issue-links.ts';
import type { Id, Value } from '../world/transaction.ts';
import { idsIn } from '../world/values.ts';
import { entityArgument } from './arguments.ts';
import { inverseOf, readSet, readSetChange, scriptPropertyOf } from './entity-sets.ts';
import { extensionProperty, findDeclaration, toStored } from './extension-values.ts';
import { fieldValueToStored, writeField } from './field-values.ts';
import { openLinks } from './linked-issues.ts';
import type { LiveSet } from './live-set.ts';
import { findFieldForScript } from './project-fields.ts';
import { isEntity } from './script-values.ts';

/** A set by its owner (a wire value) and the name of its property. */
export function openSet(execution: Execution, owner: unknown, property: unknown): LiveSet {
  const entity = readEntity(String(owner));
  const [prefix, name] = splitPrefix(String(property));
  if (prefix === 'field') return openField(execution, entity, name);
  if (prefix === 'link') {
    const end = findLinkEnd(execution.change.tx, name);
    if (end === undefined) throw new Error(`There is no issue link ${name}`);
    return openLinks(execution, entity, end);
  }
  return prefix === 'ext' ? openExtension(execution, entity, name) : openProperty(execution, entity, name);
}

function splitPrefix(property: string): [prefix: string, name: string] {
  const end = property.indexOf(':');
  return end === -1 ? ['', property] : [property.slice(0, end), property.slice(end + 1)];
}

function openProperty({ change: { tx } }: Execution, entity: EntityRef, property: string): LiveSet {
  const definition = scriptPropertyOf(entity.type, property);
  const inverse = inverseOf(entity.type, property);
  return {
    read: () => readSet(tx, entity, property),
    changed: (side) => readSetChange(tx, entity, { property, side }),
    check: (element) =>
      entityArgument(element, `an element of ${entity.type}.${property}`, acceptedTypes(definition?.type)).id,
    ...(inverse === undefined ? storedWrites() : inverseWrites(inverse.property)),
  };

  function storedWrites(): Pick<LiveSet, 'add' | 'delete' | 'clear'> {
    return {
      add: (id) => tx.add(writable(), property, { ref: id }),
      delete: (id) => tx.delete(writable(), property, { ref: id }),
      clear: () => tx.set(writable(), property, null),
    };
  }

  function inverseWrites(back: string): Pick<LiveSet, 'add' | 'delete' | 'clear'> {
    if (property !== 'childArticles') return storedWrites();
    return {
      add: (id) => tx.set(id, back, { ref: entity.id }),
      delete(id) {
        if (idsIn(tx.get(id, back)).includes(entity.id)) tx.set(id, back, null);
      },
      clear() {
        for (const child of readSet(tx, entity, property)) tx.set(child, back, null);
      },
    };
  }

  function writable(): Id {
    if (definition?.readonly === true) throw new TypeError(`${entity.type}.${property} is read-only`);
    return entity.id;
  }
}

function acceptedTypes(type: string | undefined): readonly string[] {
  return type === 'UserGroup' ? ['UserGroup', 'ProjectTeam'] : [type ?? ''];
}

function openField(execution: Execution, entity: EntityRef, name: string): LiveSet {
  const { tx } = execution.change;
  const field = findFieldForScript(execution, entity.id, name);
  if (field === undefined) throw new Error(`The project of the issue has no custom field ${name}`);
  return {
    ...listOf({
      now: () => tx.get(entity.id, field.property),
      before: () => tx.original(entity.id, field.property),
    }),
    check: (element) => idsIn(fieldValueToStored(tx, field, element))[0] ?? '',
    add: (id) => setFieldMember(tx, { issue: entity.id, field: field.field, member: id, mode: 'add' }),
    delete: (id) => setFieldMember(tx, { issue: entity.id, field: field.field, member: id, mode: 'delete' }),
    clear: () => writeField(execution, { issue: entity.id, field, value: null }),
  };
}

function openExtension(execution: Execution, entity: EntityRef, name: string): LiveSet {
  const { tx } = execution.change;
  const declaration = findDeclaration(execution, entity.type, name);
  const property = extensionProperty(execution, name);
  if (declaration === undefined) throw new Error(`The extension property ${name} is not declared`);
  return {
    ...listOf({ now: () => tx.get(entity.id, property), before: () => tx.original(entity.id, property) }),
    check: (element) => idsIn(toStored(declaration, isEntity(element) ? [element] : element))[0] ?? '',
    add: (id) => tx.add(entity.id, property, { ref: id }),
    delete: (id) => tx.delete(entity.id, property, { ref: id }),
    clear: () => tx.set(entity.id, property, null),
  };
}

function listOf({ now, before }: { now(): Value; before(): Value }): Pick<LiveSet, 'read' | 'changed'> {
  return {
    read: () => idsIn(now()),
    changed(side) {
      const [from, to] = side === 'added' ? [before(), now()] : [now(), before()];
      return idsIn(to).filter((id) => !idsIn(from).includes(id));
    },
  };
}
