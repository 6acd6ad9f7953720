import { describe, expect, test } from '@jest/globals';
import type { PendingChange } from '../../src/links/change-link.ts';
import { askOtherKeys } from '../../src/mirroring/ask-other-keys.ts';
import { openConversation } from '../../src/mirroring/conversation.ts';
import { createTellStep } from '../../src/mirroring/create-tell-step.ts';
import type { Settings } from '../../src/ports/youtrack.ts';
import { readLinks } from '../../src/writing/read-links.ts';
import type { LookedAt } from '../../src/writing/settle-links.ts';
import { type FakeEntity, fakeEntity } from '../support/fake-host.ts';
import { mirrored, openPair, owedOf, startMs, storeLinks, storeOwed } from './support/open-pair.ts';

const at = startMs - 1_000;
const asks = { by: 'jane', via: 'youtrack' } as const;
const question = { issueKey: 'NEWQ-1', wish: 'gone', since: at, attempts: 0, nextAt: startMs, asks } as const;
const later = { ...question, since: at + 1 };
const byJane: PendingChange = {
  ...{ issueKey: 'NEWQ-1', wish: 'gone', known: new Map() },
  stamp: { at, by: 'jane', via: 'youtrack' },
};
const byTracker: PendingChange = { ...byJane, stamp: { at, by: 'tracker-bot', via: 'tracker' } };
const made: PendingChange = { ...byJane, wish: 'live' };
const only = '{"asks":"only"}';
const answers = '{"answers":"NEWQ-1"}';

interface OpenOptions {
  readonly stored?: string;
  readonly owed?: readonly object[];
  readonly settings?: Settings;
}

/** DEMO-1, linked to TEST-1, which has become NEWQ-1, with one look after an operation under the new key. */
function open({ stored = storeLinks('TEST-1'), owed = [], settings = mirrored }: OpenOptions = {}) {
  const entity: FakeEntity = fakeEntity({ key: 'DEMO-1', stored });
  if (owed.length > 0) entity.owed = storeOwed(owed);
  const pair = openPair([entity], { settings });
  pair.tracker.link('TEST-1', 'DEMO-1');
  pair.tracker.move('TEST-1', 'NEWQ-1');
  const stored1 = readLinks(entity);
  const links = stored1.ok ? stored1.value : new Map();
  const step = createTellStep(pair.host(), pair.tracker);
  const look = (change: PendingChange, memo = only, changes: Partial<LookedAt> = {}) =>
    step({ entity, links, change, memo, hasWritten: false, ...changes });
  return { entity, pair, links, look };
}

function toGone(change: PendingChange, memo?: string): object {
  return {
    kind: 'issue',
    key: 'DEMO-1',
    change: { ...change, issueKey: 'TEST-1', wish: 'gone' },
    ...(memo && { memo }),
  };
}

describe('an answer that names other links', () => {
  test('has them removed from the next look on, and the question stays until that is seen in place', () => {
    const { entity, pair, look } = open();
    pair.tracker.links.clear();
    expect(look(byTracker)).toStrictEqual({ memo: answers, also: [toGone(byTracker, answers)] });
    expect(owedOf(entity)).toEqual([{ ...question, asks: { by: 'tracker-bot', via: 'tracker' } }]);
    expect(entity.owes).toBe(true);
  });

  test('is told to Tracker as well where a person has removed them', () => {
    const { pair, look } = open();
    expect(look(byJane)).toMatchObject({
      memo: '{"told":"gone","isChecked":false}',
      also: [toGone(byJane, answers)],
    });
    expect(pair.tracker.keysOf('NEWQ-1')).toEqual([]);
  });

  test('is told as well where they were removed, or became this one, while it was awaited', () => {
    const { pair, look } = open({ stored: storeLinks('-TEST-1', 'TEST-2') });
    expect(look(byJane)).toEqual({ memo: '{"told":"gone","isChecked":false}', also: [] });
    expect(pair.tracker.keysOf('NEWQ-1')).toEqual([]);
  });

  test.each<[string, OpenOptions, PendingChange]>([
    ['Tracker has reported it', { stored: storeLinks('-TEST-1', 'TEST-2') }, byTracker],
    ['there never was another', { stored: storeLinks('TEST-2') }, byJane],
    [
      'a person has said that Tracker need not be asked',
      { stored: storeLinks('-TEST-1', 'TEST-2'), owed: [{ ...question, droppedAt: startMs }] },
      byJane,
    ],
  ])('is not told where none is there and %s', (_, options, change) => {
    const { pair, look } = open(options);
    expect(look(change)).toEqual({ memo: answers, also: [] });
    expect(pair.tracker.keysOf('NEWQ-1')).toEqual(['DEMO-1']);
  });

  test('of a link that was made is no question, and nothing looks for an answer to it', () => {
    const { entity, look } = open();
    const change: PendingChange = { ...made, stamp: byTracker.stamp };
    const also = look(change).also ?? [];
    expect(also).toEqual([toGone(change)]);
    expect(also[0]).not.toHaveProperty('memo');
    expect([look(change).memo, entity.writes]).toEqual([undefined, 0]);
  });
});

describe('an answer that names no other link', () => {
  test('takes the question away, and leaves one of a later removal', () => {
    const one = open({ stored: storeLinks('TEST-2'), owed: [question] });
    expect(one.look(byTracker)).toStrictEqual({ memo: answers, also: [] });
    expect([one.entity.owed, one.entity.owes]).toEqual([undefined, false]);
    const other = open({ stored: storeLinks('TEST-2'), owed: [later] });
    other.look(byTracker);
    expect(owedOf(other.entity)).toEqual([later]);
  });

  test('of a link that was made needs no other look', () => {
    expect(open({ stored: storeLinks('TEST-2') }).look(made)).toStrictEqual({ memo: undefined, also: [] });
  });
});

describe('what waits for an answer', () => {
  test('because the look has written is noted as a question, without a moment of its own', () => {
    const { entity, pair, look } = open();
    pair.wait(3_000);
    expect(look(byJane, only, { hasWritten: true })).toStrictEqual({ memo: only });
    expect(owedOf(entity)).toEqual([{ ...question, nextAt: startMs + 3_000 }]);
    expect(pair.tracker.calls).toEqual([]);
  });

  test('because there is no more time comes back after a second', () => {
    const { pair, look } = open();
    pair.wait(3_000);
    expect(look(byJane)).toStrictEqual({ memo: only, againMs: 1_000 });
    expect(look(byJane, only, { hasWritten: true })).toStrictEqual({ memo: only });
  });

  test('and is no removal is no question', () => {
    const { entity, pair, look } = open();
    look(made, only, { hasWritten: true });
    pair.tracker.failNext({ kind: 'timeout' });
    expect(look(made)).toStrictEqual({ memo: only });
    expect(entity.writes).toBe(0);
  });

  test('says that a whole list was set', () => {
    const { entity, look } = open();
    look(byJane, '{"asks":"only","isSet":true}', { hasWritten: true });
    expect(owedOf(entity)).toEqual([{ ...question, asks: { ...asks, isSet: true } }]);
  });

  test('because Tracker has not answered says why, and is asked by the sweep no sooner than anything owed', () => {
    const { entity, pair, look } = open();
    pair.tracker.failNext({ kind: 'failing' });
    expect(look(byJane)).toStrictEqual({ memo: only });
    expect(owedOf(entity)).toEqual([
      {
        ...question,
        attempts: 1,
        triedSince: startMs,
        nextAt: startMs + 5_000,
        problem: { kind: 'failing' },
      },
    ]);
  });

  test('for our budget has not been asked in vain', () => {
    const { entity, pair, look } = open();
    pair.tracker.failNext({ kind: 'over_budget', retryAfterMs: 700 });
    expect(look(byJane)).toStrictEqual({ memo: only, againMs: 700 });
    expect(owedOf(entity)).toEqual([question]);
  });

  test('leaves the question of a later removal, and an owed value that cannot be read, as they are', () => {
    const other = open({ owed: [later] });
    other.pair.tracker.failNext({ kind: 'failing' });
    other.look(byJane);
    expect(owedOf(other.entity)).toEqual([later]);
    const broken = open();
    broken.entity.owed = 'не JSON';
    broken.pair.tracker.failNext({ kind: 'failing' });
    expect(broken.look(byJane)).toStrictEqual({ memo: only });
    expect([broken.entity.owed, broken.entity.writes]).toEqual(['не JSON', 0]);
  });

  test('is not noted where there is no room for one more question', () => {
    const questions = Array.from({ length: 100 }, (_, index) => ({
      ...question,
      issueKey: `FULL-${index + 1}`,
    }));
    const { entity, pair, look } = open({ owed: questions });
    pair.tracker.failNext({ kind: 'failing' });
    expect(look(byJane)).toStrictEqual({ memo: only });
    expect(owedOf(entity)).toEqual(questions);
  });
});

test('a question that a person has dropped is not asked, and stays dropped', () => {
  const dropped = { ...question, nextAt: undefined, droppedAt: startMs };
  const { entity, pair, look } = open({ owed: [dropped] });
  expect(look(byJane)).toStrictEqual({ memo: answers, also: [] });
  look(byJane, only, { hasWritten: true });
  expect([pair.tracker.calls, owedOf(entity)]).toEqual([[], [dropped]]);
});

test('a question is answered once a look finds in place what the answer has led to', () => {
  const { entity, look } = open({ stored: storeLinks('-TEST-1'), owed: [question] });
  expect(look({ ...byJane, issueKey: 'TEST-1' }, answers)).toStrictEqual({ memo: answers });
  expect(entity.owed).toBeUndefined();
});

test('a removal that need not be asked about takes an earlier question under its key away, and an addition none', () => {
  const removal = open({ stored: storeLinks('-NEWQ-1'), owed: [question] });
  removal.look(byJane, '{"told":"gone","isChecked":true}');
  expect(removal.entity.owed).toBeUndefined();
  const addition = open({ stored: storeLinks('NEWQ-1'), owed: [question] });
  addition.look(made, '{"told":"live","isChecked":true}');
  expect(owedOf(addition.entity)).toEqual([question]);
});

test('a report is believed where nothing is mirrored any more', () => {
  const settings = { ...mirrored, mirroring: { ...mirrored.mirroring, applications: {} } };
  const { entity, pair, links } = open({ settings });
  const conversation = openConversation(pair.tracker, pair.host().clock);
  expect(askOtherKeys(pair.host(), conversation, { entity, links, change: byTracker })).toMatchObject({
    ok: true,
    value: [toGone(byTracker)],
  });
});
