import { describe, expect, test } from '@jest/globals';
import { createTellStep } from '../../src/mirroring/create-tell-step.ts';
import { parseMemo, type TellMemo } from '../../src/mirroring/tell-memo.ts';
import type { TrackerProblem } from '../../src/protocol/tracker-problem.ts';
import { readLinks } from '../../src/writing/read-links.ts';
import type { LookedAt, LookStep, StepEnd } from '../../src/writing/settle-links.ts';
import { fakeEntity } from '../support/fake-host.ts';
import { openPair, owedOf, type PairOptions, startMs, storeLinks, storeOwed } from './support/open-pair.ts';

const stamp = { at: startMs - 1_000, by: 'jane', via: 'youtrack' } as const;
const due = { issueKey: 'TEST-1', wish: 'live', since: stamp.at, attempts: 0, nextAt: startMs } as const;
const gone = { ...due, wish: 'gone' } as const;
const later = { issueKey: 'TEST-2', wish: 'live', since: 5, attempts: 0, nextAt: startMs + 60_000 };

interface OpenOptions extends PairOptions {
  readonly stored?: string;
  readonly owed?: readonly object[];
}

/** OPS-1, once DEMO-1, with one step of a chain that looks after the operation on its link to TEST-1. */
function open({ stored = storeLinks('TEST-1'), owed, ...options }: OpenOptions = {}) {
  const entity = fakeEntity({ key: 'OPS-1', formerKeys: ['DEMO-1'], stored });
  if (owed !== undefined) entity.owed = storeOwed(owed);
  const pair = openPair([entity], options);
  let step: LookStep | undefined;
  const look = (
    memo: TellMemo = {},
    changes: Partial<LookedAt> = {},
  ): StepEnd & { readonly known: TellMemo } => {
    const links = readLinks(entity);
    step ??= createTellStep(pair.host(), pair.host().openTracker());
    const wish = stored.includes(' -') ? 'gone' : 'live';
    const change = { issueKey: 'TEST-1', wish, stamp, known: new Map() } as const;
    const text = JSON.stringify(memo);
    const end = step({
      ...{ entity, links: links.ok ? links.value : new Map(), change, memo: text, hasWritten: false },
      ...changes,
    });
    return { ...end, known: parseMemo(end.memo ?? '') };
  };
  return { entity, pair, look };
}

describe('an operation of which Tracker has not heard', () => {
  test('is told, is owed no longer, and is to be looked at once more', () => {
    const { entity, pair, look } = open({ owed: [due, later] });
    const end = look();
    expect(end.known).toEqual({ told: 'live', isChecked: false });
    expect(end).not.toHaveProperty('againMs');
    expect([pair.tracker.keysOf('TEST-1'), owedOf(entity)]).toEqual([['OPS-1'], [later]]);
    expect(entity.owes).toBe(true);
  });

  test('that Tracker knows already needs no other look where nothing was owed, and one where it was', () => {
    const settled = open();
    settled.pair.tracker.link('TEST-1', 'OPS-1');
    expect(settled.look().known).toEqual({ told: 'live', isChecked: true });
    expect(settled.entity.writes).toBe(0);
    const owing = open({ owed: [due] });
    owing.pair.tracker.link('TEST-1', 'OPS-1');
    expect(owing.look().known).toEqual({ told: 'live', isChecked: true });
    expect([owedOf(owing.entity), owing.entity.owes]).toEqual([[], false]);
  });

  test('is told though another transaction has undone that it is owed, and nothing is written for it', () => {
    const { entity, pair, look } = open();
    expect(look().known).toEqual({ told: 'live', isChecked: false });
    expect([pair.tracker.keysOf('TEST-1'), entity.writes]).toEqual([['OPS-1'], 0]);
  });

  test('that is new here and known there may be linked under another key of its queue, so that is asked next', () => {
    const memoOf = (stored: string, changes: object = {}, isThere = true) => {
      const { pair, look } = open({ stored, owed: [{ ...due, ...changes }] });
      if (isThere) pair.tracker.link('TEST-1', 'OPS-1');
      return look().memo;
    };
    const both = storeLinks('TEST-1', 'TEST-2');
    const told = '{"told":"live","isChecked":true}';
    expect(memoOf(both)).toBe('{"asks":"only"}');
    expect(memoOf(both, { attempts: 1 })).toBe(told);
    expect(memoOf(storeLinks('TEST-1', 'OTHER-2'))).toBe(told);
    expect(memoOf(both, {}, false)).toBe('{"told":"live","isChecked":false}');
    expect(memoOf(storeLinks('-TEST-1', 'TEST-2'), { wish: 'gone' }, false)).toBe(
      '{"told":"gone","isChecked":true}',
    );
  });

  test('waits while Tracker is to be asked whether it has been removed there under another key', () => {
    const asks = { by: 'tracker-bot', via: 'tracker' };
    const question = { ...gone, issueKey: 'NEWQ-1', asks };
    const { entity, pair, look } = open({ owed: [due, question] });
    expect(look()).toStrictEqual({ memo: '{}', known: {} });
    expect([pair.tracker.calls, owedOf(entity)]).toEqual([[], [due, question]]);
  });

  test('is told as the links are now: a removal takes away what is there and is known when Tracker reports it', () => {
    const { entity, pair, look } = open({ stored: storeLinks('-TEST-1'), owed: [gone] });
    pair.tracker.link('TEST-1', 'demo-1');
    expect(look().known).toEqual({ told: 'gone', isChecked: false });
    expect(pair.tracker.keysOf('TEST-1')).toEqual([]);
    expect(owedOf(entity)).toEqual([
      { issueKey: 'TEST-1', wish: 'gone', since: stamp.at, attempts: 0, toldAt: startMs, echoes: ['demo-1'] },
    ]);
    expect(entity.owes).toBe(false);
  });

  test('was tried before, by this chain or another one: what is gone now may be of our own doing', () => {
    const echoesOf = (memo: TellMemo, attempts: number) => {
      const { entity, look } = open({ stored: storeLinks('-TEST-1'), owed: [{ ...gone, attempts }] });
      look(memo);
      return owedOf(entity).map(({ echoes }) => echoes);
    };
    expect([echoesOf({}, 0), echoesOf({ attempts: 1 }, 0), echoesOf({}, 1)]).toEqual([
      [],
      [['OPS-1']],
      [['OPS-1']],
    ]);
  });

  test('that has been undone by another one need not be told, and its own entry goes', () => {
    const { entity, pair, look } = open({ owed: [{ ...due, wish: 'gone' }, later] });
    const removal = { issueKey: 'TEST-1', wish: 'gone', stamp, known: new Map() } as const;
    expect(look({}, { change: removal })).toMatchObject({ memo: '{}' });
    expect([owedOf(entity), pair.tracker.calls]).toEqual([[later], []]);
  });

  test('that has been undone leaves the entry of the other one alone', () => {
    const { entity, pair, look } = open({ owed: [{ ...due, since: stamp.at + 1 }] });
    look({}, { change: { issueKey: 'TEST-1', wish: 'gone', stamp, known: new Map() } });
    expect([owedOf(entity), pair.tracker.calls]).toEqual([[{ ...due, since: stamp.at + 1 }], []]);
  });

  test.each<[string, TellMemo, number]>([
    ['this chain has tried', { attempts: 1 }, 0],
    ['another one has tried', {}, 1],
    ['Tracker was told', { told: 'gone' }, 0],
  ])('that has been undone is told as it is now where %s', (_, memo, attempts) => {
    const { pair, look } = open({ owed: [{ ...due, attempts }] });
    look(memo, { change: { issueKey: 'TEST-1', wish: 'gone', stamp, known: new Map() } });
    expect(pair.tracker.keysOf('TEST-1')).toEqual(['OPS-1']);
  });

  test('is not told before it is due', () => {
    const { entity, pair, look } = open({ owed: [{ ...due, nextAt: startMs + 1 }] });
    expect(look()).toEqual({ memo: '{}', known: {} });
    expect([entity.writes, pair.tracker.calls]).toEqual([0, []]);
  });

  test('is told though the owed value cannot be read, which is left alone', () => {
    const { entity, pair, look } = open();
    entity.owed = 'не JSON';
    pair.tracker.link('TEST-1', 'DEMO-1');
    expect(look()).toMatchObject({ againMs: 1_000, known: { attempts: 1 } });
    expect(pair.tracker.keysOf('TEST-1')).toEqual(['DEMO-1', 'OPS-1']);
    expect([entity.owed, entity.writes]).toEqual(['не JSON', 0]);
  });

  test('is not told where a person has said that it need not be, and is where it came after that', () => {
    const dropped = { ...due, nextAt: undefined, droppedAt: startMs };
    const before = open({ owed: [dropped] });
    expect(before.look()).toEqual({ memo: '{}', known: {} });
    expect(before.pair.tracker.calls).toEqual([]);
    const after = open({ owed: [{ ...dropped, since: stamp.at - 1 }] });
    after.look();
    expect(after.pair.tracker.keysOf('TEST-1')).toEqual(['OPS-1']);
    expect(after.entity.writes).toBe(1);
  });

  test('stays as it is where nothing is mirrored or Tracker is not connected', () => {
    const { settings } = openPair([fakeEntity({ key: 'X-1' })]).host();
    const mirroring = { ...settings.mirroring, applications: {} };
    for (const options of [{ isUnconnected: true }, { settings: { ...settings, mirroring } }]) {
      const { entity, pair, look } = open({ ...options, owed: [due] });
      expect(look()).toEqual({ memo: '{}', known: {} });
      expect([owedOf(entity), pair.tracker.calls]).toEqual([[due], []]);
    }
  });

  test('is not told elsewhere again: an object linked under another key of the issue keeps its link', () => {
    const { pair, look } = open({ stored: storeLinks('-TEST-1', 'NEWQ-1'), owed: [gone] });
    pair.tracker.link('TEST-1', 'OPS-1');
    pair.tracker.move('TEST-1', 'NEWQ-1');
    look();
    expect(pair.tracker.keysOf('NEWQ-1')).toEqual(['OPS-1']);
  });
});

describe('an operation that was told', () => {
  test('is checked by a later look, after which there is nothing to do', () => {
    const { entity, pair, look } = open();
    pair.tracker.link('TEST-1', 'OPS-1');
    expect(look({ told: 'live', isChecked: false }).known).toEqual({ told: 'live', isChecked: true });
    expect(look({ told: 'live', isChecked: true }).known).toEqual({ told: 'live', isChecked: true });
    expect([pair.tracker.calls, entity.writes]).toEqual([['list TEST-1'], 0]);
  });

  test('is not written down anew while Tracker may yet report what was taken away', () => {
    const told = { ...due, nextAt: undefined, toldAt: startMs - 1_000, echoes: ['DEMO-1'] };
    const { entity, pair, look } = open({ owed: [told] });
    pair.tracker.link('TEST-1', 'OPS-1');
    expect(look({ told: 'live', isChecked: false }).known).toEqual({ told: 'live', isChecked: true });
    expect(entity.writes).toBe(0);
  });

  test('is told again, and checked again, where it is not so', () => {
    const { pair, look } = open();
    expect(look({ told: 'live', isChecked: false }).known).toEqual({ told: 'live', isChecked: false });
    expect(pair.tracker.keysOf('TEST-1')).toEqual(['OPS-1']);
  });

  test('is told anew where the links have changed since, though it was checked', () => {
    const { pair, look } = open({ stored: storeLinks('-TEST-1') });
    pair.tracker.link('TEST-1', 'OPS-1');
    expect(look({ told: 'live', isChecked: true }).known).toEqual({ told: 'gone', isChecked: false });
    expect(pair.tracker.keysOf('TEST-1')).toEqual([]);
  });

  test('is owed no longer though an older value has come back, and what another one owes is left alone', () => {
    const { entity, pair, look } = open({ owed: [due, later] });
    expect(look({ told: 'live', isChecked: true }).known).toEqual({ told: 'live', isChecked: true });
    expect([owedOf(entity), pair.tracker.calls]).toEqual([[later], []]);
    entity.owed = storeOwed([{ ...due, since: stamp.at + 1 }]);
    look({ told: 'live', isChecked: true });
    expect(owedOf(entity)).toHaveLength(1);
  });

  test('keeps it to itself when a check fails, but counts it', () => {
    const { entity, pair, look } = open();
    pair.tracker.failNext({ kind: 'failing' });
    expect(look({ told: 'live', isChecked: false, attempts: 1 }).known).toEqual({
      told: 'live',
      isChecked: false,
      attempts: 2,
    });
    expect(entity.writes).toBe(0);
  });
});

describe('two links that are the same, or one under a former key', () => {
  test('are announced first, and taken away a second later', () => {
    const { entity, pair, look } = open({ owed: [{ ...due, attempts: 2, echoes: ['A-1'] }] });
    pair.tracker.link('TEST-1', 'DEMO-1');
    const first = look({ attempts: 1 });
    expect([first.againMs, first.known]).toEqual([1_000, { attempts: 4 }]);
    expect(owedOf(entity)).toEqual([{ ...due, attempts: 1, nextAt: startMs, echoes: ['A-1', 'DEMO-1'] }]);
    expect(entity.owes).toBe(true);
    const second = look(first.known);
    expect(second.known).toEqual({ told: 'live', isChecked: false });
    expect(second).not.toHaveProperty('againMs');
    expect(pair.tracker.keysOf('TEST-1')).toEqual(['OPS-1']);
    expect(owedOf(entity)).toMatchObject([{ toldAt: startMs, echoes: ['A-1', 'DEMO-1'] }]);
  });
});

describe('a problem', () => {
  const fail = (problem: TrackerProblem, options: OpenOptions = { owed: [due] }, memo: TellMemo = {}) => {
    const { entity, pair, look } = open(options);
    pair.tracker.failNext(problem);
    return { entity, end: look(memo) };
  };

  test('has it tried again later', () => {
    const { entity, end } = fail({ kind: 'failing', said: 'Сбой' });
    expect(end.known).toEqual({ attempts: 1 });
    expect(owedOf(entity)).toEqual([
      {
        ...due,
        attempts: 1,
        triedSince: startMs,
        nextAt: startMs + 5_000,
        problem: { kind: 'failing', said: 'Сбой' },
      },
    ]);
  });

  test('has it owed again where another transaction has undone that, as often as this chain has tried', () => {
    const { entity, end } = fail({ kind: 'failing' }, {}, { attempts: 1 });
    expect(end.known).toEqual({ attempts: 2 });
    expect(owedOf(entity)).toEqual([
      {
        ...{ ...due, attempts: 2, triedSince: startMs, nextAt: startMs + 35_000 },
        problem: { kind: 'failing' },
      },
    ]);
    expect(entity.owes).toBe(true);
  });

  test('keeps what is known of our own doing', () => {
    const told = { ...due, nextAt: undefined, toldAt: startMs, echoes: ['DEMO-1'] };
    const { entity } = fail({ kind: 'failing' }, { owed: [told] });
    expect(owedOf(entity)).toMatchObject([{ attempts: 1, echoes: ['DEMO-1'], nextAt: startMs + 5_000 }]);
    expect(owedOf(entity)[0]).not.toHaveProperty('toldAt');
  });

  test('that time does not help lets it rest', () => {
    const { entity } = fail({ kind: 'locked' });
    expect(owedOf(entity)[0]).not.toHaveProperty('nextAt');
  });

  test('of our own budget is none: it goes on as soon as there is room again', () => {
    const { entity, end } = fail({ kind: 'over_budget', retryAfterMs: 350 });
    expect(end).toEqual({ memo: '{}', againMs: 350, known: {} });
    expect(owedOf(entity)).toEqual([due]);
  });
});

describe('a look that must not wait for Tracker', () => {
  test('because it has written leaves all as it is', () => {
    const { entity, pair, look } = open({ owed: [due] });
    expect(look({}, { hasWritten: true })).toStrictEqual({ memo: '{}', known: {} });
    pair.wait(3_000);
    expect(look({}, { hasWritten: true })).toStrictEqual({ memo: '{}', known: {} });
    expect([owedOf(entity), pair.tracker.calls, entity.writes]).toEqual([[due], [], 0]);
  });

  test('has it owed again where another transaction has undone that', () => {
    const { entity, look } = open();
    look({ attempts: 3 }, { hasWritten: true });
    expect(owedOf(entity)).toEqual([{ ...due, attempts: 3 }]);
    expect(entity.owes).toBe(true);
  });

  test('does not have it owed that was told', () => {
    const { entity, look } = open();
    look({ told: 'live', isChecked: false }, { hasWritten: true });
    expect(entity.writes).toBe(0);
  });

  test('because there is no more time comes back after a second', () => {
    const { pair, look } = open({ owed: [due, { ...due, issueKey: 'TEST-2' }] });
    look();
    pair.wait(3_000);
    expect(look({ told: 'live' })).toEqual({
      memo: '{"told":"live"}',
      againMs: 1_000,
      known: { told: 'live' },
    });
    expect(pair.tracker.calls).toEqual(['list TEST-1', 'create TEST-1 OPS-1']);
  });

  test('because Tracker is in trouble leaves it to the next look', () => {
    const { pair, look } = open();
    pair.tracker.failNext({ kind: 'failing' }, 3);
    const lookFor = (issueKey: string) =>
      look({}, { change: { issueKey, wish: 'gone', stamp, known: new Map() } });
    for (const issueKey of ['TEST-2', 'TEST-3', 'TEST-4']) lookFor(issueKey);
    expect(lookFor('TEST-5')).toStrictEqual({ memo: '{}', known: {} });
    expect(pair.tracker.calls).toEqual(['list TEST-2', 'list TEST-3', 'list TEST-4']);
  });
});
