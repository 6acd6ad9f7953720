import { describe, expect, test } from '@jest/globals';
import { nameOwed } from '../../src/links/owed-set.ts';
import { tellTracker } from '../../src/mirroring/tell-tracker.ts';
import { readLinks } from '../../src/writing/read-links.ts';
import {
  freshTelling,
  type HeardEcho,
  scheduleTelling,
  type TellState,
} from '../../src/writing/tell-state.ts';
import { type FakeEntity, fakeEntity } from '../support/fake-host.ts';
import { articleOrigin } from './support/fake-tracker.ts';
import { openPair, owedOf, type PairOptions, startMs, storeLinks, storeOwed } from './support/open-pair.ts';

const issues = Array.from({ length: 120 }, (_, index) => `TEST-${index + 1}`);
const due = { wish: 'live', since: 5, attempts: 0, nextAt: startMs } as const;
const minuteMs = 60_000;

function owing(
  key: string,
  stored: string,
  owed: readonly object[],
  formerKeys: readonly string[] = [],
): FakeEntity {
  const entity = fakeEntity({ key, stored, formerKeys });
  return Object.assign(entity, { owed: storeOwed(owed), owes: true });
}

/** What tells Tracker of these objects, or of all that owe. */
function open(entities: readonly [FakeEntity, ...FakeEntity[]], options: PairOptions = {}) {
  const pair = openPair(entities, { issues, ...options });
  const tell = (state: Partial<TellState> = {}) => {
    scheduleTelling(pair.host(), { ...freshTelling, ...state }, 0);
    pair.advance(0);
  };
  const of = entities.map(({ kind, key }) => ({ kind, key }));
  const nextIn = () => pair.queue.map(({ dueAt }) => dueAt - pair.now());
  return { pair, tell, of, nextIn };
}

function keysOf(entity: FakeEntity): readonly string[] {
  const links = readLinks(entity);
  if (!links.ok) throw new Error('unreadable');
  return [...links.value].flatMap(([key, { removed }]) => (removed ? [] : [key]));
}

describe('a call of the chain', () => {
  test('tells what is due, the longest overdue first, whatever object it is of', () => {
    const one = owing('DEMO-1', storeLinks('TEST-1', 'TEST-2'), [
      { ...due, issueKey: 'TEST-1', nextAt: startMs - 1 },
      { ...due, issueKey: 'TEST-2', nextAt: startMs - 3 },
    ]);
    const two = owing('DEMO-2', storeLinks('TEST-3'), [{ ...due, issueKey: 'TEST-3', nextAt: startMs - 2 }]);
    const { pair, tell } = open([one, two]);
    tell();
    expect(pair.tracker.calls.filter((call) => call.startsWith('create'))).toEqual([
      'create TEST-2 DEMO-1',
      'create TEST-3 DEMO-2',
      'create TEST-1 DEMO-1',
    ]);
    expect([one, two].map(({ owed, owes }) => [owed, owes])).toEqual([
      [undefined, false],
      [undefined, false],
    ]);
  });

  test('leaves alone what is not due, what rests and what was told', () => {
    const owed = [
      { ...due, issueKey: 'TEST-1', nextAt: startMs + 1 },
      { ...due, issueKey: 'TEST-2', nextAt: undefined },
      { ...due, issueKey: 'TEST-3', toldAt: startMs, echoes: ['OLD-1'] },
    ];
    const one = owing('DEMO-1', storeLinks('TEST-1', 'TEST-2', 'TEST-3'), owed);
    const { pair, tell } = open([one]);
    tell();
    expect([pair.tracker.calls, one.writes]).toEqual([[], 0]);
  });

  test('tells of an object that is gone and of whose keys only the last is known, and then forgets it', () => {
    const removed = { kind: 'issue', key: 'GONE-1' };
    const project = Object.assign(fakeEntity({ kind: 'project', key: 'DEMO' }), {
      owes: true,
      owed: storeOwed([{ ...due, issueKey: 'TEST-1', wish: 'gone', attempts: 1, removed }]),
    });
    const { pair, tell, nextIn } = open([project]);
    pair.tracker.link('TEST-1', 'gone-1');
    tell();
    expect([pair.tracker.keysOf('TEST-1'), project.owed, project.owes]).toEqual([[], undefined, false]);
    expect(nextIn()).toEqual([]);
  });

  test('leaves what is owed of links that cannot be read', () => {
    const one = owing('DEMO-1', 'не JSON', [{ ...due, issueKey: 'TEST-1' }]);
    const { pair, tell } = open([one]);
    tell();
    expect([pair.tracker.calls, one.writes]).toEqual([[], 0]);
  });

  test('does nothing with a state that it does not understand, or while Tracker is not connected', () => {
    const one = owing('DEMO-1', storeLinks('TEST-1'), [{ ...due, issueKey: 'TEST-1' }]);
    const { pair, tell } = open([one], { isUnconnected: true });
    expect(tellTracker(pair.host(), 'не JSON', pair.tracker)).toEqual({
      ok: false,
      problem: { reason: 'not_understood' },
    });
    tell();
    expect([owedOf(one), pair.queue, pair.tracker.calls]).toEqual([[{ ...due, issueKey: 'TEST-1' }], [], []]);
  });

  test('what is owed and cannot be read is left alone, and the others are told', () => {
    const one = owing('DEMO-1', storeLinks('TEST-1'), []);
    one.owed = 'не JSON';
    const two = owing('DEMO-2', storeLinks('TEST-1'), [{ ...due, issueKey: 'TEST-1' }]);
    const { pair, tell } = open([one, two]);
    tell();
    expect([one.owed, pair.tracker.keysOf('TEST-1')]).toEqual(['не JSON', ['DEMO-2']]);
  });
});

describe('what was told', () => {
  test('is looked at once more a second later, and then no more', () => {
    const one = owing('DEMO-1', storeLinks('TEST-1'), [{ ...due, issueKey: 'TEST-1' }]);
    const { pair, tell, nextIn } = open([one]);
    tell();
    expect(nextIn()).toEqual([1_000]);
    pair.advance(1_000);
    expect([pair.tracker.calls, nextIn()]).toEqual([
      ['list TEST-1', 'create TEST-1 DEMO-1', 'list TEST-1'],
      [],
    ]);
    expect(one.writes).toBe(1);
  });

  test('and made twice at once is told apart: of two that are the same the younger goes', () => {
    const one = owing('DEMO-1', storeLinks('TEST-1'), [{ ...due, issueKey: 'TEST-1' }]);
    const { pair, tell } = open([one]);
    tell();
    pair.tracker.link('TEST-1', 'demo-1');
    pair.advance(1_000);
    expect(owedOf(one)).toEqual([
      {
        ...{ issueKey: 'TEST-1', wish: 'live', since: startMs + 1_000, attempts: 1 },
        ...{ nextAt: startMs + 1_000, echoes: ['demo-1'] },
      },
    ]);
    expect(one.owes).toBe(true);
    pair.advance(minuteMs);
    expect(pair.tracker.links.get('TEST-1')).toMatchObject([{ id: '1', objectKey: 'DEMO-1' }]);
  });

  test('is not looked at where nothing had to be done', () => {
    const one = owing('DEMO-1', storeLinks('TEST-1'), [{ ...due, issueKey: 'TEST-1' }]);
    const { pair, tell, nextIn } = open([one]);
    pair.tracker.link('TEST-1', 'DEMO-1');
    tell();
    expect([nextIn(), one.owed]).toEqual([[], undefined]);
  });

  test('is not looked at besides what is owed again meanwhile', () => {
    const one = owing('DEMO-1', storeLinks('TEST-1'), [{ ...due, issueKey: 'TEST-1' }]);
    const { pair, tell } = open([one]);
    tell();
    one.owed = storeOwed([{ ...due, issueKey: 'TEST-1', nextAt: startMs + minuteMs }]);
    pair.advance(1_000);
    expect(pair.tracker.calls).toHaveLength(2);
  });

  test('is looked at where Tracker may yet report what was taken away, which changes nothing', () => {
    const entry = { ...due, issueKey: 'TEST-1', attempts: 1, echoes: ['DEMO-1'] };
    const one = owing('OPS-1', storeLinks('TEST-1'), [entry], ['DEMO-1']);
    const { pair, tell } = open([one]);
    pair.tracker.link('TEST-1', 'DEMO-1');
    tell();
    pair.tracker.calls.splice(0);
    pair.advance(1_000);
    expect(pair.tracker.calls).toEqual(['list TEST-1']);
    expect(owedOf(one)).toMatchObject([{ toldAt: startMs, echoes: ['DEMO-1'] }]);
  });

  test('and has come back under a key that was announced is taken away at once', () => {
    const entry = { ...due, issueKey: 'TEST-1', attempts: 1, echoes: ['DEMO-1'] };
    const one = owing('OPS-1', storeLinks('TEST-1'), [entry], ['DEMO-1']);
    const { pair, tell } = open([one]);
    pair.tracker.link('TEST-1', 'DEMO-1');
    tell();
    pair.tracker.link('TEST-1', 'DEMO-1');
    pair.advance(1_000);
    expect(pair.tracker.keysOf('TEST-1')).toEqual(['OPS-1']);
    expect(owedOf(one)).toEqual([
      {
        ...{ issueKey: 'TEST-1', wish: 'live', since: 5, attempts: 0 },
        ...{ toldAt: startMs + 1_000, echoes: ['DEMO-1'] },
      },
    ]);
  });

  test('is looked at under the object it is of, which has its kind and its key', () => {
    const stored = storeLinks('TEST-1');
    const others = ['SAME-1', 'DEMO-2'].map((key) => owing(key, stored, []));
    const article = Object.assign(fakeEntity({ kind: 'article', key: 'SAME-1', stored }), {
      owed: storeOwed([{ ...due, issueKey: 'TEST-1' }]),
      owes: true,
    });
    const far = Object.assign(fakeEntity({ kind: 'article', key: 'SAME-2', stored }), { owes: true });
    const { pair, tell } = open([far, ...others, article]);
    tell();
    pair.tracker.link('TEST-1', 'SAME-1', { origins: [articleOrigin] });
    pair.advance(1_000);
    expect(owedOf(article)).toMatchObject([{ echoes: ['SAME-1'] }]);
    expect([far, ...others].map(({ writes }) => writes)).toEqual([0, 0, 0]);
  });

  test('of an object that is gone meanwhile is not looked at', () => {
    const one = owing('DEMO-1', storeLinks('TEST-1'), [{ ...due, issueKey: 'TEST-1' }]);
    const { pair, tell } = open([one]);
    tell();
    one.foundBy.splice(0);
    pair.advance(1_000);
    expect(pair.tracker.calls).toHaveLength(2);
  });

  test('is looked at for a hundred links at most', () => {
    const keys = issues.slice(0, 101);
    const one = owing(
      'DEMO-1',
      storeLinks(...keys),
      keys.map((issueKey) => ({ ...due, issueKey })),
    );
    const { pair, tell } = open([one]);
    tell();
    pair.tracker.calls.splice(0);
    pair.advance(1_000);
    expect(pair.tracker.calls).toHaveLength(100);
  });
});

describe('a problem', () => {
  const make = (owed: readonly object[] = [{ ...due, issueKey: 'TEST-1' }]) =>
    owing('DEMO-1', storeLinks('TEST-1', 'TEST-2', 'TEST-3', 'TEST-4'), owed);

  test('is written down, and the chain of one object comes back for the next try', () => {
    const one = make();
    const { pair, tell, of, nextIn } = open([one]);
    pair.tracker.failNext({ kind: 'failing', said: 'Сбой' });
    tell({ of });
    expect(owedOf(one)).toEqual([
      {
        ...{ ...due, issueKey: 'TEST-1', attempts: 1, triedSince: startMs, nextAt: startMs + 5_000 },
        problem: { kind: 'failing', said: 'Сбой' },
      },
    ]);
    expect(nextIn()).toEqual([5_000]);
    pair.advance(5_000);
    expect([pair.tracker.keysOf('TEST-1'), owedOf(one)]).toEqual([['DEMO-1'], []]);
  });

  test('of which it is swept leaves the next try to the next sweep', () => {
    const { pair, tell, nextIn } = open([make()]);
    pair.tracker.failNext({ kind: 'failing' });
    tell();
    expect(nextIn()).toEqual([]);
  });

  test('a next try that is far off is left to the sweep', () => {
    const nextOf = (nextAt: number) => {
      const { tell, of, nextIn } = open([make([{ ...due, issueKey: 'TEST-1', nextAt }])]);
      tell({ of });
      return nextIn();
    };
    expect([nextOf(startMs + 45 * minuteMs), nextOf(startMs + 45 * minuteMs + 1)]).toEqual([
      [45 * minuteMs],
      [],
    ]);
  });

  test('the soonest of several tries counts, and no pause is shorter than a second', () => {
    const owed = [
      { ...due, issueKey: 'TEST-1', nextAt: startMs + 9_000 },
      { ...due, issueKey: 'TEST-2', nextAt: startMs + 2_000 },
      { ...due, issueKey: 'TEST-3', nextAt: undefined },
    ];
    const { tell, of, nextIn } = open([make(owed)]);
    tell({ of });
    expect(nextIn()).toEqual([2_000]);
    const soon = open([make([{ ...due, issueKey: 'TEST-1', nextAt: startMs + 10 }])]);
    soon.tell({ of: soon.of });
    expect(soon.nextIn()).toEqual([1_000]);
  });

  test('that time does not help lets it rest, and nothing follows', () => {
    const one = make();
    const { pair, tell, of, nextIn } = open([one]);
    pair.tracker.failNext({ kind: 'forbidden' });
    tell({ of });
    expect([owedOf(one)[0]?.nextAt, nextIn()]).toEqual([undefined, []]);
  });

  test('of our own budget is none: nothing is counted, nothing more begun, and all goes on when there is room', () => {
    const owed = ['TEST-1', 'TEST-2'].map((issueKey) => ({ ...due, issueKey }));
    const one = make(owed);
    const { pair, tell, nextIn } = open([one]);
    pair.tracker.failNext({ kind: 'over_budget', retryAfterMs: 1_700 });
    tell();
    expect([owedOf(one), one.writes, pair.tracker.calls]).toEqual([owed, 0, ['list TEST-1']]);
    expect(nextIn()).toEqual([1_700]);
    pair.advance(1_700);
    expect(pair.tracker.keysOf('TEST-2')).toEqual(['DEMO-1']);
  });

  test('of a check is not written down', () => {
    const one = make();
    const { pair, tell, nextIn } = open([one]);
    tell();
    pair.tracker.failNext({ kind: 'failing' });
    pair.advance(1_000);
    expect([one.owed, one.writes, nextIn()]).toEqual([undefined, 1, []]);
  });

  test('three of them mean that Tracker is in trouble: what was not tried waits for the first that was', () => {
    const one = make(['TEST-1', 'TEST-2', 'TEST-3', 'TEST-4'].map((issueKey) => ({ ...due, issueKey })));
    const { pair, tell, of, nextIn } = open([one]);
    pair.tracker.failNext({ kind: 'failing' }, 3);
    tell({ of });
    expect(pair.tracker.calls).toHaveLength(3);
    expect(
      owedOf(one)
        .map(({ attempts }) => attempts)
        .sort(),
    ).toEqual([0, 1, 1, 1]);
    expect(nextIn()).toEqual([5_000]);
  });

  test('checks for which there was no more time are made in the next call', () => {
    const one = make(['TEST-1', 'TEST-2'].map((issueKey) => ({ ...due, issueKey })));
    const { pair, tell, nextIn } = open([one]);
    tell();
    pair.tracker.failNext({ kind: 'over_budget', retryAfterMs: 3_000 });
    pair.tracker.calls.splice(0);
    pair.advance(1_000);
    expect([pair.tracker.calls, nextIn()]).toEqual([['list TEST-1'], [3_000]]);
    pair.advance(3_000);
    expect(pair.tracker.calls.slice(1)).toEqual(['list TEST-2']);
  });
});

describe('the chain', () => {
  test('does not go on for what is owed of kinds that are not mirrored any more', () => {
    const user = Object.assign(fakeEntity({ kind: 'user', key: 'jane', stored: storeLinks('TEST-1') }), {
      owed: storeOwed([{ ...due, issueKey: 'TEST-1', nextAt: startMs + 5_000 }]),
    });
    const { tell, of, nextIn } = open([user]);
    tell({ of });
    expect(nextIn()).toEqual([]);
  });

  test('carries along what the first object owes: it is told though another transaction has undone that', () => {
    const entry = { ...due, issueKey: 'TEST-1' };
    const one = fakeEntity({ key: 'DEMO-1', stored: storeLinks('TEST-1') });
    const two = fakeEntity({ key: 'DEMO-2', stored: storeLinks('TEST-1') });
    const { pair, tell, of } = open([one, two]);
    tell({ of, owed: new Map([['TEST-1', entry]]) });
    expect(pair.tracker.keysOf('TEST-1')).toEqual(['DEMO-1']);
    expect([one.owed, two.writes]).toEqual([undefined, 0]);
  });

  test('what is written down comes before what it carries, and what is carried stays until it was told', () => {
    const entry = { ...due, issueKey: 'TEST-1' };
    const one = owing('DEMO-1', storeLinks('TEST-1', 'TEST-2'), [{ ...entry, nextAt: startMs + 2_000 }]);
    const { pair, tell, of } = open([one]);
    tell({
      of,
      owed: new Map([
        ['TEST-1', entry],
        ['TEST-2', { ...entry, issueKey: 'TEST-2' }],
      ]),
    });
    expect(pair.tracker.calls).toEqual(['list TEST-2', 'create TEST-2 DEMO-1']);
    const state = JSON.parse(pair.queue[0]?.state ?? '{}');
    expect(JSON.parse(state.owed).owed.map(({ issueKey }: { issueKey: string }) => issueKey)).toEqual([
      'TEST-1',
    ]);
  });

  test('writes down the questions that it carries, and carries on those alone that ask whose a removal was', () => {
    const asks = { by: 'robot', via: 'tracker' } as const;
    const question = { ...due, issueKey: 'TEST-1', wish: 'gone', nextAt: startMs + 5_000, asks } as const;
    const report = { ...question, asks: { ...asks, isReport: true } };
    const one = fakeEntity({ key: 'DEMO-1', stored: storeLinks('TEST-1') });
    const { pair, tell, of } = open([one]);
    tell({ of, owed: new Map([question, report].map((entry) => [nameOwed(entry), entry])) });
    expect(owedOf(one)).toEqual([question, report]);
    const state = JSON.parse(pair.queue[0]?.state ?? '{}');
    expect(JSON.parse(state.owed).owed).toEqual([report]);
  });

  test('writes down what it carries where that cannot be told', () => {
    const one = fakeEntity({ key: 'DEMO-1', stored: storeLinks('TEST-1') });
    const { pair, tell, of } = open([one]);
    pair.tracker.failNext({ kind: 'failing' });
    tell({ of, owed: new Map([['TEST-1', { ...due, issueKey: 'TEST-1' }]]) });
    expect([owedOf(one)[0]?.attempts, one.owes]).toEqual([1, true]);
  });

  test('tells of one object once, though it is named twice, and of none that is not there', () => {
    const one = owing('DEMO-1', storeLinks('TEST-1'), [{ ...due, issueKey: 'TEST-1' }]);
    const { pair, tell } = open([one]);
    tell({
      of: [
        { kind: 'issue', key: 'NOPE-1' },
        { kind: 'issue', key: 'DEMO-1' },
        { kind: 'issue', key: 'demo-1' },
      ],
    });
    expect(pair.tracker.calls).toEqual(['list TEST-1', 'create TEST-1 DEMO-1']);
  });

  test('forgets what was told long ago with what it writes', () => {
    const one = owing('DEMO-1', storeLinks('TEST-1'), [
      { ...due, issueKey: 'TEST-2', toldAt: startMs - minuteMs, echoes: ['OLD-1'] },
      { ...due, issueKey: 'TEST-1' },
    ]);
    open([one]).tell();
    expect(one.owed).toBeUndefined();
  });
});

describe('a report of a removal that was taken for our own doing', () => {
  const heard: HeardEcho = { issueKey: 'TEST-1', key: 'demo-1', at: startMs, by: 'tracker-bot' };
  const told = { ...due, issueKey: 'TEST-1', nextAt: undefined, toldAt: startMs, echoes: ['DEMO-1'] };
  const question = {
    ...{ issueKey: 'TEST-1', wish: 'gone', since: startMs, attempts: 0, nextAt: startMs },
    asks: { by: 'tracker-bot', via: 'tracker', isReport: true },
  };

  function openHeard(owed: readonly object[] = [told], stored = storeLinks('TEST-1')) {
    const one = owing('OPS-1', stored, owed, ['DEMO-1']);
    const opened = open([one]);
    return { one, ...opened, hear: () => opened.tell({ of: opened.of, heard }) };
  }

  test('changes nothing while Tracker has the link, however often it comes', () => {
    const { one, pair, hear, nextIn } = openHeard();
    pair.tracker.link('TEST-1', 'OPS-1');
    hear();
    hear();
    expect([keysOf(one), owedOf(one), nextIn()]).toEqual([['TEST-1'], [told], []]);
    expect(pair.tracker.calls).toEqual(['list TEST-1', 'list TEST-1']);
  });

  test('stays written down while the link is still to be told', () => {
    const { one, pair, hear } = openHeard([{ ...due, issueKey: 'TEST-1', attempts: 1, echoes: ['DEMO-1'] }]);
    pair.tracker.link('TEST-1', 'OPS-1');
    hear();
    expect(owedOf(one)).toMatchObject([{ toldAt: startMs, echoes: ['DEMO-1'] }]);
  });

  test('leads to the removal of the link where it is somebody else’s, and that stays to be seen in place', () => {
    const { one, pair, hear } = openHeard();
    hear();
    expect(keysOf(one)).toEqual([]);
    expect(one.stored).toContain(`-${startMs} tracker tracker-bot`);
    const answered = { ...question, nextAt: startMs + 600_000, asks: { ...question.asks, isAnswered: true } };
    expect(owedOf(one)).toContainEqual(answered);
    pair.advance(3_600_000);
    expect([keysOf(one), owedOf(one)]).toEqual([[], []]);
    expect(pair.tracker.calls.filter((call) => !call.startsWith('list'))).toEqual([]);
  });

  test('leads to it again where another write has undone it', () => {
    const { one, pair, hear } = openHeard();
    hear();
    one.stored = storeLinks('TEST-1');
    pair.advance(700_000);
    expect(keysOf(one)).toEqual([]);
  });

  test('is meant for what the object has under other keys of the issue as well', () => {
    const { one, pair, hear } = openHeard([told], storeLinks('TEST-1', 'TEST-2', 'TEST-3'));
    pair.tracker.move('TEST-2', 'TEST-1');
    hear();
    expect(keysOf(one)).toEqual(['TEST-3']);
  });

  test('is noted as a question where Tracker does not answer, and asked again later', () => {
    const { one, pair, hear, nextIn } = openHeard();
    pair.tracker.failNext({ kind: 'timeout' });
    hear();
    expect([keysOf(one), nextIn()]).toEqual([['TEST-1'], [5_000]]);
    expect(owedOf(one)).toMatchObject([
      { toldAt: startMs },
      { ...question, attempts: 1, nextAt: startMs + 5_000, problem: { kind: 'timeout' } },
    ]);
    pair.advance(5_000);
    expect(keysOf(one)).toEqual([]);
    expect(one.stored).toContain(`-${startMs} tracker tracker-bot`);
  });

  test('is asked again as soon as the budget allows it', () => {
    const { pair, hear, nextIn } = openHeard();
    pair.tracker.failNext({ kind: 'over_budget', retryAfterMs: 1_400 });
    hear();
    expect(nextIn()).toEqual([1_400]);
  });

  test('is asked though another transaction has undone that it was noted, until it is answered', () => {
    const { one, pair, hear } = openHeard();
    pair.tracker.failNext({ kind: 'timeout' }, 2);
    hear();
    one.owed = storeOwed([told]);
    pair.advance(5_000);
    expect(owedOf(one)).toMatchObject([{ since: startMs, attempts: 2, asks: question.asks }, {}]);
    one.owed = storeOwed([told]);
    pair.advance(60_000);
    expect(keysOf(one)).toEqual([]);
  });

  test('keeps the link from being told until it is answered, and no longer', () => {
    const { one, pair, tell, of } = openHeard([
      { ...due, issueKey: 'TEST-1' },
      { ...question, nextAt: startMs + 1 },
    ]);
    pair.tracker.link('TEST-1', 'OPS-1');
    tell({ of });
    expect(pair.tracker.calls).toEqual([]);
    pair.advance(1_000);
    expect([pair.tracker.calls, keysOf(one), one.owed]).toEqual([['list TEST-1'], ['TEST-1'], undefined]);
  });

  test('is asked by the sweep, in whose name the removal is made', () => {
    const { one, pair, tell } = openHeard([question]);
    one.flag = true;
    tell({});
    expect([keysOf(one), pair.tracker.calls]).toEqual([[], ['list TEST-1']]);
    expect(owedOf(one)).toEqual([
      { ...question, nextAt: startMs + 600_000, asks: { ...question.asks, isAnswered: true } },
    ]);
    pair.wait(600_000);
    tell({});
    expect([one.owed, pair.tracker.keysOf('TEST-1')]).toEqual([undefined, []]);
  });

  test('is nothing where the object is not there any more', () => {
    const { one, pair, hear } = openHeard();
    one.foundBy.splice(0);
    hear();
    expect([pair.queue, pair.tracker.calls]).toEqual([[], []]);
  });
});
