import type { Application } from '../config/application-schema.ts';
import { type CallPurpose, cut, type Journal, type JournalEntry, maskAuthorization } from '../journal.ts';
import { type CallFailure, describeFailure, toRefused } from './call-failure.ts';

export interface OutgoingCall {
  readonly purpose: CallPurpose;
  readonly application: Application;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly json?: unknown;
  readonly issueKey?: string;
  readonly remoteKey?: string;
}

export interface Sender {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly journal: Journal;
  /** How long an application may take to answer, body included. Tracker's own limit is documented nowhere. */
  readonly timeoutMs: number;
}

export interface StartedCall {
  readonly entry: JournalEntry;
  /** Never rejects: the body's text once the call ended with a 2xx; undefined otherwise, `entry.problem` says why. */
  readonly done: Promise<string | undefined>;
}

const maxAnswerBytes = 1024 * 1024;

/** Calls a registered application with its token, within the time limit, and writes everything into the journal. */
export function sendCall(sender: Sender, call: OutgoingCall): StartedCall {
  const headers = headersOf(call);
  const body = call.json === undefined ? '' : JSON.stringify(call.json);
  const authorization = headers.authorization;
  const entry = sender.journal.add({
    direction: 'outgoing',
    at: sender.now(),
    method: call.method,
    url: call.url,
    headers:
      authorization === undefined ? headers : { ...headers, authorization: maskAuthorization(authorization) },
    body,
    purpose: call.purpose,
    application: call.application.id,
    ...(call.issueKey === undefined ? {} : { issueKey: call.issueKey }),
    ...(call.remoteKey === undefined ? {} : { remoteKey: call.remoteKey }),
  });
  const request = { method: call.method, headers, ...(body === '' ? {} : { body }) };
  return {
    entry,
    done: run(sender, entry, request).then((text) => maskAnswer(entry, call.application, text)),
  };
}

function headersOf({ application, json }: OutgoingCall): Record<string, string> {
  const { oauthToken, tokenScheme } = application;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (json !== undefined) headers['content-type'] = 'application/json';
  if (tokenScheme !== 'none' && oauthToken !== undefined)
    headers.authorization = `${tokenScheme} ${oauthToken}`;
  return headers;
}

/** The one place that catches what a call can throw: the failure goes into the journal. */
async function run(sender: Sender, entry: JournalEntry, request: RequestInit): Promise<string | undefined> {
  const startedAt = performance.now();
  const signal = AbortSignal.timeout(sender.timeoutMs);
  try {
    const response = await withAbort(
      sender.fetch(entry.url, { ...request, redirect: 'manual', signal }),
      signal,
    );
    const text = await withAbort(readText(response), signal);
    entry.status = response.status;
    entry.answer = cut(text);
    if (response.ok) return text;
    fail(entry, toRefused(response.status, text));
  } catch (error) {
    const { timeoutMs: limitMs } = sender;
    fail(entry, signal.aborted ? { kind: 'late', limitMs } : { kind: 'unreachable', reason: causeOf(error) });
  } finally {
    entry.durationMs = Math.round(performance.now() - startedAt);
  }
  return undefined;
}

function fail(entry: JournalEntry, failure: CallFailure): void {
  entry.failure = failure;
  entry.problem = describeFailure(failure);
}

/** An application may echo the token; the journal must not show it. */
function maskAnswer(
  entry: JournalEntry,
  { oauthToken }: Application,
  text: string | undefined,
): string | undefined {
  if (oauthToken !== undefined && entry.answer !== undefined)
    entry.answer = entry.answer.replaceAll(oauthToken, '***');
  return text;
}

/** A `fetch` given by a test may know nothing of signals; the limit holds for it too. */
function withAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxAnswerBytes) throw new Error(`the answer is larger than ${maxAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
