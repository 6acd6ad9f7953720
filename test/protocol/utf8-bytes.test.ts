import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countUtf8Bytes } from '../../src/protocol/utf8-bytes.ts';

test.each(['', 'abc', 'Привет', '€', '💥', '\ud83d', '\udca5x', 'a💥б'])(
  '%j is as long as in a file',
  (text) => {
    expect(countUtf8Bytes(text)).toBe(Buffer.byteLength(text));
  },
);

test('any text is as long as in a file', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }));
  fc.assert(
    fc.property(units, (codes) => {
      const text = String.fromCharCode(...codes);
      expect(countUtf8Bytes(text)).toBe(Buffer.byteLength(text));
    }),
  );
});
