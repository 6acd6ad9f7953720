import { attempt, fail, type Result, succeed } from '../result.ts';
import { fieldProblem } from './field-problem.ts';
import { limits } from './limits.ts';
import { type Refusal, refuse } from './refusal.ts';
import { countUtf8Bytes } from './utf8-bytes.ts';

/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads a request body as a JSON object of at most 64 KiB. The host's own `json()` throws on what callers get wrong. */
export function parseJsonBody(body: string): Result<JsonObject, Refusal> {
  if (isTooLarge(body)) {
    return fail(
      refuse('body_too_large', [
        fieldProblem('body', `at most ${limits.bodyBytes} bytes of JSON`, countUtf8Bytes(body)),
      ]),
    );
  }
  // A byte order mark is no JSON, yet some senders write it.
  const parsed = attempt((): unknown => JSON.parse(body.replace(/^\uFEFF/, '')));
  if (parsed.ok && isJsonObject(parsed.value)) return succeed(parsed.value);
  return fail(refuse('malformed', [fieldProblem('body', 'a JSON object', parsed.ok ? parsed.value : body)]));
}

function isTooLarge(body: string): boolean {
  // No character takes less than a byte: a long text need not be counted.
  return body.length > limits.bodyBytes || countUtf8Bytes(body) > limits.bodyBytes;
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
