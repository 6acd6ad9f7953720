/** What answers say, for whoever wants to know it without reading it from the answer: reading is a copy of the whole stream. */
const bodies = new WeakMap<Response, string | Uint8Array>();

/** A response whose body can be asked for, by `bodyOf`, as long as it is this very object. */
export function createAnswer(body: string | Uint8Array | null, init: ResponseInit): Response {
  const response = new Response(typeof body === 'string' ? body : body && new Uint8Array(body), init);
  bodies.set(response, body ?? '');
  return response;
}

/** A response of JSON, likewise. */
export function answerJson(value: unknown, status = 200): Response {
  return createAnswer(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });
}

/** What a response says; undefined when it was made in another way. */
export function bodyOf(response: Response): string | Uint8Array | undefined {
  return bodies.get(response);
}
