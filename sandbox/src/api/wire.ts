/**
 * How values cross the border between a script realm and the host. Only primitives ever do: a host object in a script's
 * hands would be a way out of the realm. What is more than a primitive travels as a string that begins with `mark`.
 * This file runs on both sides.
 */

export type Primitive = string | number | boolean | null | undefined;

/** An entity as both sides name it. */
export interface EntityRef {
  readonly type: string;
  readonly id: string;
}

/** An error as it crosses the border. */
export interface WireError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

const mark = '\u0001';
const separator = '\u0002';
const listSeparator = '\u0003';

export type WireKind =
  | 'plain'
  | 'string'
  | 'entity'
  | 'entities'
  | 'json'
  | 'error'
  | 'secret'
  | 'period'
  | 'stream';

const kinds: Readonly<Record<string, WireKind>> = {
  S: 'string',
  R: 'entity',
  L: 'entities',
  J: 'json',
  E: 'error',
  X: 'secret',
  P: 'period',
  B: 'stream',
};

/** What a value that crossed the border is. */
export function kindOf(wire: Primitive): WireKind {
  if (typeof wire !== 'string' || wire[0] !== mark) return 'plain';
  return kinds[wire[1] ?? ''] ?? 'plain';
}

/** The text behind the mark. */
export function contentOf(wire: string): string {
  return wire.slice(2);
}

/** A text of a script or of the world; most are themselves. */
export function writeString(text: string): string {
  return text[0] === mark ? `${mark}S${text}` : text;
}

/** An entity by its type and internal id. */
export function writeEntity(type: string, id: string): string {
  return `${mark}R${type}${separator}${id}`;
}

/** What `writeEntity` wrote. */
export function readEntity(wire: string): EntityRef {
  return splitEntity(contentOf(wire));
}

/** Entities in their order. */
export function writeEntities(entities: readonly EntityRef[]): string {
  return `${mark}L${entities.map(({ type, id }) => type + separator + id).join(listSeparator)}`;
}

/** What `writeEntities` wrote. */
export function readEntities(wire: string): EntityRef[] {
  const content = contentOf(wire);
  return content === '' ? [] : content.split(listSeparator).map(splitEntity);
}

/** @param json the text of a JSON value whose strings may be wire values themselves */
export function writeJson(json: string): string {
  return `${mark}J${json}`;
}

/** @param json the text of a WireError */
export function writeError(json: string): string {
  return `${mark}E${json}`;
}

/** A secret setting crosses as its name alone. */
export function writeSecret(name: string): string {
  return `${mark}X${name}`;
}

/** A period custom field's value, in minutes. */
export function writePeriod(minutes: number): string {
  return `${mark}P${minutes}`;
}

/** Bytes stay with the host; scripts hold their number. */
export function writeStream(handle: number): string {
  return `${mark}B${handle}`;
}

function splitEntity(text: string): EntityRef {
  const end = text.indexOf(separator);
  return { type: text.slice(0, end), id: text.slice(end + 1) };
}
