import { parsePeriod } from '../period.ts';
import type { Ref, Value } from '../transaction.ts';
import { foldCase } from '../values.ts';
import type { CustomValue } from '../world-file/issues.ts';
import type { FieldKind } from '../world-file/projects.ts';
import type { LoadedField, LoadingWorld, Path } from './loading-world.ts';

/** The stored form of a custom field's value in the file, `undefined` when it has none or a wrong one. */
export function loadFieldValue(
  world: LoadingWorld,
  { field, value, path }: { field: LoadedField; value: CustomValue; path: Path },
): Value | undefined {
  if (value === null) return undefined;
  if (!Array.isArray(value)) {
    const one = loadOne(world, { field, value, path });
    return field.isMulti && typeof one === 'object' ? [one] : one;
  }
  if (!field.isMulti) {
    world.problem(path, `the field ${field.name} holds one value, found a list`);
    return undefined;
  }
  const members = value.map((name, index) => loadOne(world, { field, value: name, path: [...path, index] }));
  return members.filter((member) => typeof member === 'object');
}

interface ValuePlace {
  readonly field: LoadedField;
  readonly value: string | number;
  readonly path: Path;
}

const numberKinds: ReadonlySet<FieldKind> = new Set(['date', 'dateTime', 'integer', 'float']);

function loadOne(world: LoadingWorld, { field, value, path }: ValuePlace): Ref | string | number | undefined {
  if (numberKinds.has(field.kind)) return loadNumber(world, { field, value, path });
  if (field.kind === 'period') return loadPeriod(world, { field, value, path });
  if (typeof value !== 'string') {
    world.problem(path, `expected a text for the ${field.kind} field ${field.name}, found ${value}`);
    return undefined;
  }
  if (field.kind === 'string' || field.kind === 'text') return value;
  if (field.kind === 'user' || field.kind === 'group') return world.find(field.kind, value, path);
  const known = field.values.get(foldCase(value));
  if (known === undefined)
    world.problem(path, `the field ${field.name} has no value ${JSON.stringify(value)}`);
  return known?.ref;
}

function loadNumber(world: LoadingWorld, { field, value, path }: ValuePlace): number | undefined {
  const isWhole = field.kind !== 'float';
  if (typeof value === 'number' && (!isWhole || Number.isSafeInteger(value))) return value;
  const noun = field.kind.startsWith('date') ? 'epoch milliseconds' : isWhole ? 'a whole number' : 'a number';
  world.problem(
    path,
    `expected ${noun} for the ${field.kind} field ${field.name}, found ${JSON.stringify(value)}`,
  );
  return undefined;
}

function loadPeriod(world: LoadingWorld, { field, value, path }: ValuePlace): number | undefined {
  const minutes = typeof value === 'number' ? value : parsePeriod(value);
  if (minutes !== undefined && Number.isSafeInteger(minutes) && minutes >= 0) return minutes;
  world.problem(
    path,
    `expected minutes or a period such as "2h 30m" for ${field.name}, found ${JSON.stringify(value)}`,
  );
  return undefined;
}
