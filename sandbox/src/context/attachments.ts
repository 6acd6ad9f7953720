import type { Primitive } from '../api/wire.ts';
import type { Execution } from '../ports/execution.ts';
import type { Id } from '../world/transaction.ts';
import { textArgument } from './arguments.ts';
import { entityToScript, objectFields, type ScriptValue } from './script-values.ts';

/** A file a script attaches. */
export interface NewAttachment {
  readonly name: string;
  readonly content: Uint8Array;
  readonly mimeType: string | undefined;
  readonly charset: string | undefined;
}

/** Where it goes: the attachment's type, and what it belongs to. */
export interface AttachmentPlace {
  readonly type: 'IssueAttachment' | 'ArticleAttachment';
  readonly issue?: Id;
  readonly article?: Id;
  readonly comment?: Id;
}

/** Arguments of `addAttachment`: content, name, charset and MIME type, or one object with them. */
export function readAttachment(execution: Execution, values: readonly ScriptValue[]): NewAttachment {
  const [content, name, charset, mimeType] = values;
  const fields = objectFields(content) ?? { content, name, charset, mimeType };
  const { bytes, type } = readContent(execution, fields.content);
  return {
    name: textArgument(fields.name, 'the name of an attachment'),
    content: bytes,
    mimeType: typeof fields.mimeType === 'string' ? fields.mimeType : type,
    charset: typeof fields.charset === 'string' ? fields.charset : undefined,
  };
}

/** Stores a file; the user of the execution is its author. */
export function addAttachment(
  { change: { tx, sandbox }, user }: Execution,
  { name, content, mimeType, charset }: NewAttachment,
  { type, ...owners }: AttachmentPlace,
): Primitive {
  const now = sandbox.clock.now();
  const attachment = tx.create(type, {
    ...Object.fromEntries(Object.entries(owners).map(([property, ref]) => [property, { ref }])),
    author: { ref: user },
    name,
    extension: name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : null,
    mimeType: mimeType ?? 'application/octet-stream',
    charset: charset ?? null,
    size: content.byteLength,
    base64Content: Buffer.from(content).toString('base64'),
    created: now,
    updated: now,
  });
  return entityToScript(tx, attachment);
}

/** A stream, or a string: a data URI with Base64 content, else taken as the file's text. */
function readContent(
  { streams }: Execution,
  content: ScriptValue | undefined,
): { bytes: Uint8Array; type?: string } {
  if (typeof content === 'object' && content !== null && 'stream' in content) {
    return { bytes: streams[content.stream] ?? new Uint8Array() };
  }
  const text = textArgument(content, 'the content of an attachment');
  const [, type, base64] = /^data:([^;,]*);base64,(.*)$/s.exec(text) ?? [];
  if (base64 === undefined) return { bytes: Buffer.from(text) };
  return { bytes: Buffer.from(base64, 'base64'), ...(type ? { type } : {}) };
}
