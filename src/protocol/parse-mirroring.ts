import { type Result, succeed } from '../result.ts';
import { choice } from './choice.ts';
import type { EntityKind } from './entity-key.ts';
import { entityKinds } from './entity-key.ts';
import type { JsonObject } from './json-object.ts';
import { limits } from './limits.ts';
import { parseIssueKeyField, textUpTo } from './parse-values.ts';
import { type Paging, readPaging } from './read-paging.ts';
import {
  collectFields,
  optional,
  parseJsonBody,
  type RawRequest,
  readField,
  readOptionalField,
} from './read-request.ts';
import type { Refusal } from './refusal.ts';
import type { TrackerLanguage } from './tracker-problem.ts';

/** "Tell Tracker again." Of one issue, or of all. */
export interface RetryRequest {
  readonly issueKey: string | undefined;
}

/** "What does Tracker say of them?" With names in one language. */
export interface DetailsRequest {
  readonly language: TrackerLanguage | undefined;
}

/** "Which Tracker issues may somebody mean who types this?" With names in one language. */
export interface CandidatesRequest extends DetailsRequest {
  readonly input: string;
}

/** Which of everything owed is meant: what agrees with every member that is given. */
export interface OwedFilter {
  readonly kind: EntityKind | undefined;
  /** As answered: the object's current key. */
  readonly key: string | undefined;
  readonly issueKey: string | undefined;
}

/** POST `links/retry` `{"issueKey"?}`; no body at all means all. */
export function parseRetryLinks(request: RawRequest): Result<RetryRequest, Refusal> {
  const body = parseOptionalBody(request);
  if (!body.ok) return body;
  return collectFields({ issueKey: optional(parseIssueKeyField)('issueKey', body.value.issueKey) });
}

/** GET `details?language=`. */
export function parseDetailsQuery(request: RawRequest): Result<DetailsRequest, Refusal> {
  return collectFields({ language: readOptionalField(request, 'language', choice('en', 'ru')) });
}

/** GET `candidates?input=&language=`. */
export function parseCandidatesQuery(request: RawRequest): Result<CandidatesRequest, Refusal> {
  return collectFields({
    input: readField(request, 'input', textUpTo(limits.inputCharacters)),
    language: readOptionalField(request, 'language', choice('en', 'ru')),
  });
}

/** GET admin `owed?skip=&top=`. */
export function parseOwedQuery(request: RawRequest): Result<Paging, Refusal> {
  return collectFields(readPaging(request, limits.pageLinks));
}

/** POST admin `owed/retry` and `owed/drop` `{"kind"?, "key"?, "issueKey"?}`. */
export function parseOwedFilter(request: RawRequest): Result<OwedFilter, Refusal> {
  const body = parseOptionalBody(request);
  if (!body.ok) return body;
  const { kind, key, issueKey } = body.value;
  return collectFields({
    kind: optional(choice(...entityKinds))('kind', kind),
    key: optional(textUpTo(limits.keyCharacters))('key', key),
    issueKey: optional(parseIssueKeyField)('issueKey', issueKey),
  });
}

function parseOptionalBody({ body }: RawRequest): Result<JsonObject, Refusal> {
  return body.trim() === '' ? succeed({}) : parseJsonBody(body);
}
