import { describe, expect, test } from '@jest/globals';
import { dropOwed, listOwed, retryOwed } from '../../src/mirroring/administer-owed.ts';
import type { OwedFilter } from '../../src/protocol/parse-mirroring.ts';
import { fakeEntity } from '../support/fake-host.ts';
import { openPair, owedOf, startMs, storeOwed } from './support/open-pair.ts';

const all: OwedFilter = { kind: undefined, key: undefined, issueKey: undefined };
const made = { wish: 'live', attempts: 0 } as const;

/** DEMO-1 owes three links, one of which was told; DEMO-2 one that rests; the article owes for an object that is gone. */
function open() {
  const one = Object.assign(fakeEntity({ key: 'DEMO-1' }), {
    owes: true,
    owed: storeOwed([
      { ...made, issueKey: 'TEST-1', since: startMs - 1_000, nextAt: startMs + 500 },
      {
        ...{ ...made, wish: 'gone', attempts: 7, issueKey: 'TEST-2', since: startMs - 3_000 },
        ...{ triedSince: startMs - 2_500, problem: { kind: 'locked', said: 'Слишком много изменений' } },
      },
      { ...made, issueKey: 'TEST-3', since: startMs - 9_000, toldAt: startMs - 5, echoes: ['OLD-1'] },
    ]),
  });
  const two = Object.assign(fakeEntity({ key: 'DEMO-2' }), {
    owes: true,
    owed: storeOwed([{ ...made, attempts: 1, issueKey: 'TEST-1', since: startMs - 2_000 }]),
  });
  const article = Object.assign(fakeEntity({ kind: 'article', key: 'DEMO-A-1' }), {
    owes: true,
    owed: storeOwed([
      {
        ...{ wish: 'gone', attempts: 1, issueKey: 'TEST-1', since: startMs - 4_000, nextAt: startMs },
        removed: { kind: 'issue', key: 'GONE-1' },
      },
    ]),
  });
  const settled = fakeEntity({ key: 'DEMO-3' });
  const pair = openPair([one, two, article, settled]);
  return { pair, one, two, article, settled };
}

function bodyOf<T>(result: { readonly ok: true; readonly value: { readonly body: T } } | { ok: false }) {
  return result.ok ? result.value.body : undefined;
}

describe('the list', () => {
  test('has everything owed, the oldest first, with its object, its state and its problem', () => {
    const { pair } = open();
    const listed = listOwed(pair.host(), { skip: 0, top: 10 });
    expect(listed).toMatchObject({ ok: true, value: { status: 200, body: { total: 4, failed: 2 } } });
    expect(bodyOf(listed)?.owed).toEqual([
      {
        kind: 'issue',
        key: 'GONE-1',
        isRemoved: true,
        issueKey: 'TEST-1',
        url: 'https://tracker.yandex.ru/TEST-1',
        wish: 'gone',
        attempts: 1,
        state: 'pending',
        since: '2025-12-31T23:59:56.000Z',
        nextAt: '2026-01-01T00:00:00.000Z',
      },
      {
        kind: 'issue',
        key: 'DEMO-1',
        entityUrl: '/issue/DEMO-1',
        issueKey: 'TEST-2',
        url: 'https://tracker.yandex.ru/TEST-2',
        wish: 'gone',
        attempts: 7,
        state: 'failed',
        since: '2025-12-31T23:59:57.000Z',
        problem: {
          kind: 'locked',
          sentence: expect.stringContaining('Tracker takes no more changes'),
          said: 'Слишком много изменений',
        },
      },
      expect.objectContaining({ key: 'DEMO-2', state: 'failed' }),
      expect.objectContaining({ key: 'DEMO-1', issueKey: 'TEST-1', state: 'pending' }),
    ]);
  });

  test('has one page of it, and counts all', () => {
    const { pair, two } = open();
    two.owed = storeOwed([{ ...made, issueKey: 'TEST-1', since: startMs - 2_000, nextAt: startMs }]);
    const body = bodyOf(listOwed(pair.host(), { skip: 1, top: 2 }));
    expect(body?.owed.map(({ key }) => key)).toEqual(['DEMO-1', 'DEMO-2']);
    expect(body).toMatchObject({ total: 4, failed: 1 });
  });
});

describe('trying again', () => {
  test('makes everything due now, with a whole week before it, and has it told at once', () => {
    const { pair, one, two, article, settled } = open();
    const retried = retryOwed(pair.host(), all);
    expect(retried).toEqual({ ok: true, value: { status: 200, body: { changed: 4 } } });
    expect(owedOf(one)).toEqual([
      { ...made, issueKey: 'TEST-1', since: startMs - 1_000, nextAt: startMs },
      {
        ...{ wish: 'gone', attempts: 1, issueKey: 'TEST-2', since: startMs - 3_000, nextAt: startMs },
        problem: { kind: 'locked', said: 'Слишком много изменений' },
      },
      { ...made, issueKey: 'TEST-3', since: startMs - 9_000, toldAt: startMs - 5, echoes: ['OLD-1'] },
    ]);
    expect([...owedOf(two), ...owedOf(article)].map(({ nextAt }) => nextAt)).toEqual([startMs, startMs]);
    expect(settled.writes).toBe(0);
    expect(pair.queue.map(({ name, dueAt }) => [name, dueAt])).toEqual([['tellTracker', startMs]]);
  });

  test.each([
    ['a key in any letter case', { ...all, key: 'demo-1' }, 2],
    ['a Tracker issue', { ...all, issueKey: 'TEST-1' }, 3],
    ['a kind, which is that of an object that is gone', { ...all, kind: 'issue' }, 4],
    ['a kind that nothing is of', { ...all, kind: 'article' }, 0],
    ['all of them together', { kind: 'issue', key: 'GONE-1', issueKey: 'TEST-1' }, 1],
    ['a key and an issue that do not meet', { ...all, key: 'DEMO-2', issueKey: 'TEST-2' }, 0],
  ] as const)('may be meant of %s', (_, filter, changed) => {
    const { pair } = open();
    expect(bodyOf(retryOwed(pair.host(), filter))).toEqual({ changed });
    expect(pair.queue).toHaveLength(changed > 0 ? 1 : 0);
  });
});

describe('dropping', () => {
  test('leaves nothing owed that is meant, and Tracker as it is', () => {
    const { pair, one, two } = open();
    expect(dropOwed(pair.host(), { ...all, key: 'DEMO-1' })).toEqual({
      ok: true,
      value: { status: 200, body: { changed: 2 } },
    });
    expect(bodyOf(listOwed(pair.host(), { skip: 0, top: 10 }))?.owed.map(({ key }) => key)).toEqual([
      'GONE-1',
      'DEMO-2',
    ]);
    expect(one.owes).toBe(false);
    expect(owedOf(one).map(({ droppedAt, nextAt }) => [droppedAt, nextAt])).toEqual([
      [startMs, undefined],
      [startMs, undefined],
      [undefined, undefined],
    ]);
    expect(two.writes).toBe(0);
    expect([pair.queue, pair.tracker.calls]).toEqual([[], []]);
  });

  test('counts what is meant of all objects', () => {
    const { pair } = open();
    expect(bodyOf(dropOwed(pair.host(), { ...all, issueKey: 'TEST-1' }))).toEqual({ changed: 3 });
  });

  test('what was told long ago is forgotten with it', () => {
    const { pair, one } = open();
    pair.wait(60_000);
    dropOwed(pair.host(), { ...all, key: 'DEMO-1', issueKey: 'TEST-2' });
    expect(owedOf(one).map(({ issueKey }) => issueKey)).toEqual(['TEST-1', 'TEST-2']);
  });
});
