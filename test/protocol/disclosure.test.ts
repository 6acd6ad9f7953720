import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Disclosure, disclosures, stricter, toDisclosure } from '../../src/protocol/disclosure.ts';
import { settingDefaults } from '../../src/protocol/setting-defaults.ts';

describe('how much Tracker may know', () => {
  test.each(['full', 'status', 'key'] as const)('%s is understood as it is written', (level) => {
    expect(toDisclosure(level)).toBe(level);
  });

  test.each(['', 'Full', ' full', 'всё', 'toString', '0'])('%j is not understood and tells least', (text) => {
    expect(toDisclosure(text)).toBe('key');
  });

  test.each([
    ['full', 'full', 'full'],
    ['full', 'status', 'status'],
    ['full', 'key', 'key'],
    ['status', 'key', 'key'],
    ['key', 'key', 'key'],
  ] as const)('of %s and %s the stricter is %s, whichever is named first', (one, other, expected) => {
    expect([stricter(one, other), stricter(other, one)]).toEqual([expected, expected]);
  });

  test('is never more than any of the levels that hold', () => {
    const rank = (level: Disclosure) => disclosures.indexOf(level);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...disclosures)), (levels) => {
        const held = levels.reduce(stricter, 'full');
        expect(levels.every((level) => rank(level) <= rank(held))).toBe(true);
      }),
    );
  });

  test('is everything, on the public Tracker, where nobody has set anything', () => {
    expect(settingDefaults).toEqual({ disclosure: 'full', trackerSite: 'https://tracker.yandex.ru' });
  });
});
