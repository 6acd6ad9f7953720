import type { Host } from '../ports/ports.ts';
import { parseEnvelope } from '../protocol/parse-requests.ts';
import type { RawRequest } from '../protocol/read-request.ts';
import { type Refusal, refuse, withProblems } from '../protocol/refusal.ts';
import { type Reply, toEnvelopedAnswer, toHttpAnswer } from '../protocol/to-http-answer.ts';
import { attempt, fail, type Result } from '../result.ts';
import { logError } from '../youtrack/log.ts';
import type { OpenScope } from '../youtrack/scopes.ts';
import type { HttpContext, ScriptRequest } from '../youtrack/script-context.ts';
import { youtrack } from '../youtrack/youtrack.ts';

/** What one endpoint is made of. */
export interface Endpoint<H extends Host, Q> {
  readonly open: OpenScope<H>;
  readonly parse: (request: RawRequest) => Result<Q, Refusal>;
  readonly run: (host: H, request: Q) => Result<Reply, Refusal>;
}

/**
 * Makes the function YouTrack calls for an endpoint: parse, run, answer. Here, and only here, a result becomes an HTTP
 * answer and an exception is dealt with.
 */
export function serve<H extends Host, Q>(endpoint: Endpoint<H, Q>): (ctx: HttpContext) => void {
  return (ctx) => {
    const request = toRawRequest(ctx.request);
    const envelope = parseEnvelope(request);
    const parsed = endpoint.parse(request);
    const result = envelope.ok
      ? runParsed(endpoint, ctx, parsed)
      : fail(withProblems(envelope.problem, parsed));
    const { status, body } = envelope.ok && envelope.value ? toEnvelopedAnswer(result) : toHttpAnswer(result);
    ctx.response.code = status;
    ctx.response.json(body);
  };
}

function runParsed<H extends Host, Q>(
  endpoint: Endpoint<H, Q>,
  ctx: HttpContext,
  parsed: Result<Q, Refusal>,
): Result<Reply, Refusal> {
  if (!parsed.ok) return parsed;
  let hasWritten = false;
  const onWrite = () => {
    hasWritten = true;
  };
  const outcome = attempt(() => endpoint.run(endpoint.open(ctx, youtrack, onWrite), parsed.value));
  if (outcome.ok) return outcome.value;
  logError(`${nameOf(ctx.request)} failed`, outcome.problem);
  // Only an exception makes YouTrack undo what was written; where nothing was, the caller gets a proper answer instead.
  if (hasWritten) throw outcome.problem;
  return fail(refuse('upstream'));
}

function toRawRequest(request: ScriptRequest): RawRequest {
  return {
    body: request.body ?? '',
    // Copied, because what the server hands over need not be an array of this realm.
    parameters: (name) => Array.from(request.getParameters(name) ?? []),
  };
}

/** The endpoint and the keys it was asked for, as the log names them. */
function nameOf(request: ScriptRequest): string {
  const { parameters } = toRawRequest(request);
  const keys = ['key', 'issueKey', 'remoteKey', 'input'].flatMap((name) =>
    parameters(name).map((value) => `${name}=${value}`),
  );
  return [request.method, request.fullPath, ...keys].join(' ');
}
