import { type Result, succeed } from '../result.ts';
import type { RawRequest } from './read-request.ts';
import type { Refusal } from './refusal.ts';

/** For endpoints whose address says everything. */
export function parseNothing(_request: RawRequest): Result<undefined, Refusal> {
  return succeed(undefined);
}
