import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fieldProblem } from '../../src/protocol/field-problem.ts';
import { unknownObject } from '../../src/protocol/unknown-object.ts';

test.each([
  [undefined, 'nothing'],
  [null, 'null'],
  ['ключ', '"ключ"'],
  ['', '""'],
  [17, '17'],
  [['a', 1], '["a",1]'],
  [{ a: null }, '{"a":null}'],
])('%j is shown as %s', (received, shown) => {
  expect(fieldProblem('key', 'a key', received)).toEqual({
    field: 'key',
    expected: 'a key',
    received: shown,
  });
});

test.each([
  ['я'.repeat(98), `"${'я'.repeat(98)}"`],
  ['я'.repeat(99), `"${'я'.repeat(98)}…`],
])('a hundred characters are shown whole, and one more not: %#', (received, shown) => {
  expect(fieldProblem('key', 'a key', received).received).toBe(shown);
});

test('what is nested too deep to be written again is named as that', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(30_000)}${']'.repeat(30_000)}`);
  expect(fieldProblem('key', 'a key', deep).received).toBe('a deeply nested value');
});

test('what came is cut at a hundred characters', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (received) => fieldProblem('f', 'e', received).received.length <= 100),
  );
  const { received } = fieldProblem('f', 'e', 'я'.repeat(100_000));
  expect(received).toHaveLength(100);
  expect(received.endsWith('…')).toBe(true);
});

test('what came never ends in half a character', () => {
  const pairs = fc.string({ unit: fc.constantFrom('я', '💥'), minLength: 95, maxLength: 110 });
  fc.assert(fc.property(pairs, (text) => !/\p{Surrogate}/u.test(fieldProblem('f', 'e', text).received)));
  fc.assert(fc.property(pairs, (text) => !/\p{Surrogate}/u.test(fieldProblem('f', 'e', [text]).received)));
});

test('an unknown object is reported without saying what was asked for', () => {
  expect(unknownObject('entityIds[3]')).toEqual({
    field: 'entityIds[3]',
    expected: 'the key of an object that you may see',
    received: 'no such object',
  });
});
