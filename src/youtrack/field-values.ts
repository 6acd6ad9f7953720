import type { NamedValue } from '../protocol/answers.ts';

/** The value of a custom field as Tracker's `{name, description?}`; undefined when there is nothing to show. */
export function toNamedValue(value: unknown): NamedValue | undefined {
  const values = listValues(value)
    .map(toSingleValue)
    .filter((one) => one !== undefined);
  const [first] = values;
  if (first === undefined || values.length === 1) return first;
  return { name: values.map(({ name }) => name).join(', ') };
}

/** The first of a field's values: itself for a field that holds one, undefined for an empty one. */
export function firstValue(value: unknown): unknown {
  return listValues(value)[0];
}

/** Fields that hold several values read as YouTrack's own set, which can only be visited. */
function listValues(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  if (!isSet(value)) return [value];
  const values: unknown[] = [];
  value.forEach((element) => {
    values.push(element);
  });
  return values;
}

function isSet(value: unknown): value is { forEach(visitor: (element: unknown) => void): void } {
  return (
    typeof value === 'object' && value !== null && 'forEach' in value && typeof value.forEach === 'function'
  );
}

/** Values of lists have a name, users a visible name; texts and numbers stand for themselves. */
function toSingleValue(value: unknown): NamedValue | undefined {
  if (typeof value === 'number') return { name: String(value) };
  if (typeof value === 'string') return readText(value) === undefined ? undefined : { name: value };
  if (typeof value !== 'object' || value === null) return undefined;
  const named = value as Readonly<Record<string, unknown>>;
  const shown = readText(named.name) ?? readText(named.visibleName);
  const described = readText(named.description);
  return shown === undefined ? undefined : { name: shown, ...(described && { description: described }) };
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
