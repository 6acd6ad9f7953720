import type { Schema } from './openapi-document.ts';
import { findMisfits } from './schema-check.ts';

/** Which members of which schemas have been there in real values. A schema that is shared counts once. */
export type SeenMembers = Map<Schema, Set<string>>;

/** Notes every documented member that a value has. */
export function noteMembers(seen: SeenMembers, schema: Schema, value: unknown): void {
  for (const alternative of alternativesOf(schema)) {
    if (findMisfits(alternative, value).length === 0) noteMembers(seen, alternative, value);
  }
  if (Array.isArray(value)) {
    for (const item of value) noteMembers(seen, itemsOf(schema) ?? {}, item);
  } else if (typeof value === 'object' && value !== null) {
    noteOwn(seen, schema, value as Readonly<Record<string, unknown>>);
  }
}

function noteOwn(seen: SeenMembers, schema: Schema, value: Readonly<Record<string, unknown>>): void {
  const names = seen.get(schema) ?? new Set();
  for (const [name, member] of Object.entries(propertiesOf(schema))) {
    if (!(name in value)) continue;
    names.add(name);
    noteMembers(seen, member, value[name]);
  }
  seen.set(schema, names);
}

/** The members of a schema, by their paths, that no value had. */
export function listUnseen(seen: SeenMembers, schema: Schema, path: string): string[] {
  const items = itemsOf(schema);
  return [
    ...Object.entries(propertiesOf(schema)).flatMap(([name, member]) =>
      seen.get(schema)?.has(name) ? listUnseen(seen, member, `${path}.${name}`) : [`${path}.${name}`],
    ),
    ...alternativesOf(schema).flatMap((one) => listUnseen(seen, one, path)),
    ...(items ? listUnseen(seen, items, path) : []),
  ];
}

function alternativesOf({ anyOf = [], oneOf = [], allOf = [] }: Schema): readonly Schema[] {
  return [anyOf, oneOf, allOf].flat() as readonly Schema[];
}

function propertiesOf({ properties = {} }: Schema): Readonly<Record<string, Schema>> {
  return properties as Readonly<Record<string, Schema>>;
}

function itemsOf({ items }: Schema): Schema | undefined {
  return items as Schema | undefined;
}
