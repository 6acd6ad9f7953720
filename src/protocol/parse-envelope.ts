import { succeed } from '../result.ts';
import { choice } from './choice.ts';
import { type FieldResult, type RawRequest, readOptionalField } from './read-request.ts';

/** Whether the caller asked for an envelope (`?envelope=true`), which widgets need because their host hides statuses. */
export function parseEnvelope(request: RawRequest): FieldResult<boolean> {
  const envelope = readOptionalField(request, 'envelope', choice('true', 'false'));
  return envelope.ok ? succeed(envelope.value === 'true') : envelope;
}
