import type { FieldKind } from '../world/world-file/projects.ts';
import { compact, fillIfAny, nameIfAny } from './anonymize.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { type Reading, readList } from './read-list.ts';
import { fieldFields, fieldShape, type RemoteField, type RemoteProject, type RemoteValue } from './shapes.ts';

/** Kinds of fields by what `fieldType.valueType` says. Source: JetBrains' REST reference, "FieldType". */
const kinds: Readonly<Record<string, FieldKind>> = {
  state: 'state',
  enum: 'enum',
  version: 'version',
  build: 'build',
  ownedField: 'owned',
  user: 'user',
  group: 'group',
  date: 'date',
  'date and time': 'dateTime',
  integer: 'integer',
  float: 'float',
  string: 'string',
  text: 'text',
  period: 'period',
};

const manyKinds: ReadonlySet<FieldKind> = new Set(['enum', 'version', 'build', 'owned', 'user', 'group']);
const bundleKinds: ReadonlySet<FieldKind> = new Set(['state', 'enum', 'version', 'build', 'owned']);

/** A project of a world file, with the kinds of its fields by name. */
export interface DescribedProject {
  readonly project: Awaited<ReturnType<typeof describeProject>>['project'];
  readonly kinds: ReadonlyMap<string, FieldKind>;
}

/** Reads a project's fields and describes both. Fields of a kind that no world has are told and left out. */
export async function describeProject(
  reading: Reading,
  names: Pseudonyms,
  { remote, team }: { readonly remote: RemoteProject; readonly team: readonly string[] | undefined },
) {
  const { id, shortName: key, description, archived, leader } = remote;
  const fields = await readList(reading, {
    what: `fields of ${key}`,
    path: `/api/admin/projects/${id}/customFields?fields=${fieldFields}`,
    schema: fieldShape,
  });
  const known = fields.flatMap((field) => {
    const kind = kindOf(field);
    if (kind === undefined)
      reading.onNotice(`The field ${field.field.name} of ${key} is of an unknown kind and left out.`);
    return kind === undefined ? [] : [{ field, kind }];
  });
  return {
    project: {
      key,
      name: names.project(key),
      ...compact({
        description: fillIfAny(description),
        archived,
        leader: nameIfAny(names, leader),
        team: [...(team ?? [])],
        fields: known.map(({ field, kind }) => describeField(names, field, kind)),
      }),
    },
    kinds: new Map(known.map(({ field, kind }) => [field.field.name, kind])),
  };
}

function kindOf({ field: { fieldType } }: RemoteField): FieldKind | undefined {
  return kinds[fieldType.valueType ?? fieldType.id?.replace(/\[.*$/s, '') ?? ''];
}

function describeField(
  names: Pseudonyms,
  { field, canBeEmpty, emptyFieldText, bundle, defaultValues }: RemoteField,
  kind: FieldKind,
) {
  const values = bundleKinds.has(kind) ? (bundle?.values ?? []) : [];
  const known = new Set(values.map(({ name }) => name));
  const defaults = (defaultValues ?? []).flatMap(({ name }) => (name && known.has(name) ? [name] : []));
  return {
    name: field.name,
    type: kind,
    ...(canBeEmpty === false ? { canBeEmpty } : {}),
    ...compact({
      localizedName: field.localizedName,
      multi: manyKinds.has(kind) && field.fieldType.isMultiValue === true,
      emptyText: emptyFieldText,
      default: defaults.length === 1 ? defaults[0] : defaults,
      values: values.map((value) => describeValue(names, value)),
    }),
  };
}

function describeValue(names: Pseudonyms, value: RemoteValue) {
  const {
    name,
    description,
    archived,
    isResolved,
    released,
    releaseDate,
    startDate,
    assembleDate,
    owner,
    color,
  } = value;
  const colorIndex = Number(color?.id);
  return {
    name,
    ...compact({
      description: fillIfAny(description),
      isResolved,
      archived,
      color: Number.isInteger(colorIndex) && colorIndex > 0 ? colorIndex : undefined,
      isReleased: released,
      ...{ releaseDate, startDate, assembleDate },
      owner: nameIfAny(names, owner),
    }),
  };
}
