import { fail, type Result } from '../result.ts';
import { fieldProblem } from './field-problem.ts';
import { patternOnUse } from './pattern-on-use.ts';
import type { RawRequest } from './read-request.ts';
import { type Refusal, refuse } from './refusal.ts';

// `{{issue.local.youtrack.json}}`, as Tracker's triggers and registrations write it. No key and no address has braces.
const variable = patternOnUse(String.raw`\{\{\s*[\p{L}\p{N}_.-]{1,200}\s*\}\}`, 'u');

/** The parameters in which a registered address has placeholders. */
const parameters = ['issueKey', 'remoteKey', 'key'];

/**
 * Tells a malformed request in which the caller has left a variable as it is, because no field is called so, from one that is
 * malformed in any other way: whoever reads the log of a trigger is to look for it in the trigger.
 */
export function blameVariable<T>(request: RawRequest, parsed: Result<T, Refusal>): Result<T, Refusal> {
  if (parsed.ok || parsed.problem.reason !== 'malformed') return parsed;
  const found = findVariable(request);
  if (found === undefined) return parsed;
  // A body with a variable outside quotes is no JSON, and as a whole would be cut before the variable is seen.
  const problems = parsed.problem.problems.map((problem) =>
    problem.field === 'body' ? fieldProblem('body', 'a value in place of the variable', found) : problem,
  );
  return fail(refuse('unfilled_variable', problems));
}

function findVariable(request: RawRequest): string | undefined {
  const texts = [request.body, ...parameters.flatMap((name) => request.parameters(name))];
  for (const text of texts) {
    const [found] = variable().exec(text) ?? [];
    if (found !== undefined) return found;
  }
  return undefined;
}
