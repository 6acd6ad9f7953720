import type { EntityKey } from '../protocol/entity-key.ts';
import { limits } from '../protocol/limits.ts';
import { certainKey, textField, textLike } from '../protocol/parse-values.ts';
import { type Paging, readPaging } from '../protocol/read-paging.ts';
import { collectFields, type RawRequest, readOptionalField } from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Result } from '../result.ts';
import { type BaseUrl, parseBaseUrl } from './base-url.ts';

/** What a registration is written for. */
export interface RegistrationQuery {
  readonly baseUrl: BaseUrl | undefined;
  readonly project: string | undefined;
}

/** Which unreadable values are wanted: a page of all of them, or the one of a single object. */
export interface AuditQuery extends Paging {
  readonly key: EntityKey | undefined;
}

/** The short name of a project. */
export const parseProjectField = textLike(
  /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,99}$/u,
  'the key of a project, such as DEMO',
);

/** GET admin `registration?baseUrl=&project=`. */
export function parseRegistrationQuery(request: RawRequest): Result<RegistrationQuery, Refusal> {
  return collectFields({
    baseUrl: readOptionalField(request, 'baseUrl', textField(parseBaseUrl)),
    project: readOptionalField(request, 'project', parseProjectField),
  });
}

/** GET admin `audit?key=&skip=&top=`. */
export function parseAuditQuery(request: RawRequest): Result<AuditQuery, Refusal> {
  return collectFields({
    key: readOptionalField(request, 'key', certainKey(request)),
    ...readPaging(request, limits.pageEntities),
  });
}
