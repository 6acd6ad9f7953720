import { callHost, parseJson } from './bridge.ts';
import { fromWire } from './codec.ts';
import { hostValue } from './host-value.ts';
import type { Primitive } from './wire.ts';

interface Header {
  readonly name: string;
  readonly value: string;
}

/**
 * `ctx.request`. The body can be consumed once: as `body` (which keeps its text for further reads of `body` and `json()`)
 * or as `bodyAsStream`.
 */
export class Request {
  #text: string | undefined;

  get body(): string {
    this.#text ??= String(callHost('request', 'body'));
    return this.#text;
  }

  get bodyAsStream(): unknown {
    return fromWire(callHost('request', 'bodyAsStream'));
  }

  get headers(): unknown {
    const pairs = parseJson(String(callHost('request', 'headers'))) as [string, string][];
    return hostValue(pairs.map(([name, value]): Header => ({ name, value })));
  }

  get path(): unknown {
    return callHost('request', 'path');
  }

  get fullPath(): unknown {
    return callHost('request', 'fullPath');
  }

  get method(): unknown {
    return callHost('request', 'method');
  }

  get parameterNames(): unknown {
    return textsOf(callHost('request', 'parameterNames'));
  }

  // Own functions, so that a script may take them off the object.
  readonly json = (): unknown => parseJson(this.body);
  readonly getParameter = (name: string): unknown => fromWire(callHost('parameter', String(name)));
  readonly getParameters = (name: string): unknown => textsOf(callHost('parameters', String(name)));
}

function textsOf(json: Primitive): unknown {
  return hostValue(parseJson(String(json)) as readonly string[]);
}
