import { describe, expect, test } from '@jest/globals';
import type { AskingRemoval } from '../../src/links/owed-set.ts';
import { removeFound } from '../../src/mirroring/remove-found.ts';
import { readLinks } from '../../src/writing/read-links.ts';
import { freshTelling, scheduleTelling } from '../../src/writing/tell-state.ts';
import { type FakeEntity, fakeEntity } from '../support/fake-host.ts';
import { openPair, owedOf, startMs, storeLinks, storeOwed } from './support/open-pair.ts';

const hourMs = 3_600_000;
const since = startMs - 1_000;
const asked = { issueKey: 'NEWQ-1', wish: 'gone', since, attempts: 0, nextAt: startMs } as const;

function ask(asks: Partial<AskingRemoval> = {}): object {
  return { ...asked, asks: { by: 'юля', via: 'youtrack', ...asks } };
}

/** DEMO-1 is linked to TEST-1, which has become NEWQ-1, and Tracker is to be asked of a removal by the new key. */
function open(owed: readonly object[] = [ask()], stored = storeLinks('TEST-1', 'TEST-2')) {
  const entity: FakeEntity = Object.assign(fakeEntity({ key: 'DEMO-1', stored }), {
    flag: true,
    owes: true,
    owed: storeOwed(owed),
  });
  const pair = openPair([entity]);
  for (const key of ['TEST-1', 'TEST-2']) pair.tracker.link(key, 'DEMO-1');
  pair.tracker.move('TEST-1', 'NEWQ-1');
  const sweep = (ms = 0) => {
    scheduleTelling(pair.host(), freshTelling, 0);
    pair.advance(ms);
  };
  const keysOf = () => {
    const links = readLinks(entity);
    if (!links.ok) throw new Error('unreadable');
    return [...links.value].flatMap(([key, { removed }]) => (removed ? [] : [key]));
  };
  return { entity, pair, sweep, keysOf };
}

describe('a question about a removal', () => {
  test('leads to the removal that was meant, in the name and at the time of who has made it', () => {
    const { entity, pair, sweep, keysOf } = open();
    sweep();
    expect(pair.tracker.calls).toEqual(['read NEWQ-1']);
    expect(keysOf()).toEqual(['TEST-2']);
    expect(entity.stored).toContain(`TEST-1 +1767000000000 youtrack jane -${since} youtrack юля`);
    expect(owedOf(entity)).toEqual([
      { ...ask({ isAnswered: true }), nextAt: startMs + 600_000 },
      { issueKey: 'TEST-1', wish: 'gone', since, attempts: 0, nextAt: startMs + 300 },
    ]);
  });

  test('is told to Tracker afterwards, and the question goes once the removal is seen in place', () => {
    const { entity, pair, sweep, keysOf } = open();
    sweep(10_000);
    expect(pair.tracker.keysOf('NEWQ-1')).toEqual([]);
    expect(owedOf(entity)).toContainEqual({ ...ask({ isAnswered: true }), nextAt: startMs + 600_000 });
    pair.wait(600_000);
    sweep();
    expect([keysOf(), entity.owed, entity.owes]).toEqual([['TEST-2'], undefined, false]);
    expect(pair.tracker.keysOf('TEST-2')).toEqual(['DEMO-1']);
  });

  test('leads to the removal again where another write has undone it', () => {
    const { entity, pair, sweep, keysOf } = open();
    sweep();
    entity.stored = storeLinks('TEST-1', 'TEST-2');
    pair.wait(600_000);
    sweep();
    expect(keysOf()).toEqual(['TEST-2']);
  });

  test('is answered where nothing else was meant, and what is owed is told in the same call', () => {
    const other = { issueKey: 'TEST-2', wish: 'live', since: 5, attempts: 0, nextAt: startMs };
    const { entity, pair, sweep, keysOf } = open([{ ...ask(), issueKey: 'TEST-3' }, other]);
    sweep();
    expect([keysOf(), entity.owed]).toEqual([['TEST-1', 'TEST-2'], undefined]);
    expect(pair.tracker.calls).toEqual(['read TEST-3', 'list TEST-2']);
  });

  test('is tried again later where Tracker does not answer, like anything that is owed', () => {
    const { entity, pair, sweep } = open();
    pair.tracker.failNext({ kind: 'failing' });
    sweep();
    expect(owedOf(entity)).toEqual([
      {
        ...{ ...ask(), attempts: 1, triedSince: startMs, nextAt: startMs + 5_000 },
        problem: { kind: 'failing' },
      },
    ]);
  });

  test('waits for our budget, which is no failure, and no other is asked meanwhile', () => {
    const owed = [ask(), { ...ask(), issueKey: 'TEST-3' }];
    const { entity, pair, sweep } = open(owed);
    pair.tracker.failNext({ kind: 'over_budget', retryAfterMs: 1_500 });
    sweep();
    expect([pair.tracker.calls, owedOf(entity)]).toEqual([['read NEWQ-1'], owed]);
    expect(pair.queue.map(({ delayMs }) => delayMs)).toEqual([1_500]);
  });

  test('is not asked before it is due, nor once it rests', () => {
    const { nextAt: _, ...resting } = ask() as typeof asked;
    for (const question of [{ ...ask(), nextAt: startMs + 1 }, resting]) {
      const { pair, sweep } = open([question]);
      sweep();
      expect(pair.tracker.calls).toEqual([]);
    }
  });

  test('stays while the links cannot be read', () => {
    const { entity, pair, sweep } = open();
    entity.stored = 'не JSON';
    sweep();
    expect([pair.tracker.calls, owedOf(entity)]).toEqual([[], [ask()]]);
  });

  test('comes back in the chain of its object when it is due', () => {
    const { pair, keysOf } = open([{ ...ask(), nextAt: startMs + 9_000 }]);
    scheduleTelling(pair.host(), { ...freshTelling, of: [{ kind: 'issue', key: 'DEMO-1' }] }, 0);
    pair.advance(0);
    expect(pair.queue.map(({ delayMs }) => delayMs)).toEqual([9_000]);
    pair.advance(9_000);
    expect(keysOf()).toEqual(['TEST-2']);
  });

  test('waits while links that were told are looked at once more', () => {
    const other = { issueKey: 'TEST-3', wish: 'live', since: 5, attempts: 0, nextAt: startMs };
    const { pair, sweep } = open(
      [{ ...ask(), nextAt: startMs + 500 }, other],
      storeLinks('TEST-1', 'TEST-3'),
    );
    sweep();
    pair.tracker.calls.splice(0);
    pair.advance(1_000);
    expect(pair.tracker.calls).toEqual(['list TEST-3']);
  });
});

describe('a question about a removal that Tracker reported', () => {
  const reported = ask({ via: 'tracker', by: 'tracker-bot' });

  test('leads to nothing where Tracker has a link all the same', () => {
    const { entity, sweep, keysOf } = open([reported]);
    sweep();
    expect([keysOf(), entity.owed]).toEqual([['TEST-1', 'TEST-2'], undefined]);
  });

  test('leads to a removal of which Tracker need not hear where it has none', () => {
    const { entity, pair, sweep, keysOf } = open([reported]);
    pair.tracker.links.set('NEWQ-1', []);
    sweep(hourMs);
    expect(keysOf()).toEqual(['TEST-2']);
    expect(pair.tracker.calls.filter((call) => /^(create|delete)/.test(call))).toEqual([]);
    expect(owedOf(entity)).toMatchObject([{ asks: { isAnswered: true } }]);
  });

  test('is no report where a whole list was set: what Tracker has does not matter', () => {
    const { sweep, keysOf } = open([ask({ via: 'tracker', isSet: true })]);
    sweep();
    expect(keysOf()).toEqual(['TEST-2']);
  });

  test('holds back what Tracker would otherwise be told of the link under the other key', () => {
    const due = { issueKey: 'TEST-1', wish: 'live', since: 5, attempts: 1, nextAt: startMs };
    const { entity, pair, sweep } = open([{ ...reported, nextAt: startMs + 500 }, due]);
    pair.tracker.links.clear();
    sweep();
    expect([pair.tracker.calls, entity.writes]).toEqual([[], 0]);
  });

  test('holds back the second look at what was told before it came', () => {
    const due = { issueKey: 'TEST-1', wish: 'live', since: 5, attempts: 0, nextAt: startMs };
    const { entity, pair, sweep } = open([due]);
    pair.tracker.links.clear();
    sweep();
    entity.owed = storeOwed([{ ...reported, nextAt: startMs + hourMs }]);
    pair.tracker.calls.splice(0);
    pair.advance(1_000);
    expect(pair.tracker.calls).toEqual([]);
  });

  test('holds back no link to another issue that was made after it', () => {
    const stored = JSON.stringify({ v: 1, links: [`TEST-2 +${since + 1} youtrack jane`] });
    const due = { issueKey: 'TEST-2', wish: 'live', since: 5, attempts: 1, nextAt: startMs };
    const { pair, sweep } = open([{ ...reported, nextAt: startMs + 500 }, due], stored);
    pair.tracker.links.clear();
    sweep();
    expect(pair.tracker.keysOf('TEST-2')).toEqual(['DEMO-1']);
  });

  test('holds back nothing of an object that was removed', () => {
    const removed = { kind: 'issue', key: 'GONE-1' };
    const due = { issueKey: 'TEST-1', wish: 'gone', since: 5, attempts: 1, nextAt: startMs, removed };
    const { pair, sweep } = open([{ ...reported, nextAt: startMs + 500 }, due]);
    pair.tracker.link('NEWQ-1', 'GONE-1');
    sweep();
    expect(pair.tracker.keysOf('NEWQ-1')).toEqual(['DEMO-1']);
  });
});

describe('the removals that answers have led to', () => {
  const stamp = { at: since, by: 'юля', via: 'youtrack' } as const;
  const remove = (entity: FakeEntity, issueKey = 'TEST-1') => {
    const pair = openPair([entity]);
    removeFound(pair.host(), [
      { object: { kind: 'issue', key: 'NOPE-1' }, issueKey, stamp },
      { object: { kind: 'issue', key: 'DEMO-1' }, issueKey, stamp },
    ]);
  };

  test('are made of the objects that are there, with what is owed for them', () => {
    const entity = fakeEntity({ key: 'DEMO-1', stored: storeLinks('TEST-1') });
    remove(entity);
    expect(entity.stored).toContain(`-${since} youtrack юля`);
    expect([entity.flag, owedOf(entity)]).toEqual([
      false,
      [{ issueKey: 'TEST-1', wish: 'gone', since, attempts: 0, nextAt: startMs + 300 }],
    ]);
  });

  test.each([
    ['is gone already', storeLinks('-TEST-1')],
    ['was never there', storeLinks('TEST-2')],
    ['was made later', JSON.stringify({ v: 1, links: [`TEST-1 +${since + 1} youtrack jane`] })],
    ['cannot be read', 'не JSON'],
  ])('change nothing where the link %s', (_, stored) => {
    const entity = fakeEntity({ key: 'DEMO-1', stored });
    remove(entity);
    expect([entity.stored, entity.writes]).toEqual([stored, 0]);
  });
});
