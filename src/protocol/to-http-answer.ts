import type { Result } from '../result.ts';
import type { Envelope } from './answers.ts';
import type { Refusal } from './refusal.ts';
import { statusOf, toRefusalBody } from './refusal-answer.ts';

/** What an operation answers when all is well: the body, and 202 when the work follows later. */
export interface Reply<T = unknown> {
  readonly status: 200 | 202;
  readonly body: T;
}

/** Status and JSON body of an HTTP answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** An operation's result as plain HTTP. */
export function toHttpAnswer(result: Result<Reply, Refusal>): HttpAnswer {
  if (result.ok) return { status: result.value.status, body: result.value.body };
  return { status: statusOf(result.problem), body: toRefusalBody(result.problem) };
}

/** The same inside an envelope, which always travels with status 200. */
export function toEnvelopedAnswer(result: Result<Reply, Refusal>): HttpAnswer {
  const { status, body } = toHttpAnswer(result);
  const envelope: Envelope<unknown> = result.ok
    ? { ok: true, data: body }
    : { ok: false, status, problem: toRefusalBody(result.problem) };
  return { status: 200, body: envelope };
}
