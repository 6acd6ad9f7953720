import { describe, expect, test } from '@jest/globals';
import { createLinks } from '../../src/linking/create-links.ts';
import { removeLinks, removeSeveralLinks } from '../../src/linking/remove-links.ts';
import { setLinks } from '../../src/linking/set-links.ts';
import type { Host } from '../../src/ports/youtrack.ts';
import { readLinks } from '../../src/writing/read-links.ts';
import { type FakeEntity, fakeEntity } from '../support/fake-host.ts';
import { idsOf } from '../support/keys.ts';
import {
  mirrored,
  openPair,
  owedOf,
  type Pair,
  type PairOptions,
  startMs,
  storeLinks,
} from './support/open-pair.ts';

const hourMs = 3_600_000;

function linked(key: string, ...issueKeys: readonly string[]): FakeEntity {
  return Object.assign(fakeEntity({ key, stored: storeLinks(...issueKeys) }), { flag: true });
}

function keysOf(entity: FakeEntity): readonly string[] {
  const links = readLinks(entity);
  if (!links.ok) throw new Error('unreadable');
  return [...links.value].flatMap(([key, { removed }]) => (removed ? [] : [key]));
}

/** As jane, at an address that names no object. */
function globally(pair: Pair): Host {
  const { own: _, ...host } = pair.host();
  return host;
}

/** DEMO-1 is linked to TEST-1, which has become NEWQ-1; DEMO-2 to nothing. */
function open(options: PairOptions = {}) {
  const one = linked('DEMO-1', 'TEST-1');
  const two = fakeEntity({ key: 'DEMO-2' });
  const pair = openPair([one, two], options);
  pair.tracker.link('TEST-1', 'DEMO-1');
  pair.tracker.move('TEST-1', 'NEWQ-1');
  const set = (issueKey: string, ...keys: readonly string[]) =>
    setLinks(globally(pair), { issueKey, entityIds: idsOf(...keys), kind: undefined });
  const reads = () => pair.tracker.calls.filter((call) => call.startsWith('read'));
  return { one, two, pair, set, reads };
}

describe('setting the links of an issue under a key that was not heard of before', () => {
  test('replaces those under its other keys too, on both sides', () => {
    const { one, two, pair, set } = open();
    expect(set('NEWQ-1', 'DEMO-2')).toMatchObject({ value: { body: { linked: ['DEMO-2'], removed: [] } } });
    pair.advance(2 * hourMs);
    expect([keysOf(one), keysOf(two)]).toEqual([[], ['NEWQ-1']]);
    expect(pair.tracker.keysOf('NEWQ-1')).toEqual(['DEMO-2']);
  });

  test('to nothing removes those under its other keys', () => {
    const { one, pair, set } = open();
    set('NEWQ-1');
    pair.advance(2 * hourMs);
    expect([keysOf(one), pair.tracker.keysOf('NEWQ-1')]).toEqual([[], []]);
  });

  test('asks for them though some of the objects were linked already', () => {
    const one = linked('DEMO-1', 'TEST-1');
    const two = linked('DEMO-2', 'NEWQ-1');
    const three = linked('DEMO-3', 'TEST-3');
    const pair = openPair([one, two, three]);
    pair.tracker.move('TEST-1', 'NEWQ-1');
    setLinks(globally(pair), { issueKey: 'NEWQ-1', entityIds: idsOf('DEMO-2', 'DEMO-3'), kind: undefined });
    pair.advance(2 * hourMs);
    expect([one, two, three].map(keysOf)).toEqual([[], ['NEWQ-1'], ['NEWQ-1', 'TEST-3']]);
  });

  test.each([1, 2, 3, 4])('does so whichever look Tracker answers, be it after %i failures', (failures) => {
    const one = linked('DEMO-1', 'TEST-1');
    const two = linked('DEMO-2', 'NEWQ-1');
    const three = fakeEntity({ key: 'DEMO-3' });
    const pair = openPair([one, two, three]);
    pair.tracker.move('TEST-1', 'NEWQ-1');
    pair.tracker.failNext({ kind: 'timeout' }, failures, 'read');
    setLinks(globally(pair), { issueKey: 'NEWQ-1', entityIds: idsOf('DEMO-2', 'DEMO-3'), kind: undefined });
    pair.advance(4 * hourMs);
    expect(pair.tracker.calls.filter((call) => call.startsWith('read')).length).toBeGreaterThan(failures);
    expect([one, two, three].map(keysOf)).toEqual([[], ['NEWQ-1'], ['NEWQ-1']]);
  });

  test('asks no sooner than in a look that has written nothing', () => {
    const { two, pair, set, reads } = open();
    set('NEWQ-1', 'DEMO-2');
    Object.assign(two, { stored: undefined, flag: undefined });
    pair.advance(300);
    expect([keysOf(two), reads()]).toEqual([['NEWQ-1'], []]);
    pair.advance(2 * hourMs);
    expect(reads()).not.toEqual([]);
  });

  test('asks nothing where all links are of the same queue, and nothing while nothing is mirrored', () => {
    const same = open();
    same.set('TEST-3', 'DEMO-2');
    same.pair.advance(2 * hourMs);
    expect(same.reads()).toEqual([]);
    const mirroring = { ...mirrored.mirroring, isConnected: false };
    const unconnected = open({ settings: { ...mirrored, mirroring } });
    unconnected.set('NEWQ-1', 'DEMO-2');
    unconnected.pair.advance(2 * hourMs);
    expect([unconnected.pair.tracker.calls, keysOf(unconnected.one)]).toEqual([[], ['TEST-1']]);
  });

  test('asks nothing where it was heard of', () => {
    const { two, pair, set, reads } = open();
    Object.assign(two, { stored: storeLinks('NEWQ-1'), flag: true });
    set('NEWQ-1', 'DEMO-2');
    pair.advance(2 * hourMs);
    expect(reads()).toEqual([]);
  });
});

describe('a removal that may be meant for links under other keys', () => {
  const question = { issueKey: 'NEWQ-1', wish: 'gone', since: startMs, attempts: 0, nextAt: startMs + 300 };

  test('is noted as a question in the same transaction, an addition is not', () => {
    const { one, pair } = open();
    removeLinks(pair.host(), { issueKey: 'NEWQ-1', remoteKey: undefined });
    expect(owedOf(one)).toEqual([{ ...question, asks: { by: 'jane', via: 'youtrack' } }]);
    expect(pair.queue.map(({ delayMs }) => delayMs)).toEqual([300]);
    const other = open();
    createLinks(other.pair.host(), { issueKey: 'NEWQ-1', entityIds: undefined });
    expect(owedOf(other.one).map(({ asks }) => asks)).toEqual([undefined]);
  });

  test('says that a whole list was set, beside the links and in the looks', () => {
    const { one, pair, set } = open();
    one.stored = storeLinks('NEWQ-1', 'OTHER-1');
    set('NEWQ-1');
    const asks = { by: 'jane', via: 'youtrack', isSet: true };
    expect(owedOf(one)).toContainEqual({ ...question, asks });
    expect(JSON.parse(pair.queue[0]?.state ?? '{}').entities[0].memo).toBe('{"asks":"first","isSet":true}');
  });

  test('is looked after at once where it cannot be noted, because DELETE may only read', () => {
    const { one, two, pair } = open();
    const { store } = one;
    const readOnly = {
      ...store,
      write() {
        throw new Error('read-only transaction');
      },
    };
    const findEntity = ({ key }: { readonly key: string }) =>
      key === 'DEMO-1' ? { ...one, store: readOnly } : two;
    two.stored = storeLinks('OTHER-1');
    removeSeveralLinks(
      { ...globally(pair), findEntity },
      {
        issueKeys: ['NEWQ-1'],
        entityIds: idsOf('DEMO-1', 'DEMO-2'),
      },
    );
    expect(pair.queue.map(({ delayMs, state }) => [delayMs, JSON.parse(state).look])).toEqual([[0, 0]]);
    pair.advance(2 * hourMs);
    expect(keysOf(one)).toEqual([]);
  });

  test('that is put off asks only where there are other links', () => {
    const memoOf = (stored: string) => {
      const { one, pair } = open();
      one.stored = stored;
      const write = () => {
        throw new Error('read-only transaction');
      };
      const own = { ...one, store: { ...one.store, write } };
      removeLinks(pair.host({ own }), { issueKey: 'TEST-1', remoteKey: undefined });
      return JSON.parse(pair.queue[0]?.state ?? '{}').entities[0].memo;
    };
    expect(memoOf(storeLinks('TEST-1'))).toBeUndefined();
    expect(memoOf(storeLinks('TEST-1', 'TEST-2'))).toBe('{"asks":"only"}');
  });
});

describe('what was found as it should be', () => {
  const old = storeLinks('TEST-1');

  test('and has gone since is made again, and Tracker is to be told', () => {
    const { one, pair } = open();
    createLinks(pair.host(), { issueKey: 'TEST-1', entityIds: undefined });
    Object.assign(one, { stored: undefined, flag: undefined });
    pair.advance(300);
    expect([keysOf(one), owedOf(one).map(({ issueKey, wish }) => [issueKey, wish])]).toEqual([
      ['TEST-1'],
      [['TEST-1', 'live']],
    ]);
  });

  test('and has come since is removed again, of which Tracker need not hear', () => {
    const { one, pair } = open();
    Object.assign(one, { stored: undefined, flag: undefined });
    removeLinks(pair.host(), { issueKey: 'TEST-1', remoteKey: undefined });
    Object.assign(one, { stored: old, flag: true });
    pair.advance(300);
    expect([keysOf(one), owedOf(one)]).toEqual([[], []]);
  });
});
