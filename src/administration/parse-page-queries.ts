import type { EntityKey } from '../protocol/entity-key.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { limits } from '../protocol/limits.ts';
import { certainKey, textLike } from '../protocol/parse-values.ts';
import { type Paging, readPaging } from '../protocol/read-paging.ts';
import {
  collectFields,
  type FieldResult,
  type RawRequest,
  readOptionalField,
} from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type BaseUrl, expectedBaseUrl, parseBaseUrl } from './base-url.ts';

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
    baseUrl: readOptionalField(request, 'baseUrl', parseBaseUrlField),
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

function parseBaseUrlField(field: string, received: unknown): FieldResult<BaseUrl> {
  const baseUrl = typeof received === 'string' ? parseBaseUrl(received) : undefined;
  return baseUrl === undefined ? fail([fieldProblem(field, expectedBaseUrl, received)]) : succeed(baseUrl);
}
