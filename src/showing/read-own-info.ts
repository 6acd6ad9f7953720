import type { OwnHost } from '../ports/youtrack.ts';
import type { EntityInfo } from '../protocol/answers.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { toEntityInfo } from './to-entity-info.ts';

/**
 * What Tracker shows of the object in the address (`getIssueInfo` and its kind of docs/openapi.yaml). Refused as `not_found` to
 * who may not see it.
 */
export function readOwnInfo(host: OwnHost): Result<Reply<EntityInfo>, Refusal> {
  const { own, settings } = host;
  if (!own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  return succeed({ status: 200, body: toEntityInfo(own, settings) });
}
