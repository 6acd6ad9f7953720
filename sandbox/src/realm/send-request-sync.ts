import { createSyncFn } from 'synckit';
import type { HttpExchange, PlainRequest } from './send-request.ts';

type SendSync = (request: PlainRequest) => HttpExchange;

const senders = new Map<string, SendSync>();

/** Above any request's own timeout: only a worker that has died is given up on. */
const workerTimeoutMs = 120_000;

/** Sends a request and waits for the answer, blocking this thread. @param workerFile the built `http-worker.ts` */
export function sendRequestSync(workerFile: string, request: PlainRequest): HttpExchange {
  const known = senders.get(workerFile);
  const send: SendSync =
    known ??
    createSyncFn<(request: PlainRequest) => Promise<HttpExchange>>(workerFile, { timeout: workerTimeoutMs });
  senders.set(workerFile, send);
  return send(request);
}
