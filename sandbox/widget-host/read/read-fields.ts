import type { Id, Transaction } from '../../world/transaction.ts';
import { isRef, membersOf } from '../../world/values.ts';
import type { FieldView } from '../views.ts';
import { numberOf, textOf } from './properties.ts';

const fieldTypes = [
  'BundleProjectCustomField',
  'UserProjectCustomField',
  'GroupProjectCustomField',
  'SimpleProjectCustomField',
  'PeriodProjectCustomField',
  'TextProjectCustomField',
];

/** An issue's custom fields in the order of its project, those without a value too. */
export function readFields(tx: Transaction, issue: Id, project: Id): readonly FieldView[] {
  return fieldTypes
    .flatMap((type) => tx.find(type, 'project', { ref: project }))
    .sort((one, other) => numberOf(tx, one, 'ordinal') - numberOf(tx, other, 'ordinal'))
    .map((field) => readField(tx, issue, field));
}

function readField(tx: Transaction, issue: Id, field: Id): FieldView {
  const name = textOf(tx, field, 'name');
  const kind = textOf(tx, field, 'fieldKind');
  const members = membersOf(tx.get(issue, `field:${name}`));
  return {
    name,
    values: members.map((member) => (isRef(member) ? nameOf(tx, member.ref) : present(member, kind))),
  };
}

/** A user by full name, everything else by its name. */
function nameOf(tx: Transaction, id: Id): string {
  return textOf(tx, id, tx.typeOf(id) === 'User' ? 'fullName' : 'name');
}

function present(value: string | number | boolean, kind: string): string {
  if (typeof value !== 'number') return String(value);
  if (kind === 'date') return new Date(value).toISOString().slice(0, 10);
  if (kind === 'dateTime') return new Date(value).toISOString().slice(0, 16).replace('T', ' ');
  return kind === 'period' ? presentPeriod(value) : String(value);
}

/** `1w 2d 3h 4m`, a day of eight hours and a week of five days, as YouTrack's time tracking starts out. */
function presentPeriod(minutes: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(minutes / 2400), 'w'],
    [Math.floor((minutes % 2400) / 480), 'd'],
    [Math.floor((minutes % 480) / 60), 'h'],
    [minutes % 60, 'm'],
  ];
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return shown.join(' ') || '0m';
}
