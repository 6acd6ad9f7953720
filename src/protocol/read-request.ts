import { attempt, fail, type Result, succeed } from '../result.ts';
import type { FieldProblem } from './answers.ts';
import { fieldProblem } from './field-problem.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { limits } from './limits.ts';
import { type Refusal, refuse } from './refusal.ts';
import { countUtf8Bytes } from './utf8-bytes.ts';

/** A request as it arrives, before anything is believed of it. */
export interface RawRequest {
  /** The body's text, empty when there is none. */
  readonly body: string;
  /** Every value a query parameter was given, none when it is absent. */
  readonly parameters: (name: string) => readonly string[];
  /** Where the server's own pages are, without a slash at the end; undefined where nothing tells. */
  readonly serverAddress: () => string | undefined;
}

/** What one field of a request parses to: its value, or everything wrong with it. */
export type FieldResult<T> = Result<T, readonly FieldProblem[]>;

/** Reads one field, named so that its problems can be. */
export type FieldParser<T> = (field: string, received: unknown) => FieldResult<T>;

/** Reads one query parameter; giving it twice is malformed, whichever was meant. An absent one is `undefined` to its parser. */
export function readField<T>(request: RawRequest, name: string, parse: FieldParser<T>): FieldResult<T> {
  const values = request.parameters(name);
  if (values.length > 1) return fail([fieldProblem(name, 'one value', values)]);
  return parse(name, values[0]);
}

/** The same where it may be left out. */
export function readOptionalField<T>(
  request: RawRequest,
  name: string,
  parse: FieldParser<T>,
): FieldResult<T | undefined> {
  return readField(request, name, optional(parse));
}

/** A field that may be left out; a blank text, as a form sends it for what is not set, counts as left out. */
export function optional<T>(parse: FieldParser<T>): FieldParser<T | undefined> {
  return (field, received) => {
    const isBlank = received === undefined || (typeof received === 'string' && received.trim() === '');
    return isBlank ? succeed(undefined) : parse(field, received);
  };
}

type Values<Fields> = { [Name in keyof Fields]: Fields[Name] extends FieldResult<infer T> ? T : never };

/** Puts parsed fields together; when any is malformed, the refusal names all problems of all fields. */
export function collectFields<Fields extends Record<string, FieldResult<unknown>>>(
  fields: Fields,
): Result<Values<Fields>, Refusal> {
  const values: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (field.ok) values[name] = field.value;
    else problems.push(...field.problem);
  }
  if (problems.length > 0) return fail(refuse('malformed', problems));
  // Every field is present by now; the compiler cannot follow a loop over names.
  return succeed(values as Values<Fields>);
}

/** Reads a request body as a JSON object of at most 64 KiB. The host's own `json()` throws on what callers get wrong. */
export function parseJsonBody(body: string): Result<JsonObject, Refusal> {
  if (isTooLarge(body)) {
    const expected = `at most ${limits.bodyBytes} bytes of JSON`;
    return fail(refuse('body_too_large', [fieldProblem('body', expected, countUtf8Bytes(body))]));
  }
  // A byte order mark is no JSON, yet some senders write it.
  const parsed = attempt((): unknown => JSON.parse(body.replace(/^\uFEFF/, '')));
  if (parsed.ok && isJsonObject(parsed.value)) return succeed(parsed.value);
  return fail(refuse('malformed', [fieldProblem('body', 'a JSON object', parsed.ok ? parsed.value : body)]));
}

function isTooLarge(body: string): boolean {
  // No unit of a text takes more than three bytes: most texts need not be counted.
  return body.length * 3 > limits.bodyBytes && countUtf8Bytes(body) > limits.bodyBytes;
}
