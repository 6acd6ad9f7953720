import { fail, succeed } from '../result.ts';
import type { FieldResult } from './collect-fields.ts';
import { fieldProblem } from './field-problem.ts';
import { type RawRequest, readParameter } from './raw-request.ts';

/** Whether the caller asked for an envelope (`?envelope=true`), which widgets need because their host hides statuses. */
export function parseEnvelope(request: RawRequest): FieldResult<boolean> {
  const envelope = readParameter(request, 'envelope');
  if (!envelope.ok) return envelope;
  const { value } = envelope;
  if (value === undefined || value === 'false') return succeed(false);
  if (value === 'true') return succeed(true);
  return fail([fieldProblem('envelope', 'true or false', value)]);
}
