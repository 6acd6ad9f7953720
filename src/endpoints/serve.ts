import type { Host } from '../ports/youtrack.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { parseEnvelope } from '../protocol/parse-requests.ts';
import type { RawRequest } from '../protocol/read-request.ts';
import { type Refusal, refuse, withProblems } from '../protocol/refusal.ts';
import { type Reply, toEnvelopedAnswer, toHttpAnswer } from '../protocol/to-http-answer.ts';
import { attempt, fail, type Result } from '../result.ts';
import type { Execution } from '../youtrack/execution.ts';
import { parseText, toList } from '../youtrack/host-values.ts';
import { logError } from '../youtrack/log.ts';
import type { OpenHost } from '../youtrack/open-host.ts';
import type { HttpContext, ScriptRequest } from '../youtrack/script-context.ts';
import { youtrack } from '../youtrack/youtrack.ts';

/** What one endpoint is made of: its address, how its request is read, and what is done with it. */
export interface Endpoint<H extends Host, Q> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly parse: (request: RawRequest) => Result<Q, Refusal>;
  readonly run: (host: H, request: Q) => Result<Reply, Refusal>;
}

/** One endpoint as YouTrack wants it declared. */
export interface DeclaredEndpoint {
  readonly scope: EntityKind | 'global';
  readonly method: Endpoint<Host, unknown>['method'];
  readonly path: string;
  readonly handle: (ctx: HttpContext) => void;
}

/** Declares endpoints of one scope. */
export type Serve<H extends Host> = <Q>(endpoint: Endpoint<H, Q>) => DeclaredEndpoint;

/**
 * Makes the functions YouTrack calls for the endpoints of a scope: parse, run, answer. Here, and only here, a result becomes
 * an HTTP answer and an exception is dealt with.
 */
export function serveIn<H extends Host>(scope: DeclaredEndpoint['scope'], open: OpenHost<H>): Serve<H> {
  return ({ method, path, parse, run }) => ({
    scope,
    method,
    path,
    handle(ctx) {
      const request = toRawRequest(ctx.request);
      const envelope = parseEnvelope(request);
      const parsed = parse(request);
      const result = envelope.ok
        ? runParsed(ctx, parsed, (execution, query) => run(open(ctx, execution), query))
        : fail(withProblems(envelope.problem, parsed));
      const isEnveloped = envelope.ok && envelope.value;
      const { status, body } = isEnveloped ? toEnvelopedAnswer(result) : toHttpAnswer(result);
      ctx.response.code = status;
      ctx.response.json(body);
    },
  });
}

function runParsed<Q>(
  ctx: HttpContext,
  parsed: Result<Q, Refusal>,
  run: (execution: Execution, query: Q) => Result<Reply, Refusal>,
): Result<Reply, Refusal> {
  if (!parsed.ok) return parsed;
  const execution = { api: youtrack, user: ctx.currentUser, hasWritten: false };
  const outcome = attempt(() => run(execution, parsed.value));
  if (outcome.ok) return outcome.value;
  logError(`${nameOf(ctx.request)} failed`, outcome.problem);
  // Only an exception makes YouTrack undo what was written; where nothing was, the caller gets a proper answer instead.
  if (execution.hasWritten) throw outcome.problem;
  return fail(refuse('upstream'));
}

function toRawRequest(request: ScriptRequest): RawRequest {
  const body = parseText(request.body);
  return {
    body: body.ok ? (body.value ?? '') : body.problem,
    parameters: (name) => toList(request.getParameters(name)).map(String),
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
