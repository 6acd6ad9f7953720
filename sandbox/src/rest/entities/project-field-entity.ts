import { valuesOf } from '../../world/custom-fields.ts';
import { assignableUsers } from '../../world/users.ts';
import { fieldTypeNames } from './field-types.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { flag, reference, references, scalar, targetOf } from './stored-attributes.ts';

const attributes: Attributes<Subject> = {
  field: (subject) => createRestEntity({ $type: 'CustomField', id: subject.id }, fieldAttributes, subject),
  canBeEmpty: ({ tx, id }) => tx.get(id, 'canBeEmpty') !== false,
  emptyFieldText: scalar('nullValueText'),
  ordinal: scalar('ordinal'),
  isPublic: () => true,
  project: reference('project'),
  bundle: showBundle,
  possibleValues: showPossibleValues,
  defaultValues: references('defaultValues'),
};

function showBundle(subject: Subject): RestEntity | null {
  const isUsers = subject.tx.get(subject.id, 'fieldKind') === 'user';
  if (isUsers) return createRestEntity({ $type: 'UserBundle', id: subject.id }, userBundle, subject);
  if (!fieldTypeNames(subject.tx, subject.id).isBundle) return null;
  return createRestEntity(
    { $type: `${bundleName(subject)}Bundle`, id: subject.id },
    bundleAttributes,
    subject,
  );
}

/** "UserBundle" of JetBrains' REST reference: who can be chosen in a user field, here the project's team. */
const userBundle: Attributes<Subject> = {
  individuals: () => [],
  aggregatedUsers: showPossibleValues,
  groups: ({ tx, id, show }) =>
    tx.find('ProjectTeam', 'project', { ref: targetOf(tx, id, 'project') ?? '' }).map(show),
};

/** What can be chosen in a project's custom field; nothing for plain numbers, dates and texts. */
export function showPossibleValues({ tx, id, show }: Subject): RestEntity[] {
  const kind = tx.get(id, 'fieldKind');
  if (kind === 'user') return assignableUsers(tx, targetOf(tx, id, 'project')).map(show);
  if (kind === 'group') return [...tx.all('UserGroup')].map(show);
  return valuesOf(tx, id)
    .filter((value) => tx.get(value, 'isArchived') !== true)
    .map(show);
}

const fieldAttributes: Attributes<Subject> = {
  name: scalar('name'),
  localizedName: scalar('localizedName'),
  fieldType: (subject) => {
    const type = String(subject.tx.get(subject.id, 'typeName'));
    return createRestEntity({ $type: 'FieldType', id: type }, typeAttributes, subject);
  },
};

const typeAttributes: Attributes<Subject> = {
  isBundleType: ({ tx, id }) => fieldTypeNames(tx, id).isBundle,
  isMultiValue: flag('multi'),
  valueType: ({ tx, id }) => fieldTypeNames(tx, id).valueType,
  presentation: scalar('typeName'),
};

const bundleAttributes: Attributes<Subject> = {
  name: ({ tx, id }) => String(tx.get(id, 'name')),
  values: (subject) => valuesOf(subject.tx, subject.id).map(subject.show),
};

const valueAttributes: Attributes<Subject> = {
  name: scalar('name'),
  localizedName: () => null,
  description: scalar('description'),
  ordinal: scalar('ordinal'),
  archived: flag('isArchived'),
  isResolved: flag('isResolved'),
  released: flag('isReleased'),
  releaseDate: scalar('releaseDate'),
  startDate: scalar('startDate'),
  assembleDate: scalar('assembleDate'),
  owner: reference('owner'),
  color: ({ tx, id }) => {
    const color = String(tx.get(id, 'colorIndex') ?? 0);
    return createRestEntity({ $type: 'FieldStyle', id: color }, colorAttributes, { tx, id });
  },
};

const colorAttributes: Attributes<Pick<Subject, 'tx' | 'id'>> = {
  foreground: ({ tx, id }) => String(tx.get(id, 'foregroundColor') ?? '#444'),
  background: ({ tx, id }) => String(tx.get(id, 'backgroundColor') ?? '#fff'),
};

const valueTypes: Readonly<Record<string, string>> = {
  EnumField: 'EnumBundleElement',
  State: 'StateBundleElement',
  ProjectVersion: 'VersionBundleElement',
  Build: 'BuildBundleElement',
  OwnedField: 'OwnedBundleElement',
};

/** A custom field as a project has it. Source: "ProjectCustomField" of JetBrains' REST reference. */
export function showProjectField(subject: Subject): RestEntity {
  return createRestEntity(
    { $type: fieldTypeNames(subject.tx, subject.id).projectField, id: subject.id },
    attributes,
    subject,
  );
}

/** An element of a custom field's bundle. */
export function showBundleElement(subject: Subject): RestEntity {
  const type = subject.tx.typeOf(subject.id) ?? '';
  return createRestEntity(
    { $type: valueTypes[type] ?? 'BundleElement', id: subject.id },
    valueAttributes,
    subject,
  );
}

function bundleName({ tx, id }: Subject): string {
  return fieldTypeNames(tx, id).issueField;
}
