import { contentOf, kindOf, type Primitive, type WireError } from './wire.ts';

/** The one host function of a realm. It is only ever called, never handed on: whoever holds it could leave the realm. */
export type Bridge = (operation: string, a?: Primitive, b?: Primitive, c?: Primitive) => Primitive;

// Scripts may replace the globals; what works for the platform uses the originals.
export const parseJson: (text: string) => unknown = JSON.parse;
export const stringifyJson = JSON.stringify;

let bridge: Bridge | undefined;

/** Called once, before any script is there. */
export function connectBridge(to: Bridge): void {
  bridge = to;
}

/**
 * Asks the host. An error of the host arrives as text and is made anew here; anything the call itself throws (a full
 * stack) may be an object of the host's and is dropped.
 */
export function callHost(operation: string, a?: Primitive, b?: Primitive, c?: Primitive): Primitive {
  let answer: Primitive;
  try {
    answer = bridge === undefined ? undefined : bridge(operation, a, b, c);
  } catch {
    throw new RangeError('Maximum call stack size exceeded');
  }
  if (kindOf(answer) === 'error') throw remakeError(parseJson(contentOf(String(answer))) as WireError);
  return answer;
}

/** The scripting API's exceptions go by their Java names; the rest are errors of the language. */
function remakeError({ name, message }: WireError): Error {
  const error = name === 'TypeError' ? new TypeError(message) : new Error(message);
  if (name !== 'TypeError')
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  return error;
}
