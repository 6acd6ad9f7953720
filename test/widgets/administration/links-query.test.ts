import { describe, expect, test } from '@jest/globals';
import {
  everyLink,
  isFiltered,
  nextSort,
  toParameters,
} from '../../../widgets/administration/links/links-query.ts';

const now = new Date('2026-03-31T12:00:00Z');

describe('the list of every link', () => {
  test('without filters asks for all, newest first', () => {
    const given = Object.entries(toParameters(everyLink, now)).filter(([, value]) => value);
    expect(given).toEqual([['sort', '-addedAt']]);
  });

  test('an age becomes a moment', () => {
    expect(toParameters({ ...everyLink, age: 'week' }, now).addedAfter).toBe('2026-03-24T12:00:00.000Z');
    expect(toParameters({ ...everyLink, age: 'olderMonth' }, now).addedBefore).toBe(
      '2026-02-28T12:00:00.000Z',
    );
  });

  test('the order alone filters nothing', () => {
    expect(isFiltered({ ...everyLink, sort: 'key' })).toBe(false);
    expect(isFiltered({ ...everyLink, queue: 'TEST' })).toBe(true);
  });

  test('pressing a title twice turns the order round', () => {
    expect(nextSort('-addedAt', 'key')).toBe('key');
    expect(nextSort('key', 'key')).toBe('-key');
    expect(nextSort('-key', 'key')).toBe('key');
  });
});
