import type { Host } from '../ports/youtrack.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readLinks } from '../writing/read-links.ts';
import type { ForgetAnswer } from './audit-answer.ts';
import type { ForgetRequest } from './parse-page-queries.ts';

/**
 * Clears the stored links of one object, if they cannot be read (`forgetStoredLinks` of docs/openapi.yaml): what can be read is
 * changed link by link and never forgotten whole. Refused as `not_found`.
 */
export function forgetStoredLinks(
  host: Pick<Host, 'findEntity'>,
  { kind, key }: ForgetRequest,
): Result<Reply<ForgetAnswer>, Refusal> {
  const entity = host.findEntity({ kind, key });
  if (entity === undefined) return fail(refuse('not_found', [unknownObject('key')]));
  const isForgotten = !readLinks(entity).ok;
  if (isForgotten) entity.store.write({ trackerLinks: undefined, hasTrackerLinks: false });
  return succeed({ status: 200, body: { kind, key: entity.key, isForgotten } });
}
