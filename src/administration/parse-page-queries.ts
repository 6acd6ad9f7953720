import { choice } from '../protocol/choice.ts';
import { type EntityKey, type EntityKind, entityKinds } from '../protocol/entity-key.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { limits } from '../protocol/limits.ts';
import { certainKey, textField, textLike, textUpTo } from '../protocol/parse-values.ts';
import { type Paging, readPaging } from '../protocol/read-paging.ts';
import {
  collectFields,
  type FieldParser,
  optional,
  parseJsonBody,
  type RawRequest,
  readField,
  readOptionalField,
} from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type BaseUrl, parseBaseUrl } from './base-url.ts';
import { type LetterParts, parseLetterParts } from './letter-parts.ts';
import { parseInstantField } from './parse-instant.ts';

/** What a registration is written for. */
export interface RegistrationQuery {
  readonly baseUrl: BaseUrl | undefined;
  readonly project: string | undefined;
}

/** Of which projects objects are wanted, to try addresses with. */
export interface SamplesQuery {
  readonly projects: readonly string[];
}

/** What is to be kept of the letter. What is undefined stays as it is kept. */
export interface LetterChange {
  /** The day on which it was sent, as `2026-01-31`; null where it was not. */
  readonly sentOn: string | null | undefined;
  readonly letter: LetterParts | undefined;
}

/** Which unreadable values are wanted: a page of all of them, or the one of a single object. */
export interface AuditQuery extends Paging {
  readonly key: EntityKey | undefined;
}

/** Whose stored links are to be cleared. */
export interface ForgetRequest {
  readonly kind: EntityKind;
  readonly key: string;
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

/** GET admin `samples?projects=DEMO,OPS`. */
export function parseSamplesQuery(request: RawRequest): Result<SamplesQuery, Refusal> {
  return collectFields({ projects: readField(request, 'projects', parseProjectsField) });
}

/** POST admin `registration` `{"sentOn"?:"2026-01-31","letter"?:{…}}`; a day that is null or blank: it was not sent. */
export function parseLetterChange(request: RawRequest): Result<LetterChange, Refusal> {
  const body = parseJsonBody(request.body);
  if (!body.ok) return body;
  const { sentOn, letter } = body.value;
  return collectFields({
    sentOn: sentOn === undefined ? succeed(undefined) : parseSentOn('sentOn', sentOn),
    letter: letter === undefined ? succeed(undefined) : parseLetterParts('letter', letter ?? {}),
  });
}

const parseSentOn: FieldParser<string | null> = (field, received) => {
  const day = optional(parseDayField)(field, received ?? undefined);
  return day.ok ? succeed(day.value ?? null) : day;
};

const parseProjectsField: FieldParser<readonly string[]> = (field, received) => {
  const expected = `1 to ${limits.sampleProjects} keys of projects, such as DEMO,OPS`;
  const keys = (typeof received === 'string' ? received.split(',') : []).map((key) =>
    parseProjectField(field, key),
  );
  const known = keys.flatMap((key) => (key.ok ? [key.value] : []));
  const isFine = keys.length > 0 && keys.length <= limits.sampleProjects && known.length === keys.length;
  return isFine ? succeed(known) : fail([fieldProblem(field, expected, received)]);
};

const parseDayField: FieldParser<string> = (field, received) => {
  const day = typeof received === 'string' ? received.trim() : '';
  const instant = parseInstantField(field, day);
  return instant.ok && day.length === 10
    ? succeed(day)
    : fail([fieldProblem(field, 'a day, such as 2026-01-31', received)]);
};

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
