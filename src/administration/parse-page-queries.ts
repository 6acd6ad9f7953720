import type { EntityKey } from '../protocol/entity-key.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { limits } from '../protocol/limits.ts';
import { choice, parseEntityKeyField, textLike, textUpTo, wholeBetween } from '../protocol/parse-values.ts';
import {
  collectFields,
  type FieldResult,
  type RawRequest,
  readOptionalField,
} from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type BaseUrl, expectedBaseUrl, parseBaseUrl } from './base-url.ts';

/** Which part of a list is wanted. */
export interface Paging {
  readonly skip: number;
  readonly top: number;
}

/** What a project's linked issues and articles are asked for. */
export interface ProjectLinkedQuery extends Paging {
  /** Part of a key, a summary or a Tracker key. */
  readonly text: string | undefined;
  readonly kind: 'issue' | 'article' | undefined;
}

/** What a registration is written for. */
export interface RegistrationQuery {
  readonly baseUrl: BaseUrl | undefined;
  readonly project: string | undefined;
}

/** Which unreadable values are wanted: a page of all of them, or the one of a single object. */
export interface AuditQuery extends Paging {
  readonly key: EntityKey | undefined;
}

const defaultTop = 50;

/** The short name of a project. */
export const parseProjectField = textLike(
  /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,99}$/u,
  'the key of a project, such as DEMO',
);

/** GET project `linked?text=&kind=&skip=&top=`. */
export function parseProjectLinkedQuery(request: RawRequest): Result<ProjectLinkedQuery, Refusal> {
  return collectFields({
    text: readOptionalField(request, 'text', textUpTo(limits.filterCharacters)),
    kind: readOptionalField(request, 'kind', choice('issue', 'article')),
    ...readPaging(request, limits.pageEntities),
  });
}

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
    key: readOptionalField(request, 'key', parseEntityKeyField),
    ...readPaging(request, limits.pageEntities),
  });
}

/** `skip` and `top` of any list. */
export function readPaging(
  request: RawRequest,
  mostTop: number,
): { skip: FieldResult<number>; top: FieldResult<number> } {
  return {
    skip: withDefault(readOptionalField(request, 'skip', wholeBetween(0, 999_999_999)), 0),
    top: withDefault(readOptionalField(request, 'top', wholeBetween(1, mostTop)), defaultTop),
  };
}

/** What holds where nothing was said. */
export function withDefault<T>(field: FieldResult<T | undefined>, value: T): FieldResult<T> {
  return field.ok ? succeed(field.value ?? value) : field;
}

function parseBaseUrlField(field: string, received: unknown): FieldResult<BaseUrl> {
  const baseUrl = typeof received === 'string' ? parseBaseUrl(received) : undefined;
  return baseUrl === undefined ? fail([fieldProblem(field, expectedBaseUrl, received)]) : succeed(baseUrl);
}
