import { readSync, writeSync } from 'node:fs';
import type { Primitive } from '../../sandbox/src/api/wire.ts';

/** Sends one message of primitives: their number, then each with its length, in UTF-16. */
export function writeMessage(file: number, fields: readonly Primitive[]): void {
  const parts = fields.flatMap((field) => {
    const text = Buffer.from(encode(field), 'utf16le').swap16();
    return [wordOf(text.length), text];
  });
  const message = Buffer.concat([wordOf(fields.length), ...parts]);
  for (let at = 0; at < message.length; ) at += writeSync(file, message, at);
}

/** Waits for the next message. @throws Error when nobody is left to send one */
export function readMessage(file: number): readonly Primitive[] {
  const message = readBytes(file, readBytes(file, 4).readUInt32BE());
  const fields: Primitive[] = [];
  for (let at = 4; at < message.length; ) {
    const end = at + 4 + message.readUInt32BE(at);
    fields.push(
      decode(
        Buffer.from(message.subarray(at + 4, end))
          .swap16()
          .toString('utf16le'),
      ),
    );
    at = end;
  }
  return fields;
}

function readBytes(file: number, count: number): Buffer {
  const bytes = Buffer.alloc(count);
  for (let at = 0; at < count; ) {
    const read = readSync(file, bytes, at, count - at, null);
    if (read === 0) throw new Error('the engine has ended');
    at += read;
  }
  return bytes;
}

function wordOf(value: number): Buffer {
  const word = Buffer.alloc(4);
  word.writeUInt32BE(value);
  return word;
}

function encode(field: Primitive): string {
  if (field === null) return '0';
  if (field === undefined) return 'u';
  return `${(typeof field)[0]}${field}`;
}

function decode(field: string): Primitive {
  const content = field.slice(1);
  if (field[0] === 's') return content;
  if (field[0] === 'b') return content === 'true';
  if (field[0] === 'n') return Number(content);
  return field[0] === 'u' ? undefined : null;
}
