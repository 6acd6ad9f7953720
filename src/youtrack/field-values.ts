import type { NamedValue } from '../protocol/answers.ts';
import { findNumber, findText, readMember, toList } from './host-values.ts';

/** The value of a custom field as Tracker's `{name, description?}`; undefined when there is nothing to show. */
export function toNamedValue(value: unknown): NamedValue | undefined {
  const values = toList(value)
    .map(toSingleValue)
    .filter((one) => one !== undefined);
  const [first] = values;
  if (first === undefined || values.length === 1) return first;
  return { name: values.map(({ name }) => name).join(', ') };
}

/** Values of lists have a name, users a visible name; texts and numbers stand for themselves. */
function toSingleValue(value: unknown): NamedValue | undefined {
  const name =
    findText(value) ??
    findNumber(value)?.toString() ??
    findText(readMember(value, 'name')) ??
    findText(readMember(value, 'visibleName'));
  if (name === undefined) return undefined;
  const description = findText(readMember(value, 'description'));
  return { name, ...(description && { description }) };
}
