import { callHost, stringifyJson } from './bridge.ts';
import { toWire } from './codec.ts';
import { jsonOf } from './json-of.ts';

/** `ctx.response`: what is set here is the answer once the handler is done. Only `code` sets the status. */
export class Response {
  #code: unknown = 200;
  #body: unknown = null;
  #stream: unknown = null;

  get code(): unknown {
    return this.#code;
  }

  set code(value: unknown) {
    this.#code = value;
    callHost('answer', 'code', Number(value));
  }

  get body(): unknown {
    return this.#body;
  }

  set body(value: unknown) {
    this.#body = value;
    callHost('answer', 'body', value === null || value === undefined ? null : bodyText(value));
  }

  get bodyAsStream(): unknown {
    return this.#stream;
  }

  set bodyAsStream(value: unknown) {
    this.#stream = value;
    callHost('answer', 'stream', toWire(value));
  }

  // Own functions, so that a script may take them off the object.
  readonly json = (value: unknown): void => {
    this.addHeader('Content-Type', 'application/json');
    this.body = jsonOf(value);
  };

  readonly text = (value: unknown): void => {
    this.addHeader('Content-Type', 'text/plain');
    this.body = String(value);
  };

  readonly addHeader = (name: unknown, value: unknown): this => {
    callHost('answer', 'header', String(name), value === null || value === undefined ? null : String(value));
    return this;
  };
}

function bodyText(value: unknown): string {
  return typeof value === 'object' ? (stringifyJson(value) ?? '') : String(value);
}
