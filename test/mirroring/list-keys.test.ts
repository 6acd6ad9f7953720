import { expect, test } from '@jest/globals';
import { createListKeys } from '../../src/mirroring/list-keys.ts';
import { fakeTracker } from './support/fake-tracker.ts';

test('the other keys of an issue are its current one and its former ones', () => {
  const tracker = fakeTracker(['TEST-1']);
  tracker.move('TEST-1', 'NEWQ-1');
  tracker.move('NEWQ-1', 'LAST-1');
  expect(createListKeys(tracker)('NEWQ-1')).toEqual(['LAST-1', 'TEST-1']);
  expect(createListKeys(tracker)('LAST-1')).toEqual(['TEST-1', 'NEWQ-1']);
});

test('an issue that is not there has none', () => {
  expect(createListKeys(fakeTracker([]))('TEST-1')).toEqual([]);
});

test('they are not known while Tracker does not answer, or is not connected', () => {
  const tracker = fakeTracker(['TEST-1']);
  tracker.failNext({ kind: 'timeout' });
  expect(createListKeys(tracker)('TEST-1')).toBeUndefined();
  expect(createListKeys(undefined)('TEST-1')).toBeUndefined();
});
