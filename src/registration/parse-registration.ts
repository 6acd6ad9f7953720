import { parseInstantField } from '../administration/parse-instant.ts';
import { parseProjectField } from '../administration/parse-project-field.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { textField } from '../protocol/parse-values.ts';
import {
  collectFields,
  type FieldParser,
  optional,
  parseJsonBody,
  type RawRequest,
  readOptionalField,
} from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type BaseUrl, parseBaseUrl } from './base-url.ts';
import { type LetterParts, parseLetterParts } from './letter-parts.ts';

/** What a registration is written for. */
export interface RegistrationQuery {
  readonly baseUrl: BaseUrl | undefined;
  readonly project: string | undefined;
}

/** What is to be kept of the letter. What is undefined stays as it is kept. */
export interface LetterChange {
  /** The day on which it was sent, as `2026-01-31`; null where it was not. */
  readonly sentOn: string | null | undefined;
  readonly letter: LetterParts | undefined;
}

/** GET admin `registration?baseUrl=&project=`. */
export function parseRegistrationQuery(request: RawRequest): Result<RegistrationQuery, Refusal> {
  return collectFields({
    baseUrl: readOptionalField(request, 'baseUrl', textField(parseBaseUrl)),
    project: readOptionalField(request, 'project', parseProjectField),
  });
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

const parseDayField: FieldParser<string> = (field, received) => {
  const day = typeof received === 'string' ? received.trim() : '';
  const instant = parseInstantField(field, day);
  return instant.ok && day.length === 10
    ? succeed(day)
    : fail([fieldProblem(field, 'a day, such as 2026-01-31', received)]);
};
