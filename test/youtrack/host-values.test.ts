import { describe, expect, test } from '@jest/globals';
import {
  findNumber,
  findText,
  parseDigits,
  parseFlag,
  parseText,
  readMember,
  toJson,
  toList,
} from '../../src/youtrack/host-values.ts';
import { fakeSet } from './fake-youtrack.ts';

/** A Long of Java, as far as it differs from a number: it prints to the last digit. */
const long = (digits: string) => ({ toString: () => digits });
/** A List of Java: it has a length and places, and no method of an array. */
const list = (...elements: unknown[]) =>
  Object.assign(Object.create(null), elements, { length: elements.length }) as unknown;

describe('of what YouTrack hands over', () => {
  test.each([[parseText], [parseFlag], [parseDigits]])('only null and undefined are unset (%p)', (parse) => {
    for (const unset of [null, undefined]) expect(parse(unset)).toEqual({ ok: true, value: undefined });
    for (const odd of ['x y', 1.5, Number.NaN, {}, [], Object.create(null), Symbol.iterator]) {
      expect(parse(odd)).not.toEqual({ ok: true, value: undefined });
    }
  });

  test.each([[0], [false], [{}], [['связь']], [long('17')]])('%j is no text', (value) => {
    expect(parseText(value)).toEqual({ ok: false, problem: String(value) });
    expect(findText(value)).toBeUndefined();
  });

  test.each([
    ['ключ', 'ключ'],
    [true, true],
    [7, 7],
    [null, undefined],
    [long('17'), ['17']],
    [list('DEMO-1', 7), ['DEMO-1', 7]],
    [fakeSet('DEMO-1'), ['DEMO-1']],
    [[['DEMO-1']], [['DEMO-1']]],
    [[Object.create(null)], [['an object']]],
  ])('an argument of a tool is a plain value or a list of them (%#)', (value, plain) => {
    expect(toJson(value)).toEqual(plain);
  });

  test('what only says that it is a list of millions is looked at in a thousand places, and within a list in a hundred', () => {
    expect(toJson({ 0: 'ключ', length: 2 ** 31 })).toEqual(['ключ', ...Array(999).fill(undefined)]);
    expect(toJson([{ length: 2 ** 31 }])).toEqual([Array(100).fill(String(undefined))]);
    expect(toJson({ length: -1 })).toEqual([]);
    expect(toJson({ length: Number.NaN })).toEqual([]);
  });

  test('texts are texts, a blank one is only shown as nothing', () => {
    expect(parseText(' ')).toEqual({ ok: true, value: ' ' });
    expect(findText(' ')).toBeUndefined();
    expect(findText(' связь ')).toBe(' связь ');
  });

  test.each([[true], [false]])('%j is a flag', (flag) => {
    expect(parseFlag(flag)).toEqual({ ok: true, value: flag });
  });

  test.each([
    [17, '17'],
    [-1, '-1'],
    [9_007_199_254_740_993n, '9007199254740993'],
    [long('9223372036854775807'), '9223372036854775807'],
  ])('%p is a whole number, exactly', (value, digits) => {
    expect(parseDigits(value)).toEqual({ ok: true, value: digits });
  });

  test.each([['17'], [1e21], [1.5], [true], [long('9'.repeat(20))]])('%p is no whole number', (value) => {
    expect(parseDigits(value).ok).toBe(false);
  });

  test.each([
    [1_767_225_600_000, 1_767_225_600_000],
    [Number.POSITIVE_INFINITY, undefined],
    ['1', undefined],
    [null, undefined],
    [true, undefined],
  ])('%p is the number %p', (value, number) => {
    expect(findNumber(value)).toBe(number);
  });

  test.each([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [list('a', 'b'), ['a', 'b']],
    [list(), []],
    [fakeSet('a', 'b'), ['a', 'b']],
    ['ab', ['ab']],
    [null, []],
    [undefined, []],
    [7, [7]],
  ])('the elements of %p are %j', (value, elements) => {
    expect(toList(value)).toEqual(elements);
  });

  test('members can be asked of anything', () => {
    expect(readMember({ name: 'Открыта' }, 'name')).toBe('Открыта');
    for (const none of [null, undefined, 7, 'text', true]) expect(readMember(none, 'length')).toBeUndefined();
  });
});
