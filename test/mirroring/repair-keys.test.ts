import { describe, expect, test } from '@jest/globals';
import { findOtherKeys } from '../../src/mirroring/find-other-keys.ts';
import { isAtRest, repairKeys } from '../../src/mirroring/repair-keys.ts';
import type { TrackerIssue } from '../../src/ports/tracker.ts';
import { readLinks } from '../../src/writing/read-links.ts';
import { parseSettleState } from '../../src/writing/settle-state.ts';
import { type FakeEntity, fakeEntity } from '../support/fake-host.ts';
import { openPair, owedOf, startMs, storeLinks, storeOwed } from './support/open-pair.ts';

const hourMs = 3_600_000;
const moved: TrackerIssue = { key: 'NEWQ-1', aliases: ['TEST-1', 'OLDQ-1'] };

function open(stored: string) {
  const entity = fakeEntity({ key: 'DEMO-1', stored });
  return { entity, pair: openPair([entity]) };
}

function linksOf(entity: FakeEntity) {
  const links = readLinks(entity);
  if (!links.ok) throw new Error('unreadable');
  return links.value;
}

function writeOne(issueKey: string, atMs: number): string {
  return JSON.stringify({ v: 1, links: [`${issueKey} +${atMs} youtrack jane`] });
}

describe('a link at rest', () => {
  const isResting = (stored: string, owed: readonly object[] = []) => {
    const { entity, pair } = open(stored);
    entity.owed = storeOwed(owed);
    return isAtRest(pair.host().clock, { entity, links: linksOf(entity) }, 'TEST-1');
  };

  test('was not changed for an hour', () => {
    expect(isResting(writeOne('TEST-1', startMs - hourMs))).toBe(true);
    expect(isResting(writeOne('TEST-1', startMs - hourMs + 1))).toBe(false);
    expect(isResting(writeOne('TEST-2', startMs))).toBe(true);
  });

  test('is not owed to Tracker', () => {
    const entry = { issueKey: 'TEST-1', wish: 'live', since: 5, attempts: 0, nextAt: 7 };
    const stored = writeOne('TEST-1', startMs - hourMs);
    expect(isResting(stored, [entry])).toBe(false);
    expect(isResting(stored, [{ ...entry, toldAt: 8 }])).toBe(true);
    expect(isResting(stored, [{ ...entry, issueKey: 'TEST-2' }])).toBe(true);
  });
});

test('a link is not at rest while Tracker is to be asked about a removal from after it was made', () => {
  const added = startMs - hourMs;
  const asks = { by: 'jane', via: 'youtrack' };
  const isResting = (since: number) => {
    const { entity, pair } = open(writeOne('TEST-1', added));
    entity.owed = storeOwed([{ issueKey: 'NEWQ-1', wish: 'gone', since, attempts: 0, nextAt: 7, asks }]);
    return isAtRest(pair.host().clock, { entity, links: linksOf(entity) }, 'TEST-1');
  };
  expect([isResting(added + 1), isResting(added), isResting(added - 1)]).toEqual([false, false, true]);
});

describe('links to an issue that has moved', () => {
  const repair = (stored: string, issues: Readonly<Record<string, TrackerIssue>> = { 'TEST-1': moved }) => {
    const { entity, pair } = open(stored);
    repairKeys(pair.host(), { entity, links: linksOf(entity) }, (issueKey) => issues[issueKey]);
    return { entity, pair };
  };

  test('are stored under the current key, with author and time, and Tracker keeps its own', () => {
    const { entity, pair } = repair(storeLinks('TEST-1', 'TEST-2'));
    pair.tracker.link('TEST-1', 'DEMO-1');
    pair.tracker.move('TEST-1', 'NEWQ-1');
    expect(pair.queue.map(({ name, delayMs }) => [name, delayMs])).toEqual([['settleLinks', 0]]);
    pair.advance(1_000);
    expect(JSON.parse(entity.stored ?? '')).toEqual({
      v: 1,
      links: expect.arrayContaining([
        'NEWQ-1 +1767000000000 youtrack jane',
        'TEST-2 +1767000000000 youtrack jane',
        expect.stringMatching(/^TEST-1 \+1767000000000 youtrack jane -1767225600000 tracker jane$/),
      ]),
    });
    pair.advance(2 * hourMs);
    expect(pair.tracker.links.get('NEWQ-1')).toMatchObject([{ id: '1', objectKey: 'DEMO-1' }]);
    expect(pair.tracker.calls.filter((call) => !call.startsWith('list'))).toEqual([]);
    expect(owedOf(entity)).toEqual([]);
  });

  test('are looked after as two changes of this moment', () => {
    const { pair } = repair(storeLinks('TEST-1'));
    const state = parseSettleState(pair.queue[0]?.state ?? '');
    expect(state).toMatchObject({ ok: true, value: { look: 0, quiet: 0 } });
    expect(state.ok ? state.value.entities : []).toEqual([
      {
        kind: 'issue',
        key: 'DEMO-1',
        change: {
          issueKey: 'NEWQ-1',
          wish: 'live',
          stamp: { at: startMs, by: 'jane', via: 'youtrack' },
          known: new Map([['NEWQ-1', { added: { at: 1_767_000_000_000, by: 'jane', via: 'youtrack' } }]]),
        },
      },
      {
        kind: 'issue',
        key: 'DEMO-1',
        change: {
          issueKey: 'TEST-1',
          wish: 'gone',
          stamp: { at: startMs, by: 'jane', via: 'tracker' },
          known: new Map(),
        },
      },
    ]);
  });

  test('go where the current key is linked as well', () => {
    const { entity, pair } = repair(storeLinks('TEST-1', 'NEWQ-1'));
    pair.advance(1_000);
    expect([...linksOf(entity)].flatMap(([key, { removed }]) => (removed ? [] : [key]))).toEqual(['NEWQ-1']);
  });

  test.each([
    ['that are gone already', storeLinks('-TEST-1'), { 'TEST-1': moved }],
    [
      'where what was removed under the current key would come back',
      storeLinks('TEST-1', '-NEWQ-1'),
      undefined,
    ],
    ['of which Tracker has said nothing', storeLinks('TEST-1'), {}],
    ['that have not moved', storeLinks('TEST-1'), { 'TEST-1': { key: 'TEST-1', aliases: ['OLDQ-1'] } }],
    ['that were changed of late', writeOne('TEST-1', startMs), undefined],
  ])('%s stay as they are', (_, stored, issues) => {
    expect(repair(stored, issues).pair.queue).toEqual([]);
  });
});

describe('what an operation on a moved issue is about besides', () => {
  const stamp = { at: startMs, by: 'jane', via: 'youtrack' } as const;
  const find = (
    stored: string,
    wish: 'live' | 'gone',
    { issueKey = 'NEWQ-1', issue = moved, owed = [] as readonly object[] } = {},
  ) => {
    const { entity, pair } = open(stored);
    entity.owed = storeOwed(owed);
    const change = { issueKey, wish, stamp, known: new Map() };
    return findOtherKeys(pair.host().clock, { entity, links: linksOf(entity), change }, issue);
  };
  const gone = (issueKey: string) => ({
    kind: 'issue',
    key: 'DEMO-1',
    change: { issueKey, wish: 'gone', stamp, known: new Map() },
  });

  test('a removal is meant for the links under all of its keys that are there', () => {
    const stored = storeLinks('TEST-1', 'OLDQ-1', 'OTHER-1', 'NEWQ-1');
    expect(find(stored, 'gone')).toEqual([gone('TEST-1'), gone('OLDQ-1')]);
    expect(find(stored, 'gone', { issueKey: 'TEST-1' })).toEqual([gone('NEWQ-1'), gone('OLDQ-1')]);
    expect(find(storeLinks('-TEST-1'), 'gone')).toEqual([]);
  });

  test('a removal is not meant for what was made after it', () => {
    expect(find(writeOne('TEST-1', startMs), 'gone')).toEqual([gone('TEST-1')]);
    expect(find(writeOne('TEST-1', startMs + 1), 'gone')).toEqual([]);
  });

  test('a link under the current key takes the place of those under former ones that are at rest', () => {
    const owed = [{ issueKey: 'OLDQ-1', wish: 'live', since: 5, attempts: 0, nextAt: 7 }];
    expect(find(storeLinks('TEST-1', 'OLDQ-1', '-OTHER-1'), 'live', { owed })).toEqual([gone('TEST-1')]);
    expect(find(storeLinks('-TEST-1'), 'live')).toEqual([]);
    expect(find(writeOne('TEST-1', startMs), 'live')).toEqual([]);
  });

  test('a link under a former key takes no other’s place', () => {
    expect(find(storeLinks('NEWQ-1', 'OLDQ-1'), 'live', { issueKey: 'TEST-1' })).toEqual([]);
  });
});
