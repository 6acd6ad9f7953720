import { parseJson, stringifyJson } from './bridge.ts';
import { findReference, wrapEntity } from './entity.ts';
import { EntitySet } from './entity-set.ts';
import { hostValue } from './host-value.ts';
import { findStream, wrapStream } from './input-stream.ts';
import { findPeriod, periodOfMinutes } from './period.ts';
import { findSecret, maskSecret } from './secret.ts';
import {
  contentOf,
  kindOf,
  type Primitive,
  readEntities,
  readEntity,
  writeEntities,
  writeEntity,
  writeJson,
  writePeriod,
  writeSecret,
  writeStream,
  writeString,
} from './wire.ts';

/** Turns what came from the host into what a script sees. */
export function fromWire(wire: Primitive): unknown {
  if (typeof wire !== 'string') return wire;
  const kind = kindOf(wire);
  if (kind === 'plain') return wire;
  if (kind === 'entity') return wrapEntity(readEntity(wire));
  if (kind === 'entities') return new EntitySet({ elements: readEntities(wire) });
  const content = contentOf(wire);
  if (kind === 'json') return reviveWires(parseJson(content));
  if (kind === 'secret') return maskSecret(content);
  if (kind === 'period') return periodOfMinutes(Number(content));
  if (kind === 'stream') return wrapStream(Number(content));
  return content;
}

/** Turns a script's value into what the host takes; functions and symbols have no wire form and become `undefined`. */
export function toWire(value: unknown): Primitive {
  if (typeof value === 'string') return writeString(value);
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return undefined;
  const reference = findReference(value);
  if (reference !== undefined) return writeEntity(reference.type, reference.id);
  return specialToWire(value) ?? writeJson(stringifyJson(wiresOf(value)));
}

/** A method's arguments as one text: a JSON array of wire values. */
export function argumentsToWire(values: readonly unknown[]): string {
  return stringifyJson(values.map((value) => toWire(value) ?? null));
}

function specialToWire(value: object): string | undefined {
  if (value instanceof Date) return writeJson(String(value.getTime()));
  if (value instanceof EntitySet) return writeEntities(value.references());
  const secret = findSecret(value);
  if (secret !== undefined) return writeSecret(secret);
  const period = findPeriod(value);
  if (period !== undefined) return writePeriod(period);
  const stream = findStream(value);
  return stream === undefined ? undefined : writeStream(stream);
}

function wiresOf(value: object): unknown {
  if (Array.isArray(value)) return value.map((element) => toWire(element) ?? null);
  const wires: Record<string, Primitive> = {};
  for (const key of Object.keys(value)) wires[key] = toWire(Reflect.get(value, key)) ?? null;
  return wires;
}

function reviveWires(value: unknown): unknown {
  if (typeof value === 'string') return fromWire(value);
  if (Array.isArray(value)) return hostValue(value.map(reviveWires));
  if (typeof value === 'number') return hostValue(value);
  if (typeof value !== 'object' || value === null) return value;
  const revived: Record<string, unknown> = {};
  for (const [key, element] of Object.entries(value)) revived[key] = reviveWires(element);
  return revived;
}
