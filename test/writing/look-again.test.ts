import { describe, expect, test } from '@jest/globals';
import { type PendingChange, toPendingChange } from '../../src/links/change-link.ts';
import { storageLimits } from '../../src/links/storage-limits.ts';
import { untoldMemo } from '../../src/writing/owe-tracker.ts';
import type { ListKeys } from '../../src/writing/replacement.ts';
import { type LookStep, settleLinks } from '../../src/writing/settle-links.ts';
import {
  encodeSettleState,
  type PendingTarget,
  parseSettleState,
  type SettleState,
} from '../../src/writing/settle-state.ts';
import { type FakeEntity, fakeEntity, fakeHost } from '../support/fake-host.ts';
import { type ChangeOptions, changeOf, mirrored, start, storedLinks } from './support/mirrored.ts';

const own = `TEST-1 +${start} youtrack вася`;
const asking = '{"asks":"only"}';

function pendingOf(key: string, change: ChangeOptions = {}, memo?: string): PendingTarget {
  return { kind: 'issue', key, change: toPendingChange(changeOf(change)), memo };
}

function issueWith(key: string, ...links: readonly string[]): FakeEntity {
  const issue = fakeEntity({ key, stored: storedLinks(...links) });
  issue.flag = links.length > 0;
  return issue;
}

/** An object that is full but for the link to TEST-1. */
function fullIssue(key: string): FakeEntity {
  const bytes = storageLimits.storedBytes - Buffer.byteLength(storedLinks('FULL-1 +1 youtrack '));
  return issueWith(key, `FULL-1 +1 youtrack ${'x'.repeat(bytes)}`);
}

/** One look at these objects, the first of a chain unless it says otherwise. */
function lookAt(
  entities: readonly FakeEntity[],
  state: Partial<SettleState>,
  step?: LookStep,
  listKeys?: ListKeys,
) {
  const host = fakeHost(entities, { settings: mirrored });
  const begun = {
    look: 1,
    quiet: 0,
    entities: entities.map(({ key }) => pendingOf(key)),
    replacing: undefined,
  };
  let opened = 0;
  const openStep =
    step &&
    (() => {
      opened += 1;
      return step;
    });
  const result = settleLinks(host, encodeSettleState({ ...begun, ...state }), openStep, listKeys);
  const [call] = host.scheduled;
  const next = call && parseSettleState(call.state);
  if (next?.ok === false) throw new Error('the next state is well-formed');
  return { result, host, next: next?.value, delayMs: call?.delayMs, opened };
}

function knownOf({ next }: { readonly next: SettleState | undefined }, index = 0): readonly string[] {
  const change: PendingChange | undefined = next?.entities[index]?.change;
  return [...(change?.known.keys() ?? [])];
}

describe('how soon a look comes again', () => {
  test.each([
    ['all is quiet', [[own]], 5_625],
    ['the link is gone', [[]], 1_450],
    ['somebody has just changed another link', [[own, `OTHER-1 +${start} tracker вася`]], 3_000],
    [
      'somebody has just removed another link',
      [[own, `OTHER-1 +1 tracker вася -${start} tracker вася`]],
      3_000,
    ],
    ['another link was changed half a minute ago', [[own, `OTHER-1 +${start - 30_000} tracker вася`]], 3_000],
    ['another link was changed a moment before', [[own, `OTHER-1 +${start - 30_001} tracker вася`]], 5_625],
    ['one of two objects is busy', [[own], [own, `OTHER-1 +${start} tracker вася`]], 3_000],
    ['one of two objects has lost it', [[own, `OTHER-1 +${start} tracker вася`], []], 1_450],
  ])('where %s', (_, stored, expected) => {
    const entities = stored.map((links, index) => issueWith(`DEMO-${index + 1}`, ...links));
    expect(lookAt(entities, {}).delayMs).toBe(expected);
  });

  test('is not at all after the last one', () => {
    expect(lookAt([issueWith('DEMO-1', own)], { look: 9 }).next).toBeUndefined();
  });
});

describe('what a look remembers', () => {
  test('is what others have just done to the object, so that the next one restores it', () => {
    const issue = issueWith('DEMO-1', own, `OTHER-1 +${start} tracker вася`);
    const { next } = lookAt([issue], {});
    if (next === undefined) throw new Error('the chain goes on');
    issue.stored = storedLinks();
    lookAt([issue], next);
    expect(JSON.parse(issue.stored ?? '').links).toEqual([`OTHER-1 +${start} tracker вася`, own]);
  });

  test('is shared by all objects of the chain, those it has come upon included', () => {
    const crowd = Array.from(
      { length: 150 },
      (_, index) => `MANY-${index + 1} +${start + index} youtrack вася`,
    );
    const late = issueWith('DEMO-2', `TEST-1 +${start - 5} youtrack вася`);
    const replacing = { issueKey: 'TEST-1', stamp: changeOf().stamp };
    const looked = lookAt([issueWith('DEMO-1', own, ...crowd), late], {
      entities: [pendingOf('DEMO-1')],
      replacing,
    });
    expect(looked.next?.entities.map(({ key }) => key)).toEqual(['DEMO-1', 'DEMO-2']);
    expect(knownOf(looked)).toHaveLength(101);
    expect(knownOf(looked, 1)).toEqual(['TEST-1']);
  });
});

describe('the flag', () => {
  test.each([
    [true, [own], 0],
    [false, [own], 1],
    [undefined, [own], 1],
    [false, [`TEST-1 +1 youtrack вася -${start} youtrack вася`], 0],
    [true, [`TEST-1 +1 youtrack вася -${start} youtrack вася`], 1],
  ])('that says %j of %j is written %d times', (flag, links, writes) => {
    const issue = issueWith('DEMO-1', ...links);
    issue.flag = flag;
    const wish = links[0] === own ? 'live' : 'gone';
    lookAt([issue], { entities: [pendingOf('DEMO-1', { wish })] });
    expect([issue.writes, issue.flag]).toEqual([writes, wish === 'live']);
  });
});

describe('a look without room', () => {
  test('at one of two objects restores the other, and says so', () => {
    const [sound, full] = [issueWith('DEMO-1'), fullIssue('DEMO-2')];
    expect(lookAt([sound, full], {}).result).toEqual({ ok: false, problem: { reason: 'no_room' } });
    expect([sound.stored, full.writes]).toEqual([storedLinks(own), 0]);
  });

  test('tells Tracker nothing of what it could not do', () => {
    const full = fullIssue('DEMO-1');
    expect(lookAt([full], { look: 0 }).next?.entities).toMatchObject([{ key: 'DEMO-1' }]);
    expect(full.owed).toBeUndefined();
  });
});

describe('what had been put off', () => {
  const gone = { wish: 'gone' } as const;

  test('is done by the first look, and from then on Tracker is to be told', () => {
    const issue = issueWith('DEMO-1', `TEST-1 +${start - 5} youtrack вася`);
    const { next, delayMs } = lookAt([issue], { look: 0, entities: [pendingOf('DEMO-1', gone)] });
    expect(issue.stored).toBe(storedLinks(`TEST-1 +${start - 5} youtrack вася -${start} youtrack вася`));
    expect(JSON.parse(issue.owed ?? '').owed).toMatchObject([{ wish: 'gone', nextAt: start + 300 }]);
    expect([next, delayMs]).toMatchObject([{ look: 1, entities: [{ memo: untoldMemo }] }, 900]);
  });

  test('and is done already is told by nobody again', () => {
    const issue = issueWith('DEMO-1', `TEST-1 -${start} youtrack вася`);
    const { next } = lookAt([issue], { look: 0, entities: [pendingOf('DEMO-1', gone)] });
    expect([issue.owed, next?.entities[0]?.memo]).toEqual([undefined, undefined]);
  });

  test('is what a set finds late, whatever look that is', () => {
    const late = issueWith('DEMO-1', `TEST-1 +${start - 5} youtrack вася`);
    const replacing = { issueKey: 'TEST-1', stamp: changeOf().stamp };
    const { next } = lookAt([late], { look: 3, entities: [], replacing });
    expect(JSON.parse(late.owed ?? '').owed).toMatchObject([{ wish: 'gone' }]);
    expect(next?.entities).toMatchObject([{ key: 'DEMO-1', memo: untoldMemo }]);
  });

  test('is not what a later look restores: that is owed already', () => {
    const issue = issueWith('DEMO-1');
    const { next } = lookAt([issue], { entities: [pendingOf('DEMO-1', {}, asking)] });
    expect(issue.stored).toBe(storedLinks(own));
    expect([issue.owed, next?.entities[0]?.memo]).toEqual([undefined, asking]);
  });
});

describe('what a look tells Tracker', () => {
  test('is of the objects alone of which there is something to tell, and opened once', () => {
    const told: string[] = [];
    const step: LookStep = ({ entity, memo }) => {
      told.push(`${entity.key} ${memo}`);
      return { memo: undefined };
    };
    const keys = ['DEMO-1', 'DEMO-2', 'DEMO-3'];
    const memos = [untoldMemo, undefined, asking];
    const entities = keys.map((key, index) => pendingOf(key, {}, memos[index]));
    const { next, opened } = lookAt(
      keys.map((key) => issueWith(key, own)),
      { entities },
      step,
    );
    expect([told, opened]).toEqual([[`DEMO-1 ${untoldMemo}`, `DEMO-3 ${asking}`], 1]);
    expect(next?.entities.map(({ memo }) => memo)).toEqual([undefined, undefined, undefined]);
  });

  test('opens nothing where there is nothing to tell, and keeps what it cannot tell', () => {
    const step: LookStep = () => ({ memo: undefined });
    expect(lookAt([issueWith('DEMO-1', own)], {}, step).opened).toBe(0);
    const { next } = lookAt([issueWith('DEMO-1', own)], { entities: [pendingOf('DEMO-1', {}, untoldMemo)] });
    expect(next?.entities).toMatchObject([{ memo: untoldMemo }]);
  });

  test.each([
    ['all is in place', [[own], [own]], 'false false'],
    ['one object had lost the link', [[own], []], 'true true'],
  ])('knows whether anything was written in the same call: where %s', (_, stored, expected) => {
    const written: boolean[] = [];
    const step: LookStep = ({ hasWritten, memo }) => {
      written.push(hasWritten);
      return { memo };
    };
    const issues = stored.map((links, index) => issueWith(`DEMO-${index + 1}`, ...links));
    const entities = issues.map(({ key }) => pendingOf(key, {}, untoldMemo));
    lookAt(issues, { entities }, step);
    expect(written.join(' ')).toBe(expected);
  });

  test('goes on when the last of the objects can, in a call between the looks', () => {
    const pauses: Record<string, object> = {
      'DEMO-1': { againMs: 700 },
      'DEMO-2': { againMs: 900.5 },
      'DEMO-3': {},
    };
    const step: LookStep = ({ entity, memo }) => ({ memo, ...pauses[entity.key] });
    const issues = Object.keys(pauses).map((key) => issueWith(key, own));
    const entities = issues.map(({ key }) => pendingOf(key, {}, untoldMemo));
    const { next, delayMs } = lookAt(issues, { entities, look: 2, quiet: 1 }, step);
    expect([next, delayMs]).toMatchObject([{ look: 2, quiet: 1, errands: 1 }, 901]);
  });

  test('waits for the next look where no call can be spared', () => {
    const step: LookStep = ({ memo }) => ({ memo, againMs: 700 });
    const entities = [pendingOf('DEMO-1', {}, untoldMemo)];
    const { next, delayMs } = lookAt([issueWith('DEMO-1', own)], { entities, errands: 4 }, step);
    expect([next, delayMs]).toMatchObject([{ look: 2, errands: 4 }, 5_625]);
  });
});

describe('what Tracker names', () => {
  const other = pendingOf('DEMO-9', { issueKey: 'TEST-9' });
  const step: LookStep = () => ({ memo: undefined, also: [other] });
  const issues = () => ['DEMO-1', 'DEMO-2'].map((key) => issueWith(key, own));
  const entities = [pendingOf('DEMO-1'), pendingOf('DEMO-2', {}, asking)];

  test('is looked after from the next look on, after what was looked after before', () => {
    const { next } = lookAt(issues(), { entities }, step);
    expect(next?.entities.map(({ key }) => key)).toEqual(['DEMO-1', 'DEMO-2', 'DEMO-9']);
  });

  test.each([
    ['one of the objects asks', asking, undefined],
    ['none of them does', untoldMemo, 9],
  ])('has a call kept for it where %s', (_, memo, look) => {
    const state = { look: 8, entities: [pendingOf('DEMO-1'), pendingOf('DEMO-2', {}, memo)] };
    expect(lookAt(issues(), state, () => ({ memo: undefined })).next?.look).toBe(look);
  });

  test('only in the last look is done at once, alone, in the call that was kept', () => {
    const { next, delayMs } = lookAt(issues(), { look: 8, quiet: 3, entities }, step);
    expect([next?.entities.map(({ key }) => key), next?.look, next?.replacing, delayMs]).toEqual([
      ['DEMO-9'],
      9,
      undefined,
      0,
    ]);
  });

  test('where no call is left is done by nobody', () => {
    expect(lookAt(issues(), { look: 9, entities }, step).next).toBeUndefined();
  });
});

describe('the other keys of an issue whose whole list is set', () => {
  const replacing = { issueKey: 'TEST-1', stamp: changeOf().stamp, asks: true };
  const known = { issueKey: 'TEST-1', stamp: changeOf().stamp, otherKeys: ['OTHER-1'] };
  const listKeys: ListKeys = () => ['OTHER-1'];

  test('are carried on from the look that has heard of them', () => {
    const { next } = lookAt([issueWith('DEMO-1', own)], { replacing }, undefined, listKeys);
    expect([next?.replacing, next?.entities]).toMatchObject([known, [{ key: 'DEMO-1' }]]);
    expect(next?.replacing).not.toHaveProperty('asks');
  });

  test('are asked for later where anything was written: that call must not wait', () => {
    const issues = [issueWith('DEMO-1', own), issueWith('DEMO-2')];
    const { next } = lookAt(issues, { replacing }, undefined, listKeys);
    expect(next?.replacing).toEqual(replacing);
  });

  test('have a call kept, in which what only the last look has heard is done at once', () => {
    const last = { look: 8, quiet: 3, replacing };
    const { next, delayMs } = lookAt([issueWith('DEMO-1', own)], last, undefined, listKeys);
    expect([next, delayMs]).toMatchObject([{ look: 9, replacing: known, entities: [{ key: 'DEMO-1' }] }, 0]);
    expect(lookAt([issueWith('DEMO-1', own)], last, undefined, () => undefined).next).toBeUndefined();
  });
});

describe('a link that was found in place', () => {
  test('and has gone since is owed by the look that makes it, and a removal that was is not', () => {
    const [added, removed] = [issueWith('DEMO-1'), issueWith('DEMO-2', `TEST-1 +${start - 5} youtrack вася`)];
    const entities = [pendingOf('DEMO-1'), pendingOf('DEMO-2', { wish: 'gone' })];
    lookAt([added, removed], { entities });
    expect([JSON.parse(added.owed ?? '').owed, removed.owed]).toMatchObject([[{ wish: 'live' }], undefined]);
  });
});
