import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countUtf8Bytes } from '../../src/protocol/utf8-bytes.ts';

test.each(['', 'abc', 'Привет', '€', '💥', '\ud83d', '\udca5x', 'a💥б'])(
  '%j is as long as in a file',
  (text) => {
    expect(countUtf8Bytes(text)).toBe(Buffer.byteLength(text));
  },
);

// Where another number of bytes begins, and where the halves of pairs begin and end.
const edges = [
  0x00, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xffff,
] as const;

test.each(edges)('%d before or behind any edge is as long as in a file', (code) => {
  for (const other of edges) {
    const text = String.fromCharCode(code, other);
    expect([text, countUtf8Bytes(text)]).toEqual([text, Buffer.byteLength(text)]);
  }
});

test('any text is as long as in a file', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }));
  fc.assert(
    fc.property(units, (codes) => {
      const text = String.fromCharCode(...codes);
      expect(countUtf8Bytes(text)).toBe(Buffer.byteLength(text));
    }),
  );
});
