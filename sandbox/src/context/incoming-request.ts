/** An HTTP request as an endpoint's script sees it. */
export interface IncomingRequest {
  readonly method: string;
  /** The endpoint's own path. */
  readonly path: string;
  readonly fullPath: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly parameters: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** How the body was consumed; it can be, once. */
  consumed: 'not' | 'text' | 'stream';
}
