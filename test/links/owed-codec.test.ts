import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeOwed, encodeOwed } from '../../src/links/owed-codec.ts';

const plain = { issueKey: 'TEST-1', wish: 'live', since: 1767225600000, attempts: 0 };
const stored = (...owed: readonly unknown[]) => JSON.stringify({ v: 1, owed });
const wrongShape = { ok: false, problem: { reason: 'wrong_shape' } };

const times = fc.integer({ min: 0, max: 8_640_000_000_000_000 });

/** An entry with any of its optional members. */
const entries = fc.record(
  {
    issueKey: fc.constantFrom('TEST-1', 'QUEUE2-10'),
    wish: fc.constantFrom('live', 'gone'),
    since: times,
    attempts: fc.nat(),
    triedSince: times,
    nextAt: times,
    problem: fc.constantFrom({ kind: 'timeout' }, { kind: 'forbidden', said: 'Нет доступа' }),
    removed: fc.constantFrom(
      ...['issue', 'article', 'project', 'user'].map((kind) => ({ kind, key: 'вася' })),
    ),
    echoes: fc.array(fc.constantFrom('DEMO-1', 'OLD-7'), { minLength: 1 }),
    toldAt: times,
    droppedAt: times,
    asks: fc.constantFrom(
      { by: 'вася', via: 'youtrack' },
      { by: 'robot', via: 'tracker', isSet: true },
      { by: 'robot', via: 'tracker', isAnswered: true },
      { by: 'robot', via: 'tracker', isReport: true },
    ),
  },
  { requiredKeys: ['issueKey', 'wish', 'since', 'attempts'], noNullPrototype: true },
);

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
    stored({ ...plain, since: -1 }),
    stored({ ...plain, since: 8_640_001_000_000_001 }),
    stored({ ...plain, attempts: null }),
    stored({ ...plain, attempts: -1 }),
    stored({ ...plain, attempts: 0.5 }),
    stored({ ...plain, removed: {} }),
    stored({ ...plain, removed: null }),
    stored({ ...plain, removed: { kind: 'issue' } }),
    stored({ ...plain, removed: { kind: 'issue', key: 7 } }),
    stored({ ...plain, removed: { kind: 'board', key: 'DEMO-1' } }),
    stored({ ...plain, since: undefined }),
    stored(plain).replace('1767225600000', '1e999'),
    stored(plain, 'TEST-2'),
    '{"v":1,"owed":{}}',
    '{"v":0,"owed":[]}',
    '[]',
    'null',
  ])('is not read at all where anything is unexpected: %s', (text) => {
    expect(decodeOwed(text)).toEqual(wrongShape);
  });

  test('keeps everything that is known of it', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const read = decodeOwed(stored(entry));
        expect(read.ok && [...read.value.values()]).toStrictEqual([entry]);
      }),
    );
  });

  test.each(['triedSince', 'nextAt', 'toldAt', 'droppedAt', 'problem', 'echoes', 'asks'])(
    'is read without its %s where that is not understood',
    (name) => {
      const odds = [
        null,
        '1767225600000',
        true,
        {},
        { kind: 'fax' },
        { kind: ['timeout'] },
        { by: 'вася', via: 'fax' },
        { by: 7, via: 'tracker' },
        1e300,
        -1,
        [['ю']],
        ['DEMO-1', 7],
      ];
      for (const odd of odds) {
        const read = decodeOwed(stored({ ...plain, [name]: odd }));
        expect(read.ok && [...read.value.values()]).toStrictEqual([plain]);
      }
    },
  );

  test('is read with the latest moment that a stamp can have', () => {
    const latest = { ...plain, since: 8_640_001_000_000_000 };
    const read = decodeOwed(stored(latest));
    expect(read.ok && [...read.value.values()]).toStrictEqual([latest]);
  });

  test('is read with a key of a hundred characters, and not with one of more', () => {
    const longest = `${'A'.repeat(98)}-1`;
    expect(decodeOwed(stored({ ...plain, issueKey: longest }))).toMatchObject({ ok: true });
    expect(decodeOwed(stored({ ...plain, issueKey: `A${longest}` }))).toEqual(wrongShape);
  });

  test('is read without what Tracker said where that is no text', () => {
    const read = decodeOwed(stored({ ...plain, problem: { kind: 'timeout', said: 7 } }));
    expect(read.ok && [...read.value.values()]).toStrictEqual([{ ...plain, problem: { kind: 'timeout' } }]);
  });

  test('keeps two hundred characters of what Tracker said', () => {
    const read = decodeOwed(stored({ ...plain, problem: { kind: 'timeout', said: `${'я'.repeat(199)}💥` } }));
    const problem = { kind: 'timeout', said: 'я'.repeat(199) };
    expect(read.ok && [...read.value.values()]).toStrictEqual([{ ...plain, problem }]);
  });

  test('of two objects, one of them removed, is two entries', () => {
    const gone = { ...plain, wish: 'gone', removed: { kind: 'user', key: 'вася' } };
    const read = decodeOwed(stored(plain, gone));
    expect(read.ok && [...read.value]).toStrictEqual([
      ['TEST-1', plain],
      ['TEST-1 user вася', gone],
    ]);
  });

  test('is left alone where it is no JSON, or of a newer version', () => {
    expect(decodeOwed('{')).toEqual({ ok: false, problem: { reason: 'not_json' } });
    expect(decodeOwed('{"v":2}')).toEqual({ ok: false, problem: { reason: 'newer_version', version: 2 } });
  });
});
