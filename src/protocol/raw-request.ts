import { fail, succeed } from '../result.ts';
import type { FieldResult } from './collect-fields.ts';
import { fieldProblem } from './field-problem.ts';

/** A request as it arrives, before anything is believed of it. */
export interface RawRequest {
  /** The body's text, empty when there is none. */
  readonly body: string;
  /** Every value a query parameter was given, none when it is absent. */
  readonly parameters: (name: string) => readonly string[];
}

/** The value of a query parameter, undefined when it is absent; giving it twice is malformed, whichever was meant. */
export function readParameter(request: RawRequest, name: string): FieldResult<string | undefined> {
  const values = request.parameters(name);
  if (values.length > 1) return fail([fieldProblem(name, 'one value', values)]);
  return succeed(values[0]);
}
