/** What came of an outgoing HTTP request. */
export interface HttpExchange {
  /** Undefined when there was no answer. */
  readonly code: number | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Base64; undefined when there was no answer. */
  readonly body: string | undefined;
  /** Why there was no answer. */
  readonly exception: string | undefined;
}
