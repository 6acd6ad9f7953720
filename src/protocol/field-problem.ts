import { attempt } from '../result.ts';
import type { FieldProblem } from './answers.ts';
import { cutText } from './cut-text.ts';
import { limits } from './limits.ts';

/** A problem with one field; `received` is whatever came, shown as JSON and cut. */
export function fieldProblem(field: string, expected: string, received: unknown): FieldProblem {
  return { field, expected, received: cut(describe(received)) };
}

function describe(received: unknown): string {
  if (received === undefined) return 'nothing';
  // A list nested ten thousand deep parses, but is too deep to be written again.
  const rendered = attempt(() => JSON.stringify(received));
  return rendered.ok ? rendered.value : 'a deeply nested value';
}

function cut(text: string): string {
  if (text.length <= limits.receivedCharacters) return text;
  return `${cutText(text, limits.receivedCharacters - 1)}…`;
}
