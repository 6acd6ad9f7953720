import { stringifyJson } from './bridge.ts';
import { toWire } from './codec.ts';
import { findStream } from './input-stream.ts';

/** What a request carries, as the host sends it. Streams are numbers of bytes the host holds. */
export type Payload =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stream'; readonly stream: number }
  | { readonly kind: 'form'; readonly fields: readonly (readonly [string, unknown])[] }
  | { readonly kind: 'multipart'; readonly parts: readonly object[] };

/** Texts as they are, arrays of `{name, value}` as a form, `multipart/form-data` with its parts, other objects as JSON. */
export function readPayload(payload: unknown): Payload {
  if (!payload) return { kind: 'none' };
  if (typeof payload === 'string') return { kind: 'text', text: payload };
  if (typeof payload !== 'object') return { kind: 'text', text: String(payload) };
  const stream = findStream(payload);
  if (stream !== undefined) return { kind: 'stream', stream };
  if (Array.isArray(payload)) return readArray(payload);
  const { type, parts } = payload as { type?: unknown; parts?: unknown };
  if (type === 'multipart/form-data' && Array.isArray(parts))
    return { kind: 'multipart', parts: parts.map(readPart) };
  return { kind: 'text', text: stringifyJson(payload) };
}

function readArray(payload: readonly unknown[]): Payload {
  const isForm = payload.every(
    (field) => typeof field === 'object' && field !== null && 'name' in field && 'value' in field,
  );
  if (!isForm) return { kind: 'text', text: stringifyJson(payload) };
  const fields = payload.map((field) => {
    const { name, value } = field as { name: unknown; value: unknown };
    return [String(name), String(value)] as const;
  });
  return { kind: 'form', fields };
}

interface WrittenPart {
  readonly name?: unknown;
  readonly size?: unknown;
  readonly fileName?: unknown;
  readonly content?: unknown;
  readonly contentType?: unknown;
}

/** "`name`, `size`, `fileName`, and `content` values are required" (JetBrains' reference, http). */
function readPart(part: WrittenPart): object {
  for (const key of ['name', 'size', 'fileName', 'content'] as const) {
    if (part?.[key] === undefined || part[key] === null)
      throw new Error(`A part of a multipart request needs '${key}'`);
  }
  const { content, contentType } = part;
  const stream = typeof content === 'object' && content !== null ? findStream(content) : undefined;
  return {
    name: String(part.name),
    fileName: String(part.fileName),
    ...(contentType === undefined ? {} : { contentType: String(contentType) }),
    ...(stream === undefined ? { text: String(toWire(content)) } : { stream }),
  };
}
