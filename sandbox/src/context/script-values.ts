import {
  contentOf,
  type EntityRef,
  kindOf,
  type Primitive,
  readEntities,
  readEntity,
  writeEntities,
  writeEntity,
  writeString,
} from '../api/wire.ts';
import { typeNumbers } from '../world/entity-types.ts';
import type { Id, Transaction, Value } from '../world/transaction.ts';
import { isRef, membersOf } from '../world/values.ts';

/** A value a script handed over, told apart. */
export type ScriptValue =
  | string
  | number
  | boolean
  | null
  | EntityRef
  | readonly EntityRef[]
  | { readonly json: unknown }
  | { readonly secret: string }
  | { readonly minutes: number }
  | { readonly stream: number };

/** A stored value for a script; references to what is gone read as unset. */
export function toScript(tx: Transaction, value: Value): Primitive {
  if (typeof value === 'string') return writeString(value);
  if (value === null || typeof value !== 'object') return value;
  if (isRef(value)) return entityToScript(tx, value.ref);
  return entitiesToScript(
    tx,
    membersOf(value).flatMap((member) => (isRef(member) ? [member.ref] : [])),
  );
}

/** An entity by its id; `null` when it is gone or was never there. */
export function entityToScript(tx: Transaction, id: Id | undefined): Primitive {
  const type = id === undefined ? undefined : typeOf(tx, id);
  return id === undefined || type === undefined ? null : writeEntity(type, id);
}

/** Entities by their ids, without those that are gone. */
export function entitiesToScript(tx: Transaction, ids: readonly Id[]): Primitive {
  const entities: EntityRef[] = [];
  for (const id of ids) {
    const type = typeOf(tx, id);
    if (type !== undefined) entities.push({ type, id });
  }
  return writeEntities(entities);
}

/** A wire value told apart. */
export function fromScript(wire: Primitive): ScriptValue {
  if (wire === undefined) return null;
  if (typeof wire !== 'string') return wire;
  const kind = kindOf(wire);
  if (kind === 'plain') return wire;
  if (kind === 'entity') return readEntity(wire);
  if (kind === 'entities') return readEntities(wire);
  const content = contentOf(wire);
  if (kind === 'json') return { json: JSON.parse(content) };
  if (kind === 'secret') return { secret: content };
  if (kind === 'period') return { minutes: Number(content) };
  return kind === 'stream' ? { stream: Number(content) } : content;
}

/** A method's arguments: a JSON array of wire values. */
export function readArguments(text: Primitive): ScriptValue[] {
  return (JSON.parse(String(text)) as Primitive[]).map(fromScript);
}

/** Whether a value is one entity. */
export function isEntity(value: ScriptValue | undefined): value is EntityRef {
  return typeof value === 'object' && value !== null && 'id' in value && 'type' in value;
}

/** Whether a value is a set of entities. */
export function isEntityList(value: ScriptValue | undefined): value is readonly EntityRef[] {
  return Array.isArray(value);
}

/** The fields of a plain object argument, each still a wire value turned back. */
export function objectFields(
  value: ScriptValue | undefined,
): Readonly<Record<string, ScriptValue>> | undefined {
  if (typeof value !== 'object' || value === null || !('json' in value)) return undefined;
  if (typeof value.json !== 'object' || value.json === null || Array.isArray(value.json)) return undefined;
  return Object.fromEntries(
    Object.entries(value.json).map(([key, wire]) => [key, fromScript(wire as Primitive)]),
  );
}

/** A removed entity is still readable in the transaction that removed it (rules on removal); its id tells its type. */
export function typeOf(tx: Transaction, id: Id): string | undefined {
  return tx.typeOf(id) ?? (tx.isRemoved(id) ? typesByNumber.get(Number(id.split('-')[0])) : undefined);
}

const typesByNumber = new Map([...typeNumbers].map(([type, number]) => [number, type]));
