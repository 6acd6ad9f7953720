import { eventsOfField } from '../../rules/machines/machine-of-field.ts';
import { fieldProperty, fieldsOf } from '../../world/custom-fields.ts';
import type { Id, Value } from '../../world/transaction.ts';
import { issueFieldType } from './field-types.ts';
import { type Attributes, createRestEntity, type RestEntity, type RestValue } from './present.ts';
import { showPossibleValues } from './project-field-entity.ts';
import type { Subject } from './scope.ts';
import { targetOf } from './stored-attributes.ts';

type FieldSubject = Subject & { field: Id };

const attributes: Attributes<FieldSubject> = {
  name: ({ tx, field }) => String(tx.get(field, 'name')),
  value: (subject) =>
    showValue(subject, subject.tx.get(subject.id, fieldProperty(subject.tx, subject.field))),
  projectCustomField: (subject) => subject.show(subject.field),
  possibleValues: (subject) => showPossibleValues({ ...subject, id: subject.field }),
};

/** "Use this property for updating; when you read, it is always null" (JetBrains' REST reference). */
const machineAttributes: Attributes<FieldSubject> = {
  ...attributes,
  event: () => null,
  possibleEvents: (subject) =>
    (eventsOfField(subject, { issue: subject.id, field: subject.field }) ?? []).map((event) =>
      createRestEntity({ $type: 'Event', id: event }, { presentation: () => event }, undefined),
    ),
};

/** The custom fields of an issue with their values, those without a value too. */
export function showIssueFields(subject: Subject): RestEntity[] {
  const project = targetOf(subject.tx, subject.id, 'project');
  return project === undefined
    ? []
    : fieldsOf(subject.tx, project).map((field) => showIssueField(subject, field));
}

/** One custom field of an issue. Source: "IssueCustomField", "StateMachineIssueCustomField" of JetBrains' REST reference. */
export function showIssueField(subject: Subject, field: Id): RestEntity {
  const hasMachine = eventsOfField(subject, { issue: subject.id, field }) !== undefined;
  const $type = hasMachine ? 'StateMachineIssueCustomField' : issueFieldType(subject.tx, field);
  return createRestEntity({ $type, id: field }, hasMachine ? machineAttributes : attributes, {
    ...subject,
    field,
  });
}

function showValue(subject: FieldSubject, value: Value): RestValue {
  const isMulti = subject.tx.get(subject.field, 'multi') === true;
  if (value === null) return isMulti ? [] : null;
  if (typeof value !== 'object') return showPlainValue(subject, value);
  if ('ref' in value) return subject.show(value.ref);
  return value.flatMap((item) => (typeof item === 'string' ? [] : [subject.show(item.ref)]));
}

function showPlainValue({ tx, field }: FieldSubject, value: string | number | boolean): RestValue {
  const kind = tx.get(field, 'fieldKind');
  if (kind === 'period') return showPeriod(Number(value), 'PeriodValue');
  if (kind === 'text') return createRestEntity({ $type: 'TextFieldValue', id: field }, text, String(value));
  return value;
}

/** A period in minutes, as fields and work items show it. */
export function showPeriod(minutes: number, $type: 'PeriodValue' | 'DurationValue'): RestEntity {
  return createRestEntity({ $type, id: periodText(minutes) }, period, minutes);
}

const period: Attributes<number> = {
  minutes: (minutes) => minutes,
  presentation: periodText,
};

const text: Attributes<string> = {
  text: (value) => value,
  markdownText: (value) => value,
};

/** `1w 2d 3h 4m`, a day of eight hours and a week of five days. */
function periodText(minutes: number): string {
  const units: readonly [string, number][] = [
    ['w', 2400],
    ['d', 480],
    ['h', 60],
    ['m', 1],
  ];
  let rest = minutes;
  const parts = units.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count}${unit}`];
  });
  return parts.length === 0 ? '0m' : parts.join(' ');
}
