import type { Host } from '../ports/youtrack.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { once } from '../protocol/once.ts';
import type { FieldResult, RawRequest } from '../protocol/read-request.ts';
import { type Refusal, refuse, withProblems } from '../protocol/refusal.ts';
import type { HttpAnswer, Reply } from '../protocol/to-http-answer.ts';
import { attempt, fail, type Result, succeed } from '../result.ts';
import type { Execution } from '../youtrack/execution.ts';
import { parseText, toList, toText } from '../youtrack/host-values.ts';
import { logError } from '../youtrack/log.ts';
import type { OpenHost } from '../youtrack/open-host.ts';
import type { HttpContext, ScriptRequest } from '../youtrack/script-context.ts';
import { youtrack } from '../youtrack/youtrack.ts';
import type { Answered } from './note-answer.ts';

declare function require(
  path: '../linking/find-server-address.ts',
): typeof import('../linking/find-server-address.ts');
declare function require(
  path: '../protocol/parse-envelope.ts',
): typeof import('../protocol/parse-envelope.ts');
declare function require(
  path: '../protocol/to-http-answer.ts',
): typeof import('../protocol/to-http-answer.ts');
declare function require(path: './note-answer.ts'): typeof import('./note-answer.ts');

/** What one endpoint is made of: its address, how its request is read, and what is done with it. */
export interface Endpoint<H extends Host, Q> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly parse: (request: RawRequest) => Result<Q, Refusal>;
  readonly run: (host: H, request: Q) => Result<Reply, Refusal>;
  /** Whether it is one that Tracker is registered with, so that its last call is kept. */
  readonly isForTracker?: true;
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
  return ({ method, path, parse, run, isForTracker }) => ({
    scope,
    method,
    path,
    handle(ctx) {
      const execution = { api: youtrack, user: ctx.currentUser, hasWritten: false };
      const host = once(() => open(ctx, execution));
      const request = toRawRequest(ctx.request, () =>
        require('../linking/find-server-address.ts').findServerAddress(host()),
      );
      const envelope = parseEnvelope(request);
      const result = tryToAnswer(ctx, execution, () => {
        const parsed = parse(request);
        if (!envelope.ok) return fail(withProblems(envelope.problem, parsed));
        return parsed.ok ? run(host(), parsed.value) : parsed;
      });
      if (isForTracker) noteAnswer(host, ctx, { scope, result });
      const { status, body } = toAnswer(result, envelope.ok && envelope.value);
      ctx.response.code = status;
      ctx.response.json(body);
    },
  });
}

/** Most of what Tracker asks is asked without an envelope. */
function parseEnvelope(request: RawRequest): FieldResult<boolean> {
  if (request.parameters('envelope').length === 0) return succeed(false);
  return require('../protocol/parse-envelope.ts').parseEnvelope(request);
}

/** Most of it is answered as it is. */
function toAnswer(result: Result<Reply, Refusal>, isEnveloped: boolean): HttpAnswer {
  if (result.ok && !isEnveloped) return result.value;
  const answers = require('../protocol/to-http-answer.ts');
  return isEnveloped ? answers.toEnvelopedAnswer(result) : answers.toHttpAnswer(result);
}

/** Whatever keeps a note from being taken, the answer stays what it is. What takes it is loaded only where Tracker has called. */
function noteAnswer(host: () => Host, ctx: HttpContext, answered: Answered): void {
  const noted = attempt(() => {
    if (!isTrackerCalling(ctx)) return;
    const parameters = (name: string) => readParameters(ctx.request, name);
    require('./note-answer.ts').noteAnswer(host(), { ...answered, request: ctx.request, parameters });
  });
  if (!noted.ok) logError('A call of Tracker was not noted', noted.problem);
}

/** The caller and the setting as they come, because most answers are for people, and need neither for anything else. */
function isTrackerCalling({ settings, currentUser }: HttpContext): boolean {
  const account = parseText(settings.serviceAccount);
  const login = account.ok ? account.value?.trim().toLowerCase() : undefined;
  return login !== undefined && login === toText(currentUser.login).toLowerCase();
}

function tryToAnswer(
  ctx: HttpContext,
  execution: Execution,
  answer: () => Result<Reply, Refusal>,
): Result<Reply, Refusal> {
  const outcome = attempt(answer);
  if (outcome.ok) return outcome.value;
  logError(`${nameOf(ctx.request)} failed`, outcome.problem);
  // Only an exception makes YouTrack undo what was written; where nothing was, the caller gets a proper answer instead.
  if (execution.hasWritten) throw outcome.problem;
  return fail(refuse('upstream'));
}

/** The body is read when somebody parses it: no GET does. */
function toRawRequest(request: ScriptRequest, serverAddress: RawRequest['serverAddress']): RawRequest {
  const body = once(() => readBody(request));
  return {
    get body() {
      return body();
    },
    parameters: (name) => readParameters(request, name),
    serverAddress,
  };
}

function readBody(request: ScriptRequest): string {
  const body = parseText(request.body);
  return body.ok ? (body.value ?? '') : body.problem;
}

function readParameters(request: ScriptRequest, name: string): readonly string[] {
  return toList(request.getParameters(name)).map(String);
}

/** The endpoint and the keys it was asked for, as the log names them. */
function nameOf(request: ScriptRequest): string {
  const keys = ['key', 'issueKey', 'remoteKey', 'input'].flatMap((name) =>
    readParameters(request, name).map((value) => `${name}=${value}`),
  );
  return [request.method, request.fullPath, ...keys].join(' ');
}
