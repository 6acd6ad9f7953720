import { describe, expect, test } from '@jest/globals';
import { noteMove } from '../../src/mirroring/note-move.ts';
import type { Settings } from '../../src/ports/youtrack.ts';
import { fakeEntity } from '../support/fake-host.ts';
import { mirrored, openPair, owedOf, startMs, storeLinks, storeOwed } from './support/open-pair.ts';

const owed = [
  { issueKey: 'TEST-1', wish: 'live', since: 5, attempts: 0, nextAt: 7, echoes: ['A-1'] },
  { issueKey: 'TEST-3', wish: 'gone', since: 6, attempts: 2, echoes: ['A-1'] },
  { issueKey: 'TEST-4', wish: 'gone', since: 6, attempts: 2 },
];

/** OPS-1 has just been DEMO-1. */
function open(settings: Settings = mirrored) {
  const stored = storeLinks('TEST-1', 'TEST-2', '-TEST-3');
  const entity = fakeEntity({ key: 'OPS-1', formerKeys: ['DEMO-1'], stored });
  entity.owed = storeOwed(owed);
  const pair = openPair([entity, fakeEntity({ key: 'DEMO-2' })], { settings });
  return { entity, pair };
}

describe('an object that moves', () => {
  test('owes every link under its new key, and what it took away under the former one is known as its own doing', () => {
    const { entity, pair } = open();
    noteMove(pair.host(), entity, 'DEMO-1');
    expect(owedOf(entity)).toEqual([
      { issueKey: 'TEST-1', wish: 'live', since: 5, attempts: 1, nextAt: startMs, echoes: ['A-1', 'DEMO-1'] },
      { issueKey: 'TEST-3', wish: 'gone', since: 6, attempts: 2, echoes: ['A-1', 'DEMO-1'] },
      { issueKey: 'TEST-4', wish: 'gone', since: 6, attempts: 2, echoes: ['DEMO-1'] },
      { issueKey: 'TEST-2', wish: 'live', since: startMs, attempts: 1, nextAt: startMs, echoes: ['DEMO-1'] },
    ]);
    expect(entity.owes).toBe(true);
    expect(pair.queue.map(({ name, delayMs }) => [name, delayMs])).toEqual([['tellTracker', 1_000]]);
    expect(pair.tracker.calls).toEqual([]);
  });

  test('takes no key along that cannot be told', () => {
    const { entity, pair } = open();
    noteMove(pair.host(), entity, undefined);
    expect(owedOf(entity).map(({ echoes }) => echoes)).toEqual([['A-1'], ['A-1'], [], []]);
  });

  test('does not owe again what was told: that of a link is told anew, from now on', () => {
    const { entity, pair } = open();
    entity.owed = storeOwed([{ ...owed[0], toldAt: startMs - 1 }]);
    noteMove(pair.host(), entity, 'DEMO-1');
    expect(owedOf(entity)[0]).toMatchObject({ issueKey: 'TEST-1', since: startMs, nextAt: startMs });
    expect(owedOf(entity)[0]).not.toHaveProperty('toldAt');
  });

  test('leaves alone what is owed for another object that was removed', () => {
    const { entity, pair } = open();
    const other = { ...owed[1], removed: { kind: 'issue', key: 'OPS-9' } };
    entity.owed = storeOwed([other]);
    noteMove(pair.host(), entity, 'DEMO-1');
    expect(owedOf(entity)[0]).toEqual(other);
  });

  test('without links, and with nothing owed, has nothing written and nothing told', () => {
    const { entity, pair } = open();
    Object.assign(entity, { stored: storeLinks('-TEST-1'), owed: undefined });
    noteMove(pair.host(), entity, 'DEMO-1');
    expect([entity.writes, pair.queue]).toEqual([0, []]);
  });

  test.each<[string, Partial<ReturnType<typeof fakeEntity>>, Settings]>([
    [
      'of a kind that is not mirrored',
      {},
      { ...mirrored, mirroring: { ...mirrored.mirroring, isConnected: false } },
    ],
    ['whose links cannot be read', { stored: 'не JSON' }, mirrored],
    ['whose owed value cannot be read', { owed: 'не JSON' }, mirrored],
  ])('%s is left alone', (_, changes, settings) => {
    const { entity, pair } = open(settings);
    Object.assign(entity, changes);
    noteMove(pair.host(), entity, 'DEMO-1');
    expect([entity.writes, pair.queue]).toEqual([0, []]);
  });
});
