/**
 * How many bytes a text takes in UTF-8, counted by hand because the scripts' realm has no TextEncoder. A lone half of a
 * surrogate pair counts as the three bytes of its replacement character.
 */
export function countUtf8Bytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    if (isPair(unit, text.charCodeAt(index + 1))) {
      // Two units make one character of four bytes: two counted by length, two just added.
      index += 1;
    }
  }
  return bytes;
}

function isPair(unit: number, next: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000;
}
