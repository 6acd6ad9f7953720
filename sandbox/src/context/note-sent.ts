import { secretMask } from '../apps/parse-setting.ts';
import type { OutgoingRequest } from '../ports/outgoing-request.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import type { HttpExchange } from '../realm/send-request.ts';
import { toPlainRequest } from './outgoing-request.ts';

/** A request that a script has sent, and what came of it. */
export interface SentByScript {
  readonly app: string;
  readonly script: string;
  /** Its secrets are still names. */
  readonly request: OutgoingRequest;
  readonly exchange: HttpExchange;
  /** When it was sent, on the clock of `performance`. */
  readonly startMs: number;
}

/** Has it noted for people, masks in the place of secrets. */
export function noteSent({ journal }: Sandbox, { request, startMs, ...sent }: SentByScript): void {
  const masked = toPlainRequest(request, { reveal: () => secretMask, hosts: new Map(), longestMs: 0 });
  journal.sent({ ...sent, request: masked, tookMs: performance.now() - startMs });
}
