import type { TrackerAnswer } from '../ports/tracker.ts';
import { isJsonObject } from '../protocol/json-object.ts';
import type { TrackerProblem, TrackerProblemKind } from '../protocol/tracker-problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readJson, readObject, readText } from './read-values.ts';
import { readRetryAfter } from './retry-after.ts';
import { trackerLimits } from './tracker-limits.ts';

/** Statuses of Tracker's page "Possible response codes". */
const kinds: Readonly<Record<number, TrackerProblemKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'absent',
  409: 'conflict',
  412: 'conflict',
  423: 'locked',
  429: 'rate_limited',
};

/**
 * The JSON of an answer that says yes, undefined when its body is empty (204); else the problem. A success without JSON
 * comes from somebody in between, and so does a redirect: Tracker documents none.
 * @param nowMs the time, for a `Retry-After` that names a moment
 */
export function classifyAnswer(answer: TrackerAnswer, nowMs: number): Result<unknown, TrackerProblem> {
  const { status, text } = answer;
  if (status >= 200 && status < 300) {
    const json = readJson(text);
    return text.trim() === '' || json !== undefined ? succeed(json) : fail({ kind: 'unreadable', status });
  }
  const said = readSaid(text);
  const retryAfterMs = readRetryAfter(answer.headers, nowMs);
  return fail({
    kind: kinds[status] ?? kindOfClass(status),
    status,
    ...(said !== undefined && { said }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

function kindOfClass(status: number): TrackerProblemKind {
  if (status >= 500 && status < 600) return 'failing';
  return status >= 400 && status < 500 ? 'rejected' : 'unreadable';
}

/** `{"errors":{field:message},"errorMessages":[message]}`, with or without `statusCode`; undefined for anything else. */
function readSaid(text: string): string | undefined {
  const body = readJson(text);
  if (!isJsonObject(body)) return undefined;
  const messages: readonly unknown[] = Array.isArray(body.errorMessages) ? body.errorMessages : [];
  const fields = Object.entries(readObject(body.errors)).map(([field, message]) =>
    readText(message) === undefined ? undefined : `${field}: ${readText(message)}`,
  );
  const sentences = [...messages.map((message) => readText(message)), ...fields];
  return readText(
    sentences.filter((sentence) => sentence !== undefined).join(' '),
    trackerLimits.nameCharacters,
  );
}
