import { type ProjectField, projectFieldsOf } from '../../context/project-fields.ts';
import { setField, setFieldMember, valuesOf } from '../../world/custom-fields.ts';
import { findGroup, findUser } from '../../world/lookup.ts';
import { parsePeriod } from '../../world/period.ts';
import type { Id, Transaction, Value } from '../../world/transaction.ts';
import { idsIn } from '../../world/values.ts';
import { CommandError } from './command-error.ts';
import type { CommandPlace, CommandStep, ParseStep } from './command-step.ts';
import { type CommandText, type Taken, takeKeyword, takeOneOf, takeWord } from './command-text.ts';

type Mode = 'set' | 'add' | 'remove';

/** `State Fixed`, `Due Date 2026-02-01`, `add Fix versions 2.0`, `Priority {No priority}`. */
export const parseFieldStep: ParseStep = (place, text) => {
  const [mode, start] = takeMode(text);
  const fields = projectFieldsOf(place.change.tx, place.issue);
  const named = takeOneOf(
    start,
    fields.map((field) => [field.name, field] as const),
  );
  if (named === undefined) return undefined;
  const taken = takeValue(place, named.value, named.text);
  if (taken === undefined)
    throw new CommandError(`${named.text.rest || 'Nothing'} is no value of ${named.value.name}`);
  return writeStep(place, { field: named.value, mode, taken });
};

/** `for jane`: the field Assignee. */
export const parseAssigneeStep: ParseStep = (place, text) => {
  const start = takeKeyword(text, 'for');
  const field = projectFieldsOf(place.change.tx, place.issue).find(
    ({ name }) => name.toLowerCase() === 'assignee',
  );
  if (start === undefined || field === undefined) return undefined;
  const taken = takeValue(place, field, start);
  if (taken === undefined) throw new CommandError(`There is no user ${start.rest}`);
  return writeStep(place, { field, mode: 'set', taken });
};

/** `Fixed`: the value alone, of the first field that has it. */
export const parseValueStep: ParseStep = (place, text) => {
  const { tx } = place.change;
  for (const field of projectFieldsOf(tx, place.issue)) {
    const taken = takeOneOf(text, namesOf(tx, valuesOf(tx, field.field)));
    if (taken !== undefined)
      return writeStep(place, { field, mode: 'set', taken: { ...taken, value: { ref: taken.value } } });
  }
  return undefined;
};

function takeMode(text: CommandText): [mode: Mode, text: CommandText] {
  const added = takeKeyword(text, 'add');
  if (added !== undefined) return ['add', added];
  const removed = takeKeyword(text, 'remove');
  return removed === undefined ? ['set', text] : ['remove', removed];
}

/** Naming a value of a field with several values adds it, as YouTrack's commands do. */
interface FieldWrite {
  readonly field: ProjectField;
  readonly mode: Mode;
  readonly taken: Taken<Value>;
}

function writeStep({ change, issue }: CommandPlace, { field, mode, taken }: FieldWrite): CommandStep {
  const { tx, sandbox } = change;
  return {
    text: taken.text,
    apply() {
      const [member] = idsIn(taken.value);
      if (field.isMulti && member !== undefined)
        setFieldMember(tx, { issue, field: field.field, member, mode: mode === 'remove' ? 'delete' : 'add' });
      else setField(tx, { issue, field: field.field, value: taken.value, now: sandbox.clock.now() });
    },
  };
}

function takeValue(
  { change: { tx, sandbox }, user }: CommandPlace,
  field: ProjectField,
  text: CommandText,
): Taken<Value> | undefined {
  const empty = takeOneOf(text, [[String(tx.get(field.field, 'nullValueText') ?? ''), null] as const]);
  if (empty !== undefined) return empty;
  if (field.kind === 'user')
    return takeReference(text, (name) => (name === 'me' ? user : findUser(tx, name)));
  if (field.kind === 'group') return takeReference(text, (name) => findGroup(tx, name));
  if (valuesOf(tx, field.field).length > 0) {
    const taken = takeOneOf(text, namesOf(tx, valuesOf(tx, field.field)));
    return taken === undefined ? undefined : { ...taken, value: { ref: taken.value } };
  }
  return takeScalar(field.kind, text, sandbox.clock.now());
}

function takeReference(text: CommandText, find: (name: string) => Id | undefined): Taken<Value> | undefined {
  const word = takeWord(text);
  const id = word === undefined ? undefined : find(word.value);
  return word === undefined || id === undefined ? undefined : { value: { ref: id }, text: word.text };
}

function takeScalar(kind: string, text: CommandText, now: number): Taken<Value> | undefined {
  if (kind === 'period') {
    const period = /^(?:\d+[wdhm]\s*)+/i.exec(text.rest)?.[0];
    return period === undefined
      ? undefined
      : { value: parsePeriod(period) ?? null, text: { rest: text.rest.slice(period.length).trim() } };
  }
  const word = takeWord(text);
  if (word === undefined) return undefined;
  const value =
    kind === 'date' || kind === 'dateTime' ? parseDate(word.value, now) : scalarOf(kind, word.value);
  return value === undefined ? undefined : { value, text: word.text };
}

function scalarOf(kind: string, word: string): Value | undefined {
  if (kind === 'string' || kind === 'text') return word;
  const number = Number(word);
  return Number.isFinite(number) && (kind === 'float' || Number.isInteger(number)) ? number : undefined;
}

function parseDate(word: string, now: number): number | undefined {
  const dayMs = 86_400_000;
  const noon = Math.floor(now / dayMs) * dayMs + dayMs / 2;
  if (word.toLowerCase() === 'today') return noon;
  if (word.toLowerCase() === 'tomorrow') return noon + dayMs;
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(word) ? Date.parse(`${word}T12:00:00Z`) : Date.parse(word);
  return Number.isNaN(parsed) ? undefined : parsed;
}

function namesOf(tx: Transaction, entities: readonly Id[]): (readonly [string, Id])[] {
  return entities.map((id) => [String(tx.get(id, 'name')), id] as const);
}
