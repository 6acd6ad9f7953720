import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutText } from '../../src/protocol/cut-text.ts';

const anyUnits = fc
  .array(fc.constantFrom(0x61, 0x44f, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000), { maxLength: 12 })
  .map((codes) => String.fromCharCode(...codes));

test.each([
  ['яблоко', 3, 'ябл'],
  ['a💥b', 2, 'a'],
  ['a💥b', 3, 'a💥'],
  ['a\ud800\udc00b', 2, 'a'],
  ['a\udbff\udfffb', 2, 'a'],
  ['a\udc00\udc00b', 2, 'a\udc00'],
  ['a\ud7ff\udc00b', 2, 'a\ud7ff'],
])('%j cut at %d is %j', (text, most, expected) => {
  expect(cutText(text, most)).toBe(expected);
});

test('a text that fits is left as it is, even where it ends in half a character', () => {
  fc.assert(fc.property(anyUnits, (text) => cutText(text, text.length) === text));
  expect(cutText('a\ud83d', 2)).toBe('a\ud83d');
});

test('what is cut is a beginning of the text, at most one shorter than it may be', () => {
  fc.assert(
    fc.property(anyUnits, fc.integer({ min: 1, max: 12 }), (text, most) => {
      const cut = cutText(text, most);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
    }),
  );
});
