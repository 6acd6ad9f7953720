import type { QueryPair } from '../api/http-query.ts';
import type { SecretText } from '../api/secret.ts';

/** An HTTP request of a script as its realm describes it, its bytes fetched: secrets are still names. JSON. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly query: readonly QueryPair[];
  readonly headers: readonly (readonly [name: string, value: SecretText])[];
  readonly body: OutgoingBody;
  readonly timeoutMs?: number;
}

export type OutgoingBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly base64: string }
  | { readonly kind: 'form'; readonly fields: readonly QueryPair[] }
  | { readonly kind: 'multipart'; readonly parts: readonly OutgoingPart[] };

export interface OutgoingPart {
  readonly name: string;
  readonly fileName: string;
  readonly contentType?: string;
  readonly base64: string;
}
