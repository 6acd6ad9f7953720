/** What one step of a case sends. */
export interface Sent {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query, from the server's root. */
  readonly path: string;
  /** Login of the caller; `null` is the guest. */
  readonly as: string | null;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Sent in place of the header that `as` stands for. */
  readonly authorization?: string;
}

/** What must come back: the status, and the body if given (a plain value is compared as a whole). */
export interface Expected {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A removal answers 200 where the server lets DELETE write and 202 where it does not; then the link is gone either way. */
export interface ExpectedRemoval {
  readonly removes: { readonly issueKey: string; readonly keys: readonly string[] };
}

/** Both answers must have the same status and the same bytes: a difference would tell what the caller may not know. */
export interface ExpectedTwin {
  readonly sameAs: Sent;
  readonly status: number;
}

export interface Step {
  readonly sent: Sent;
  readonly expected: Expected | ExpectedRemoval | ExpectedTwin;
}

/** One rule of the protocol: its words, and the requests that show it, in order. */
export interface Case {
  readonly title: string;
  readonly steps: readonly Step[];
}
