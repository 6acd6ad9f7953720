import type { Id, Transaction } from '../../world/transaction.ts';

/** What REST calls a custom field and its values, by the kind of field. */
export interface FieldTypeNames {
  /** First part of `…IssueCustomField`, without `Single` or `Multi`. */
  readonly issueField: string;
  readonly projectField: string;
  /** `$type` of a value; undefined for plain numbers and texts. */
  readonly value: string | undefined;
  /** Whether the issue field's name begins with `Single` or `Multi`. */
  readonly hasArity: boolean;
  /** What `fieldType.valueType` says. */
  readonly valueType: string;
  readonly isBundle: boolean;
}

/** Source: the pages on `IssueCustomField` and `ProjectCustomField` of JetBrains' REST reference. */
const names: Readonly<Record<string, FieldTypeNames>> = {
  enum: bundle('Enum'),
  state: { ...bundle('State'), hasArity: false },
  version: bundle('Version'),
  build: bundle('Build'),
  owned: { ...bundle('Owned'), valueType: 'ownedField' },
  user: { ...plain('User', 'user'), value: 'User', hasArity: true, projectField: 'UserProjectCustomField' },
  group: {
    ...plain('Group', 'group'),
    value: 'UserGroup',
    hasArity: true,
    projectField: 'GroupProjectCustomField',
  },
  date: plain('Date', 'date'),
  dateTime: plain('Simple', 'date and time'),
  integer: plain('Simple', 'integer'),
  float: plain('Simple', 'float'),
  string: plain('Simple', 'string'),
  text: { ...plain('Text', 'text'), value: 'TextFieldValue', projectField: 'TextProjectCustomField' },
  period: { ...plain('Period', 'period'), value: 'PeriodValue', projectField: 'PeriodProjectCustomField' },
};

function bundle(name: string): FieldTypeNames {
  return {
    issueField: name,
    projectField: `${name}ProjectCustomField`,
    value: `${name}BundleElement`,
    hasArity: true,
    valueType: name.toLowerCase(),
    isBundle: true,
  };
}

function plain(issueField: string, valueType: string): FieldTypeNames {
  return {
    issueField,
    projectField: 'SimpleProjectCustomField',
    value: undefined,
    hasArity: false,
    valueType,
    isBundle: false,
  };
}

/** The names for a project's custom field. */
export function fieldTypeNames(tx: Transaction, field: Id): FieldTypeNames {
  return names[String(tx.get(field, 'fieldKind'))] ?? plain('Simple', 'string');
}

/** `SingleEnumIssueCustomField`, `StateIssueCustomField`… */
export function issueFieldType(tx: Transaction, field: Id): string {
  const { issueField, hasArity } = fieldTypeNames(tx, field);
  const arity = tx.get(field, 'multi') === true ? 'Multi' : 'Single';
  return `${hasArity ? arity : ''}${issueField}IssueCustomField`;
}
