import { callHost, stringifyJson } from './bridge.ts';
import { readPayload } from './http-payload.ts';
import { readQuery } from './http-query.ts';
import { createHttpResponse } from './http-response.ts';
import { notEmulated } from './not-emulated.ts';
import { isMasked, maskText, toSecretText } from './secret.ts';

const requestTypes = {
  GET: 'GET',
  HEAD: 'HEAD',
  POST: 'POST',
  PUT: 'PUT',
  PATCH: 'PATCH',
  DELETE: 'DELETE',
  CONNECT: 'CONNECT',
  OPTIONS: 'OPTIONS',
};

interface Header {
  name: string;
  value: unknown;
}

interface HttpCall {
  readonly method: string;
  readonly uri: unknown;
  readonly query: unknown;
  readonly payload?: unknown;
}

/**
 * The `http` module: JetBrains' published one (2022.1) with what later versions document on top: `setHeader`,
 * `bearerAuth`, secrets, `body`, `json()` and the `…Async` methods.
 */
export function createHttpModule(): object {
  return { Connection, REQUEST_TYPES: requestTypes };
}

export class Connection {
  readonly url: unknown;
  readonly headers: Header[] = [];
  readonly #timeoutMs: unknown;

  /** @param _sslKeyName is taken and not used: no server certificates are checked against it here */
  constructor(url?: unknown, _sslKeyName?: unknown, timeout?: unknown) {
    this.url = url;
    this.#timeoutMs = timeout;
  }

  addHeader(header: unknown, value?: unknown): this {
    this.headers.push(readHeader(header, value));
    return this;
  }

  setHeader(header: unknown, value?: unknown): this {
    const set = readHeader(header, value);
    const others = this.headers.filter(({ name }) => name.toLowerCase() !== set.name.toLowerCase());
    this.headers.splice(0, this.headers.length, ...others, set);
    return this;
  }

  basicAuth(login: unknown, password: unknown): this {
    const value = isMasked(password)
      ? maskText({ basic: [String(login), toSecretText(password)] })
      : `Basic ${String(callHost('base64', `${String(login)}:${String(password)}`))}`;
    return this.addHeader('Authorization', value);
  }

  bearerAuth(token: unknown): this {
    const value = isMasked(token) ? maskText({ bearer: toSecretText(token) }) : `Bearer ${String(token)}`;
    return this.addHeader('Authorization', value);
  }

  doSync(method: unknown, uri?: unknown, query?: unknown, payload?: unknown): object {
    return createHttpResponse(
      callHost('http', this.#describe({ method: readMethod(method), uri, query, payload })),
    );
  }

  getSync(uri?: unknown, query?: unknown): object {
    return this.doSync('GET', uri, query);
  }

  headSync(uri?: unknown, query?: unknown): object {
    return this.doSync('HEAD', uri, query);
  }

  postSync(uri?: unknown, query?: unknown, payload?: unknown): object {
    return this.doSync('POST', uri, query, payload);
  }

  putSync(uri?: unknown, query?: unknown, payload?: unknown): object {
    return this.doSync('PUT', uri, query, payload);
  }

  patchSync(uri?: unknown, query?: unknown, payload?: unknown): object {
    return this.doSync('PATCH', uri, query, payload);
  }

  deleteSync(uri?: unknown, query?: unknown): object {
    return this.doSync('DELETE', uri, query);
  }

  connectSync(): never {
    throw notEmulated('http.Connection.connectSync()');
  }

  optionsSync(uri?: unknown, query?: unknown): object {
    return this.doSync('OPTIONS', uri, query);
  }

  /** Sends the request once the transaction is committed and calls the async function with the answer. */
  doAsync(method: unknown, ...[uri, query, payload, handlerName]: unknown[]): void {
    const request = this.#describe({ method: readMethod(method), uri, query, payload });
    callHost('httpAsync', request, String(handlerName));
  }

  getAsync(uri: unknown, query: unknown, handlerName: unknown): void {
    this.doAsync('GET', uri, query, undefined, handlerName);
  }

  deleteAsync(uri: unknown, query: unknown, handlerName: unknown): void {
    this.doAsync('DELETE', uri, query, undefined, handlerName);
  }

  postAsync(uri: unknown, query: unknown, payload: unknown, handlerName: unknown): void {
    this.doAsync('POST', uri, query, payload, handlerName);
  }

  putAsync(uri: unknown, query: unknown, payload: unknown, handlerName: unknown): void {
    this.doAsync('PUT', uri, query, payload, handlerName);
  }

  patchAsync(uri: unknown, query: unknown, payload: unknown, handlerName: unknown): void {
    this.doAsync('PATCH', uri, query, payload, handlerName);
  }

  #describe({ method, uri, query, payload }: HttpCall): string {
    const parameters = readQuery(query);
    const body = readPayload(payload);
    const isForm = body.kind === 'none' && parameters.length > 0 && (method === 'POST' || method === 'PUT');
    return stringifyJson({
      method,
      url: joinUrl(this.url, uri),
      query: isForm ? [] : parameters,
      headers: this.headers.map(({ name, value }) => [name, toSecretText(value)]),
      body: isForm ? { kind: 'form', fields: parameters } : body,
      timeoutMs: typeof this.#timeoutMs === 'number' && this.#timeoutMs > 0 ? this.#timeoutMs : undefined,
    });
  }
}

function readHeader(header: unknown, value: unknown): Header {
  if (typeof header === 'string') return { name: header, value };
  const { name, value: own } = Object(header) as Header;
  return { name: String(name), value: own };
}

function readMethod(method: unknown): string {
  const name = String(method).toUpperCase();
  if (name === 'CONNECT') throw notEmulated('http CONNECT requests');
  return name;
}

/** "A concatenation" in the documentation, whose own examples leave the slash out: exactly one stands between. */
function joinUrl(base: unknown, uri: unknown): string {
  const start = base === undefined || base === null ? '' : String(base);
  const end = uri === undefined || uri === null ? '' : String(uri);
  if (start === '' || end === '') return start + end;
  if (/^[?&#]/.test(end)) return start + end;
  return `${start.replace(/(?<!\/)\/+$/, '')}/${end.replace(/^\/+/, '')}`;
}
