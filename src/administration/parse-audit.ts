import { choice } from '../protocol/choice.ts';
import { type EntityKey, type EntityKind, entityKinds } from '../protocol/entity-key.ts';
import { limits } from '../protocol/limits.ts';
import { certainKey, textUpTo } from '../protocol/parse-values.ts';
import { type Paging, readPaging } from '../protocol/read-paging.ts';
import {
  collectFields,
  parseJsonBody,
  type RawRequest,
  readOptionalField,
} from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Result } from '../result.ts';

/** Which unreadable values are wanted: a page of all of them, or the one of a single object. */
export interface AuditQuery extends Paging {
  readonly key: EntityKey | undefined;
}

/** Whose stored links are to be cleared. */
export interface ForgetRequest {
  readonly kind: EntityKind;
  readonly key: string;
}

/** GET admin `audit?key=&skip=&top=`. */
export function parseAuditQuery(request: RawRequest): Result<AuditQuery, Refusal> {
  return collectFields({
    key: readOptionalField(request, 'key', certainKey(request)),
    ...readPaging(request, limits.pageEntities),
  });
}

/** POST admin `audit/forget` `{"kind", "key"}`. */
export function parseForget(request: RawRequest): Result<ForgetRequest, Refusal> {
  const body = parseJsonBody(request.body);
  if (!body.ok) return body;
  return collectFields({
    kind: choice(...entityKinds)('kind', body.value.kind),
    key: textUpTo(limits.loginCharacters)('key', body.value.key),
  });
}
