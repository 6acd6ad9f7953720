import { expect, test } from '@jest/globals';
import { formatTrackerTime, isTrackerTime, parseTrackerTime } from '../../src/tracker/tracker-time.ts';

test('a moment is written in UTC with an offset that has no colon', () => {
  expect(formatTrackerTime(Date.UTC(2017, 5, 11, 5, 16, 1, 339))).toBe('2017-06-11T05:16:01.339+0000');
});

test('the offset counts when a moment is read', () => {
  expect(parseTrackerTime('2017-06-11T08:16:01.339+0300')).toBe(Date.UTC(2017, 5, 11, 5, 16, 1, 339));
});

test.each([
  ['2017-06-11T05:16:01.339+0000', true],
  ['2017-06-11T05:16:01.339-0330', true],
  ['2017-06-11T05:16:01.339Z', false],
  ['2017-06-11T05:16:01.339+00:00', false],
  ['2017-06-11T05:16:01+0000', false],
  ['2017-13-11T05:16:01.339+0000', false],
  ['вчера', false],
])('%p is a moment of the protocol: %p', (text, expected) => {
  expect(isTrackerTime(text)).toBe(expected);
});
