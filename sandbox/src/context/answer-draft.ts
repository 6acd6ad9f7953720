/** What a handler has put into `ctx.response` so far. */
export interface AnswerDraft {
  code: number;
  body: string | Uint8Array | undefined;
  /** By lower-case name; the last one wins. */
  readonly headers: Map<string, { readonly name: string; readonly value: string }>;
}

/** 200 and nothing else, as a handler finds it. */
export function startAnswer(): AnswerDraft {
  return { code: 200, body: undefined, headers: new Map() };
}
