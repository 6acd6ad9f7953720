import { type Result, succeed } from '../result.ts';
import { choice } from './choice.ts';
import { type FieldResult, type RawRequest, readOptionalField } from './read-request.ts';
import type { Refusal } from './refusal.ts';

/** Whether the caller asked for an envelope (`?envelope=true`), which widgets need because their host hides statuses. */
export function parseEnvelope(request: RawRequest): FieldResult<boolean> {
  const envelope = readOptionalField(request, 'envelope', choice('true', 'false'));
  return envelope.ok ? succeed(envelope.value === 'true') : envelope;
}

/** For endpoints whose address says everything. */
export function parseNothing(_request: RawRequest): Result<undefined, Refusal> {
  return succeed(undefined);
}
