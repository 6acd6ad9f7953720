import type { ContextDescription } from '../api/context.ts';

/** What one execution inherits from the async functions before it, and what it asks to run next. */
export interface AsyncChain {
  /** How many async functions ran before this execution. */
  readonly hops: number;
  /** `ctx.store`: key → wire value; later values win, and all go on to the next function. */
  readonly stored: Map<string, string>;
  /** The context this execution has and the next one shall have: the same entities, never the same objects. */
  readonly context: ContextDescription;
  scheduled: ScheduledCall | undefined;
}

/** What `ctx.invokeAsync` or an `…Async` method of a connection asked for. */
export interface ScheduledCall {
  readonly name: string;
  readonly delayMs: number;
  readonly deduplicationKey: string | undefined;
  /** The HTTP request to send before the function runs. */
  readonly request?: OutgoingRequest;
}

/** An HTTP request of a script: secrets are still names here. */
export interface OutgoingRequest {
  readonly method: string;
  /** The connection's URL and the request's URI joined. */
  readonly url: string;
  readonly query: readonly (readonly [name: string, value: OutgoingText])[];
  readonly headers: readonly (readonly [name: string, value: OutgoingText])[];
  readonly body: OutgoingBody;
  readonly timeoutMs: number | undefined;
}

export type OutgoingText =
  | string
  | { readonly secret: string }
  | { readonly bearer: OutgoingText }
  | { readonly basic: readonly [login: string, password: OutgoingText] };

export type OutgoingBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string; readonly contentType?: string }
  | { readonly kind: 'base64'; readonly content: string }
  | { readonly kind: 'multipart'; readonly parts: readonly MultipartPart[] };

export interface MultipartPart {
  readonly name: string;
  readonly fileName: string;
  readonly contentType?: string;
  /** Base64. */
  readonly content: string;
}

export function startChain(context: ContextDescription): AsyncChain {
  return { hops: 0, stored: new Map(), context, scheduled: undefined };
}
