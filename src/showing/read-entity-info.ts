import { findVisibleEntity, refuseMissing } from '../linking/resolve-targets.ts';
import type { Host } from '../ports/youtrack.ts';
import type { EntityInfo } from '../protocol/answers.ts';
import type { InfoRequest } from '../protocol/parse-requests.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { fail, type Result, succeed } from '../result.ts';
import { toEntityInfo } from './to-entity-info.ts';

/**
 * What Tracker shows of the object with any key (`getInfo` of docs/openapi.yaml). Refused as `not_found` where the key names nothing the caller may see.
 */
export function readInfoByKey(
  host: Pick<Host, 'findEntity' | 'settings'>,
  { key }: InfoRequest,
): Result<Reply<EntityInfo>, Refusal> {
  const entity = findVisibleEntity(host, key);
  if (entity === undefined) return fail(refuseMissing([{ field: 'key', key }]));
  return succeed({ status: 200, body: toEntityInfo(entity, host.settings) });
}
