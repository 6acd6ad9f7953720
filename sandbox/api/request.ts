import { callHost, parseJson } from './bridge.ts';
import { fromWire } from './codec.ts';

interface Header {
  readonly name: string;
  readonly value: string;
}

/**
 * `ctx.request`. The body can be consumed once: as `body` (which keeps its text for further reads of `body` itself),
 * as `bodyAsStream`, or by `json()`.
 */
export function describeRequest(): object {
  let text: string | undefined;
  const readText = () => {
    text ??= String(callHost('request', 'body'));
    return text;
  };
  return {
    get body() {
      return readText();
    },
    get bodyAsStream() {
      return fromWire(callHost('request', 'bodyAsStream'));
    },
    get headers(): Header[] {
      return (parseJson(String(callHost('request', 'headers'))) as [string, string][]).map(
        ([name, value]) => ({ name, value }),
      );
    },
    get path() {
      return callHost('request', 'path');
    },
    get fullPath() {
      return callHost('request', 'fullPath');
    },
    get method() {
      return callHost('request', 'method');
    },
    get parameterNames(): unknown {
      return parseJson(String(callHost('request', 'parameterNames')));
    },
    json: (): unknown => parseJson(readText()),
    getParameter: (name: string): unknown => callHost('parameter', String(name)),
    getParameters: (name: string): unknown => parseJson(String(callHost('parameters', String(name)))),
  };
}
