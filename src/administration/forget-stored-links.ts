import type { Entity, Host } from '../ports/youtrack.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readLinks } from '../writing/read-links.ts';
import type { ForgetAnswer } from './audit-answer.ts';
import type { ForgetRequest } from './parse-audit.ts';

/**
 * Clears the stored links of one object, if they cannot be read (`forgetStoredLinks` of docs/openapi.yaml): what can be read is
 * changed link by link and never forgotten whole. Refused as `not_found`, which what is hidden and was never linked is as well.
 */
export function forgetStoredLinks(
  host: Pick<Host, 'findEntity'>,
  { kind, key }: ForgetRequest,
): Result<Reply<ForgetAnswer>, Refusal> {
  const entity = host.findEntity({ kind, key });
  const isForgotten = entity !== undefined && !readLinks(entity).ok;
  if (entity === undefined || !(isForgotten || isKnown(entity)))
    return fail(refuse('not_found', [unknownObject('key')]));
  if (isForgotten) entity.store.write({ trackerLinks: undefined, hasTrackerLinks: false });
  return succeed({ status: 200, body: { kind, key: entity.key, isForgotten } });
}

/** Administrators are told of all that was ever linked, and of nothing else that they may not see. */
function isKnown(entity: Entity): boolean {
  const flag = entity.store.readFlag('hasTrackerLinks');
  return (flag.ok && flag.value !== undefined) || entity.isVisible();
}
