import type { KeptText } from '../ports/journal.ts';

/** Enough for what people read; a body or value of more is cut. */
const mostCharacters = 16_384;

/** So much is looked at: more than is kept, so that no secret is cut in two before it is masked. */
export const readCharacters = 65_536;

/** A text as it is kept, cut where it is long. @param size of the whole, when the text is its beginning only */
export function keepText(text: string, size = text.length): KeptText {
  if (text.length <= mostCharacters) return { text, size };
  // A part of a text keeps the whole of it alive in V8; written anew it does not.
  const start = Buffer.from(text.slice(0, mostCharacters)).toString();
  return { text: start, size, cut: 'long' };
}

/** The beginning of a body as text, or that it is none; undefined when there is nothing in it. */
export function readBody(
  bytes: Uint8Array,
  contentType: string,
  size = bytes.byteLength,
): KeptText | undefined {
  if (size === 0) return undefined;
  if (!isText(contentType)) return { text: '', size, cut: 'binary' };
  return { text: new TextDecoder().decode(bytes.subarray(0, readCharacters)), size };
}

/** The beginning of a text that was read already; undefined when there is nothing in it. */
export function readText(text: string): KeptText | undefined {
  if (text === '') return undefined;
  return { text: text.slice(0, readCharacters), size: Buffer.byteLength(text) };
}

/** Whether people can read what has this content type; what says nothing of itself is most likely text. */
export function isText(contentType: string): boolean {
  return contentType === '' || /^text\/|json|xml|javascript|x-www-form-urlencoded/i.test(contentType);
}

/** About how many characters of memory they take. */
export function sizeOf(kept: readonly (KeptText | undefined)[]): number {
  return kept.reduce((sum, one) => sum + (one?.text.length ?? 0), 0);
}
