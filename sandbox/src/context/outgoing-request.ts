import type { QueryPair } from '../api/http-query.ts';
import type { SecretText } from '../api/secret.ts';
import type { Execution } from '../ports/execution.ts';
import type { OutgoingBody, OutgoingPart, OutgoingRequest } from '../ports/outgoing-request.ts';
import type { PlainRequest } from '../realm/send-request.ts';

/** The body as the realm hands it over: bytes are numbers of streams, the text of a part stands in it. */
interface DescribedBody {
  readonly kind: string;
  readonly stream?: number;
  readonly parts?: readonly DescribedPart[];
}

interface DescribedPart {
  readonly name: string;
  readonly fileName: string;
  readonly contentType?: string;
  readonly stream?: number;
  readonly text?: string;
}

/** @param text the JSON of `http.ts` in the realm */
export function readOutgoing({ streams }: Pick<Execution, 'streams'>, text: string): OutgoingRequest {
  const request = JSON.parse(text) as OutgoingRequest;
  const body: DescribedBody = request.body;
  if (body.kind === 'stream') return { ...request, body: { kind: 'bytes', base64: base64Of(streams, body) } };
  if (body.kind !== 'multipart') return request;
  return {
    ...request,
    body: { kind: 'multipart', parts: (body.parts ?? []).map((part) => toPart(streams, part)) },
  };
}

function toPart(streams: readonly Uint8Array[], part: DescribedPart): OutgoingPart {
  const { name, fileName, contentType } = part;
  return {
    name,
    fileName,
    base64: base64Of(streams, part),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

function base64Of(
  streams: readonly Uint8Array[],
  { stream, text = '' }: { readonly stream?: number; readonly text?: string },
): string {
  return Buffer.from(stream === undefined ? Buffer.from(text) : (streams[stream] ?? [])).toString('base64');
}

/** What the sender needs to know beside the request. */
export interface SendingPlace {
  /** The real text of a secret setting. */
  readonly reveal: (name: string) => string | undefined;
  readonly hosts: ReadonlyMap<string, string>;
  readonly longestMs: number;
}

/** The request with the real secrets in it, ready to be sent. */
export function toPlainRequest(
  request: OutgoingRequest,
  { reveal, hosts, longestMs }: SendingPlace,
): PlainRequest {
  const { body, contentType } = encodeBody(request.body, reveal);
  const headers = request.headers.map(([name, value]): [string, string] => [name, writeText(value, reveal)]);
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    method: request.method,
    url: addQuery(request.url, encodeForm(request.query, reveal)),
    headers: contentType === undefined || hasType ? headers : [...headers, ['Content-Type', contentType]],
    timeoutMs: Math.min(request.timeoutMs ?? longestMs, longestMs),
    hosts: [...hosts],
    ...(body === undefined ? {} : { body: body.toString('base64') }),
  };
}

function addQuery(url: string, query: string): string {
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

function writeText(text: SecretText, reveal: SendingPlace['reveal']): string {
  if (typeof text === 'string') return text;
  if ('secret' in text) return reveal(text.secret) ?? '';
  if ('bearer' in text) return `Bearer ${writeText(text.bearer, reveal)}`;
  const [login, password] = text.basic;
  return `Basic ${Buffer.from(`${login}:${writeText(password, reveal)}`).toString('base64')}`;
}

function encodeForm(pairs: readonly QueryPair[], reveal: SendingPlace['reveal']): string {
  const texts = pairs.map(([name, value]): [string, string] => [name, writeText(value, reveal)]);
  return new URLSearchParams(texts).toString();
}

interface EncodedBody {
  readonly body?: Buffer;
  readonly contentType?: string;
}

/** JSON goes as text unless the script sets a content type: no published source says that servers add one. */
function encodeBody(body: OutgoingBody, reveal: SendingPlace['reveal']): EncodedBody {
  if (body.kind === 'none') return {};
  if (body.kind === 'text') return { body: Buffer.from(body.text), contentType: 'text/plain; charset=UTF-8' };
  if (body.kind === 'bytes')
    return { body: Buffer.from(body.base64, 'base64'), contentType: 'application/octet-stream' };
  if (body.kind === 'form')
    return {
      body: Buffer.from(encodeForm(body.fields, reveal)),
      contentType: 'application/x-www-form-urlencoded',
    };
  return encodeMultipart(body.parts);
}

const boundary = '----sandbox-http-boundary';

function encodeMultipart(parts: readonly OutgoingPart[]): EncodedBody {
  const chunks = parts.flatMap(({ name, fileName, contentType = 'application/octet-stream', base64 }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: ${contentType}\r\n\r\n`,
    ),
    Buffer.from(base64, 'base64'),
    Buffer.from('\r\n'),
  ]);
  const body = Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}
