import { describe, expect, test } from '@jest/globals';
import { decodeOwed, encodeOwed } from '../../src/links/owed-codec.ts';

const plain = { issueKey: 'TEST-1', wish: 'live', since: 1767225600000, attempts: 0 };
const stored = (...owed: readonly unknown[]) => JSON.stringify({ v: 1, owed });
const wrongShape = { ok: false, problem: { reason: 'wrong_shape' } };

describe('what is owed', () => {
  test('is stored as it was read', () => {
    const text = stored(plain, { ...plain, issueKey: 'TEST-2', wish: 'gone', attempts: 3 });
    const read = decodeOwed(text);
    expect(read.ok && encodeOwed(read.value)).toBe(text);
  });

  test('is nothing where nothing is stored, and stores nothing then', () => {
    for (const text of [undefined, '', stored()]) {
      const read = decodeOwed(text);
      expect(read.ok && read.value.size).toBe(0);
      expect(read.ok && encodeOwed(read.value)).toBeUndefined();
    }
  });

  test.each([
    stored({ ...plain, issueKey: 'test-1' }),
    stored({ ...plain, issueKey: 7 }),
    stored({ ...plain, wish: 'maybe' }),
    stored({ ...plain, since: '1767225600000' }),
    stored({ ...plain, attempts: null }),
    stored({ ...plain, removed: {} }),
    stored(plain, 'TEST-2'),
    '{"v":1,"owed":{}}',
    '{"v":0,"owed":[]}',
    '[]',
    'null',
  ])('is not read at all where anything is unexpected: %s', (text) => {
    expect(decodeOwed(text)).toEqual(wrongShape);
  });

  test('is left alone where it is no JSON, or of a newer version', () => {
    expect(decodeOwed('{')).toEqual({ ok: false, problem: { reason: 'not_json' } });
    expect(decodeOwed('{"v":2}')).toEqual({ ok: false, problem: { reason: 'newer_version', version: 2 } });
  });
});
