import { callHost, stringifyJson } from './bridge.ts';
import { toWire } from './codec.ts';
import { jsonOf } from './json-of.ts';

/** `ctx.response`: what is set here is the answer once the handler is done. Only `code` sets the status. */
export function createResponse(): object {
  let code: unknown = 200;
  let body: unknown = null;
  let stream: unknown = null;
  const response = {
    get code() {
      return code;
    },
    set code(value: unknown) {
      code = value;
      callHost('answer', 'code', Number(value));
    },
    get body() {
      return body;
    },
    set body(value: unknown) {
      body = value;
      callHost('answer', 'body', value === null || value === undefined ? null : bodyText(value));
    },
    get bodyAsStream() {
      return stream;
    },
    set bodyAsStream(value: unknown) {
      stream = value;
      callHost('answer', 'stream', toWire(value));
    },
    json(value: unknown) {
      response.addHeader('Content-Type', 'application/json');
      response.body = jsonOf(value);
    },
    text(value: unknown) {
      response.addHeader('Content-Type', 'text/plain');
      response.body = String(value);
    },
    addHeader(name: unknown, value: unknown) {
      callHost(
        'answer',
        'header',
        String(name),
        value === null || value === undefined ? null : String(value),
      );
      return response;
    },
  };
  return response;
}

function bodyText(value: unknown): string {
  return typeof value === 'object' ? (stringifyJson(value) ?? '') : String(value);
}
