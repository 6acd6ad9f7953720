import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toLowerKey, toUpperKey } from '../../src/protocol/letter-case.ts';

describe('the letter case of keys', () => {
  test.each([
    ['demo-1', 'DEMO-1'],
    ['демо-1', 'ДЕМО-1'],
    ['ſ-1', 'ſ-1'],
    ['straße', 'STRAßE'],
  ])('of %s in capitals is %s', (written, expected) => {
    expect(toUpperKey(written)).toBe(expected);
  });

  test.each([
    ['Jane', 'jane'],
    ['ВАСЯ', 'вася'],
    ['\u212A', '\u212A'],
  ])('of %s in small letters is %s', (written, expected) => {
    expect(toLowerKey(written)).toBe(expected);
  });

  test('never makes one key of two', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(fc.property(text, (key) => toLowerKey(toUpperKey(key)) === toLowerKey(key)));
  });
});
