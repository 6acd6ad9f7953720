import { fieldProperty, fieldsOf } from '../../world/custom-fields.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import { isRef, membersOf } from '../../world/values.ts';
import type { FieldView } from '../views.ts';
import { textOf } from './properties.ts';

/** An issue's custom fields in the order of its project, those without a value too. */
export function readFields(tx: Transaction, issue: Id, project: Id): readonly FieldView[] {
  return fieldsOf(tx, project).map((field) => readField(tx, issue, field));
}

function readField(tx: Transaction, issue: Id, field: Id): FieldView {
  const kind = textOf(tx, field, 'fieldKind');
  const members = membersOf(tx.get(issue, fieldProperty(tx, field)));
  const values = members.map((member) => (isRef(member) ? nameOf(tx, member.ref) : present(member, kind)));
  return { name: textOf(tx, field, 'name'), values };
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
