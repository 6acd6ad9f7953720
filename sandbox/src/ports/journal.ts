import type { HttpExchange, PlainRequest } from '../realm/send-request.ts';

/** What has set something off, where it is not the sandbox itself. */
export type Cause =
  | { readonly kind: 'request'; readonly id: number }
  | { readonly kind: 'job'; readonly app: string; readonly script: string; readonly function: string }
  | { readonly kind: 'schedule'; readonly app: string; readonly script: string };

/** As much of a body or a value as is kept. */
export interface KeptText {
  readonly text: string;
  /** How much there was: bytes of a body, characters of a value. */
  readonly size: number;
  /** Why less is kept than there was. */
  readonly cut?: 'long' | 'binary';
}

export type Headers = readonly (readonly [name: string, value: string])[];

/** A request and its answer, one way or the other, secrets masked. Times are epoch milliseconds of the sandbox's clock. */
export interface NotedExchange {
  readonly id: number;
  /** `in`: to this YouTrack; `out`: from a script to some other server. */
  readonly direction: 'in' | 'out';
  readonly at: number;
  readonly tookMs: number;
  /** The login of who asked, or the script that did (`app/script`). */
  readonly who: string;
  readonly method: string;
  /** Path and query of what came in, the whole address of what went out. */
  readonly address: string;
  readonly requestHeaders: Headers;
  readonly requestBody: KeptText | undefined;
  /** Undefined when there was no answer. */
  readonly status: number | undefined;
  readonly responseHeaders: Headers;
  readonly responseBody: KeptText | undefined;
  /** Why there was no answer. */
  readonly problem: string | undefined;
  readonly cause: Cause | undefined;
}

/** A transaction that has written something. */
export interface NotedTransaction {
  readonly id: number;
  readonly at: number;
  readonly cause: Cause | undefined;
  readonly written: readonly WrittenEntity[];
  /** How many entities more it has written than are kept. */
  readonly more: number;
}

export interface WrittenEntity {
  /** `Issue`, `AppUsage`… */
  readonly type: string;
  /** What it is known by (`DEMO-1`), else its internal id. */
  readonly label: string;
  readonly action: 'created' | 'changed' | 'removed';
  readonly properties: readonly WrittenProperty[];
}

export interface WrittenProperty {
  readonly name: string;
  /** Undefined: unset. */
  readonly before: KeptText | undefined;
  readonly after: KeptText | undefined;
}

/** A request that a script has sent, with masks where its secrets were. */
export interface SentRequest {
  readonly app: string;
  readonly script: string;
  readonly request: PlainRequest;
  readonly exchange: HttpExchange;
  readonly tookMs: number;
}

/** Keeps for people what has happened lately. It is bounded, and nothing that is answered depends on it. */
export interface Journal {
  /** Does the work; what that commits and sends is noted as caused so. */
  within<T>(cause: Cause, work: () => T): T;
  /** The number under which something will be noted. */
  nextId(): number;
  note(exchange: NotedExchange): void;
  sent(request: SentRequest): void;
  /** Oldest first. */
  exchanges(): readonly NotedExchange[];
  /** Oldest first. */
  transactions(): readonly NotedTransaction[];
  clear(): void;
}
