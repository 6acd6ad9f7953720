import type { Json } from '../../apps/json.ts';
import type { FieldTree } from '../parse-fields.ts';

/** An entity as REST shows it: its attributes are worked out only when `fields` asks for them. */
export interface RestEntity {
  readonly $type: string;
  readonly id: string;
  /** The attribute's value; undefined when this type has no such attribute. */
  attribute(name: string): RestValue | undefined;
}

export type RestValue = string | number | boolean | null | RestEntity | readonly RestValue[] | PlainJson;

/** JSON that is shown as it is, whatever `fields` says. */
export interface PlainJson {
  readonly plain: Json;
}

/** One row per attribute: how it is worked out from the subject. */
export type Attributes<Subject> = Readonly<Record<string, (subject: Subject) => RestValue>>;

/** Makes an entity of a table of attributes. */
export function createRestEntity<Subject>(
  { $type, id }: { $type: string; id: string },
  attributes: Attributes<Subject>,
  subject: Subject,
): RestEntity {
  return {
    $type,
    id,
    attribute: (name) => (Object.hasOwn(attributes, name) ? attributes[name]?.(subject) : undefined),
  };
}

/**
 * Writes an entity, or a list of them, as `fields` asks. Without `fields` an entity is its `id` and `$type`; `$type` is always
 * there; an attribute the type does not have is left out. Source: "Fields Syntax" of JetBrains' REST reference.
 */
export function present(value: RestValue, fields: FieldTree): Json {
  if (isList(value)) return value.map((item) => present(item, fields));
  if (typeof value !== 'object' || value === null) return value;
  if ('plain' in value) return value.plain;
  return presentEntity(value, fields);
}

function presentEntity(entity: RestEntity, fields: FieldTree): Json {
  const names = Object.keys(fields);
  if (names.length === 0) return { id: entity.id, $type: entity.$type };
  const shown: Record<string, Json> = {};
  for (const name of names) {
    if (name === '$type') continue;
    const value = name === 'id' ? entity.id : entity.attribute(name);
    if (value !== undefined) shown[name] = present(value, fields[name] ?? {});
  }
  return { ...shown, $type: entity.$type };
}

function isList(value: RestValue): value is readonly RestValue[] {
  return Array.isArray(value);
}
