import type { Ref, Value } from '../transaction.ts';
import { foldCase } from '../values.ts';
import type { FieldKind, WorldFileField, WorldFileFieldValue } from '../world-file/projects.ts';
import type { LoadedField, LoadedValue, LoadingWorld, Path } from './loading-world.ts';

interface KindTraits {
  /** The entity type of the project's field. */
  readonly fieldType: string;
  /** How JetBrains' reference names the type (`Field.dateType`…), without the number of values. */
  readonly typeName: string;
  /** The entity type of its values, when they are entities of its own. */
  readonly valueType?: string;
  readonly canBeMulti?: true;
}

export const fieldKinds: Readonly<Record<FieldKind, KindTraits>> = {
  state: { fieldType: 'BundleProjectCustomField', typeName: 'state', valueType: 'State' },
  enum: { fieldType: 'BundleProjectCustomField', typeName: 'enum', valueType: 'EnumField', canBeMulti: true },
  version: {
    fieldType: 'BundleProjectCustomField',
    typeName: 'version',
    valueType: 'ProjectVersion',
    canBeMulti: true,
  },
  build: { fieldType: 'BundleProjectCustomField', typeName: 'build', valueType: 'Build', canBeMulti: true },
  owned: {
    fieldType: 'BundleProjectCustomField',
    typeName: 'ownedField',
    valueType: 'OwnedField',
    canBeMulti: true,
  },
  user: { fieldType: 'UserProjectCustomField', typeName: 'user', canBeMulti: true },
  group: { fieldType: 'GroupProjectCustomField', typeName: 'group', canBeMulti: true },
  date: { fieldType: 'SimpleProjectCustomField', typeName: 'date' },
  dateTime: { fieldType: 'SimpleProjectCustomField', typeName: 'date and time' },
  integer: { fieldType: 'SimpleProjectCustomField', typeName: 'integer' },
  float: { fieldType: 'SimpleProjectCustomField', typeName: 'float' },
  string: { fieldType: 'SimpleProjectCustomField', typeName: 'string' },
  text: { fieldType: 'TextProjectCustomField', typeName: 'text' },
  period: { fieldType: 'PeriodProjectCustomField', typeName: 'period' },
};

/** A project's custom fields with their values, by name without letter case. */
export function loadFields(
  world: LoadingWorld,
  { project, fields, path }: { project: Ref; fields: readonly WorldFileField[]; path: Path },
): ReadonlyMap<string, LoadedField> {
  const loaded = new Map<string, LoadedField>();
  for (const [index, field] of fields.entries()) {
    const key = foldCase(field.name);
    const at = [...path, index];
    if (loaded.has(key))
      world.problem([...at, 'name'], `there are two fields called ${JSON.stringify(field.name)}`);
    loaded.set(key, loadField(world, { project, field, ordinal: index, path: at }));
  }
  return loaded;
}

interface FieldPlace {
  readonly project: Ref;
  readonly field: WorldFileField;
  readonly ordinal: number;
  readonly path: Path;
}

function loadField(world: LoadingWorld, { project, field, ordinal, path }: FieldPlace): LoadedField {
  const { name, type: kind, multi = false, values: listed = [] } = field;
  const { fieldType, typeName, valueType, canBeMulti } = fieldKinds[kind];
  if (multi && canBeMulti === undefined) world.problem([...path, 'multi'], `a ${kind} field holds one value`);
  if (listed.length > 0 && valueType === undefined)
    world.problem([...path, 'values'], `a ${kind} field has no values of its own`);
  const ref = world.reserve(fieldType);
  const values = loadValues(world, { field: ref, valueType, listed, path: [...path, 'values'] });
  const properties: Record<string, Value | undefined> = {
    project,
    name,
    localizedName: field.localizedName,
    fieldKind: kind,
    typeName:
      valueType === undefined && canBeMulti === undefined ? typeName : `${typeName}[${multi ? '*' : '1'}]`,
    multi,
    canBeEmpty: field.canBeEmpty ?? true,
    nullValueText: field.emptyText ?? `No ${name}`,
    ordinal,
    [kind === 'user' ? 'defaultUsers' : 'defaultValues']: findDefaults(world, {
      field,
      values,
      path: [...path, 'default'],
    }),
  };
  world.create(fieldType, properties, ref);
  return { name, kind, isMulti: multi, property: `field:${name}`, values };
}

interface ValuesPlace {
  readonly field: Ref;
  readonly valueType: string | undefined;
  readonly listed: readonly WorldFileFieldValue[];
  readonly path: Path;
}

function loadValues(
  world: LoadingWorld,
  { field, valueType, listed, path }: ValuesPlace,
): Map<string, LoadedValue> {
  const values = new Map<string, LoadedValue>();
  if (valueType === undefined) return values;
  for (const [index, value] of listed.entries()) {
    const at = [...path, index];
    const { name, color, archived, isResolved = false, isReleased, owner, ...rest } = value;
    if (values.has(foldCase(name))) world.problem(at, `there are two values called ${JSON.stringify(name)}`);
    const ref = world.create(valueType, {
      projectField: field,
      name,
      ordinal: index,
      ...rest,
      isResolved: isResolved ? true : undefined,
      isReleased,
      isArchived: archived === true ? true : undefined,
      colorIndex: color,
      owner: world.find('user', owner, [...at, 'owner']),
    });
    values.set(foldCase(name), { ref, isResolved });
  }
  return values;
}

interface DefaultsPlace {
  readonly field: WorldFileField;
  readonly values: ReadonlyMap<string, LoadedValue>;
  readonly path: Path;
}

function findDefaults(world: LoadingWorld, { field, values, path }: DefaultsPlace): Ref[] {
  if (field.default === undefined) return [];
  const refs: Ref[] = [];
  for (const name of [field.default].flat()) {
    const ref = field.type === 'user' ? world.known('user', name) : values.get(foldCase(name))?.ref;
    if (ref === undefined)
      world.problem(path, `the field ${field.name} has no value ${JSON.stringify(name)}`);
    else refs.push(ref);
  }
  return refs;
}
