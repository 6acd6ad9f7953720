import { expect, test } from '@jest/globals';
import { levenshteinDistance } from '../../src/api/levenshtein.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['ёж', 'ежик', 3],
  ['same', 'same', 0],
])('%p and %p are %i apart', (left, right, distance) => {
  expect(levenshteinDistance(left, right)).toBe(distance);
});
