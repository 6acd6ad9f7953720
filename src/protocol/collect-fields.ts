import { fail, type Result, succeed } from '../result.ts';
import type { FieldProblem } from './answers.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What one field of a request parses to: its value, or everything wrong with it. */
export type FieldResult<T> = Result<T, readonly FieldProblem[]>;

type Values<Fields> = { [Name in keyof Fields]: Fields[Name] extends FieldResult<infer T> ? T : never };

/** Puts parsed fields together; when any is malformed, the refusal names all problems of all fields. */
export function collectFields<Fields extends Record<string, FieldResult<unknown>>>(
  fields: Fields,
): Result<Values<Fields>, Refusal> {
  const values: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (field.ok) values[name] = field.value;
    else problems.push(...field.problem);
  }
  if (problems.length > 0) return fail(refuse('malformed', problems));
  // Every field is present by now; the compiler cannot follow a loop over names.
  return succeed(values as Values<Fields>);
}
