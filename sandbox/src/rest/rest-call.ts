import type { Context, Handler } from 'hono';
import { isJsonObject, type Json, type JsonObject } from '../apps/json.ts';
import { runChange } from '../dispatch/run-change.ts';
import type { Change } from '../ports/execution.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { hasPermission } from '../world/access.ts';
import type { Id } from '../world/transaction.ts';
import { answerJson, createAnswer } from './answer-body.ts';
import { authenticate } from './authenticate.ts';
import { present, type RestValue } from './entities/present.ts';
import type { Scope } from './entities/scope.ts';
import { openScope } from './open-scope.ts';
import { parseFields } from './parse-fields.ts';
import { RestError } from './rest-error.ts';

/** One REST request inside its transaction, in the eyes of its caller. */
export interface RestCall extends Scope {
  readonly query: URLSearchParams;
  /** The request's JSON; an empty object when there is none. */
  readonly body: JsonObject;
  /** Epoch milliseconds of the sandbox's clock. */
  readonly now: number;
  /** A decoded part of the path. */
  param(name: string): string;
}

/** What a REST resource does: the value is shown as `fields` asks, undefined is an empty answer. */
export type RestHandler = (call: RestCall) => RestValue | undefined;

/** What a writing resource shows once its transaction is committed. */
export type ShowAfterwards = (scope: Scope) => RestValue;

/** A request that writes, and the change it makes. */
export interface WriteCall extends RestCall {
  readonly change: Change;
}

/** What a REST resource that writes does; undefined is an empty answer. */
export type WriteHandler = (call: WriteCall) => ShowAfterwards | undefined;

/** Shows an entity of the world as it is after the commit. */
export function shown(id: Id): ShowAfterwards {
  return ({ show }) => show(id);
}

/** A hono handler that only reads. */
export function reading(sandbox: Sandbox, handler: RestHandler): Handler {
  return (context) =>
    sandbox.world.transactions.run('read', (tx) =>
      answer(context, handler(createCall(openScope(sandbox, tx, context), context, {}))),
    );
}

/** A hono handler that writes: on-change rules run before its transaction commits, and what they did is shown. */
export function writing(sandbox: Sandbox, handler: WriteHandler): Handler {
  return async (context) => {
    const body = await readBody(context);
    const user = await authenticateNow(sandbox, context);
    const show = await runChange(sandbox, { user, mode: 'write' }, (tx, change) =>
      handler({ ...createCall(openScope(sandbox, tx, context), context, body), change }),
    );
    return answerAfterwards(sandbox, context, show);
  };
}

/** Answers in a transaction of its own, in the eyes of the caller, who may have lost the sight of what was changed. */
export async function answerAfterwards(
  sandbox: Sandbox,
  context: Context,
  show: ShowAfterwards | undefined,
): Promise<Response> {
  if (show === undefined) return createAnswer(null, { status: 200 });
  return sandbox.world.transactions.run('read', (tx) =>
    answer(context, show(openScope(sandbox, tx, context))),
  );
}

/** Who is calling, outside of the transaction that does the work. */
export function authenticateNow(sandbox: Sandbox, { req }: Context): Promise<Id> {
  return sandbox.world.transactions.run('read', (tx) => authenticate(tx, req.header('authorization')));
}

/** @throws RestError 403 */
export function requirePermission(
  { tx, user }: Pick<RestCall, 'tx' | 'user'>,
  key: string,
  project?: Id,
): void {
  if (!hasPermission(tx, user, key, project)) {
    throw new RestError(403, `You do not have the permission ${key}.`);
  }
}

/** Answers a value in JSON, cut down to the request's `fields`. */
export function answer({ req }: Context, value: RestValue | undefined): Response {
  if (value === undefined) return createAnswer(null, { status: 200 });
  return answerJson(present(value, parseFields(new URL(req.url).searchParams.get('fields') ?? '')));
}

/**
 * Reads a request's JSON object.
 * @throws RestError 400
 */
export async function readBody({ req }: Context): Promise<JsonObject> {
  const text = await req.text();
  if (text.trim() === '') return {};
  const body = parse(text);
  if (!isJsonObject(body)) throw new RestError(400, 'The request body must be a JSON object.');
  return body;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new RestError(400, 'The request body is not valid JSON.');
  }
}

function createCall(scope: Scope, { req }: Context, body: JsonObject): RestCall {
  return {
    ...scope,
    body,
    now: scope.sandbox.clock.now(),
    query: new URL(req.url).searchParams,
    param: (name) => req.param(name) ?? '',
  };
}
