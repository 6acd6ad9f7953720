import { parseJson } from './bridge.ts';
import { hostValue } from './host-value.ts';
import { wrapStream } from './input-stream.ts';
import type { Primitive } from './wire.ts';

/** What the host says came of a request. */
interface Exchange {
  readonly code: number | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string | null;
  /** Number of the body's bytes. */
  readonly stream: number | null;
  readonly exception: string | null;
}

/** A Response of the `http` module; after an exception most of it is empty, as documented. */
export function createHttpResponse(answer: Primitive): object {
  const { code, headers, text, stream, exception } = parseJson(String(answer)) as Exchange;
  const bytes = stream === null ? null : wrapStream(stream);
  return {
    code: code ?? undefined,
    headers: hostValue(headers.map(([name, value]) => ({ name, value }))),
    response: text,
    body: text,
    responseAsStream: bytes,
    bodyAsStream: bytes,
    exception: exception === null ? null : new Error(exception),
    isSuccess: code !== null && code >= 200 && code < 400,
    json: (): unknown => parseJson(String(text)),
    toString: () => (exception === null ? `HTTP ${String(code)}` : exception),
  };
}
