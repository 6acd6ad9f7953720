import { describe, expect, test } from '@jest/globals';
import { createLinks } from '../../src/linking/create-links.ts';
import { removeLinks } from '../../src/linking/remove-links.ts';
import { liveLinks } from '../../src/links/link-set.ts';
import { readLinks } from '../../src/writing/read-links.ts';
import { type FakeEntity, fakeEntity } from '../support/fake-host.ts';
import { asTracker, openPair, owedOf, storeLinks } from './support/open-pair.ts';

const hourMs = 3_600_000;

/** DEMO-1 is linked to TEST-1, both sides know it, and since then TEST-1 has become NEWQ-1. */
function open(stored = storeLinks('TEST-1')) {
  const entity: FakeEntity = Object.assign(fakeEntity({ key: 'DEMO-1', stored }), { flag: true });
  const pair = openPair([entity]);
  pair.tracker.link('TEST-1', 'DEMO-1');
  pair.tracker.move('TEST-1', 'NEWQ-1');
  const remove = (issueKey: string, changes = {}) =>
    removeLinks(pair.host(changes), { issueKey, remoteKey: undefined });
  const create = (issueKey: string) => createLinks(pair.host(), { issueKey, entityIds: undefined });
  const keysOf = () => {
    const links = readLinks(entity);
    return links.ok ? liveLinks(links.value).map(({ issueKey }) => issueKey) : [];
  };
  const isSettled = () => {
    expect(owedOf(entity).filter(({ toldAt }) => toldAt === undefined)).toEqual([]);
  };
  return { entity, pair, remove, create, keysOf, isSettled };
}

describe('a person’s removal by the new key', () => {
  test('is meant for the link under the former one, and Tracker hears of it', () => {
    const { pair, remove, keysOf, isSettled } = open();
    expect(remove('NEWQ-1')).toMatchObject({ value: { body: { removed: [], notLinked: ['DEMO-1'] } } });
    pair.advance(60_000);
    expect([keysOf(), pair.tracker.keysOf('NEWQ-1')]).toEqual([[], []]);
    isSettled();
  });

  test('waits while Tracker cannot be asked, and is not lost', () => {
    const { pair, remove, keysOf, isSettled } = open();
    pair.tracker.failNext({ kind: 'timeout' }, 2, 'read');
    remove('NEWQ-1');
    pair.advance(2_000);
    expect(keysOf()).toEqual(['TEST-1']);
    pair.advance(hourMs);
    expect([keysOf(), pair.tracker.keysOf('NEWQ-1')]).toEqual([[], []]);
    isSettled();
  });

  test('waits even where time does not help: somebody may yet let Tracker be asked', () => {
    const { pair, remove, keysOf } = open();
    pair.tracker.failNext({ kind: 'forbidden' }, 1, 'read');
    remove('NEWQ-1');
    pair.advance(2_000);
    expect(keysOf()).toEqual(['TEST-1']);
    pair.advance(2 * hourMs);
    expect(keysOf()).toEqual([]);
  });

  test('waits for our budget no longer than that says', () => {
    const { pair, remove, keysOf } = open();
    pair.tracker.failNext({ kind: 'over_budget', retryAfterMs: 700 }, 1, 'read');
    remove('NEWQ-1');
    pair.advance(300);
    expect(keysOf()).toEqual(['TEST-1']);
    pair.advance(700);
    expect(pair.tracker.calls.filter((call) => call.startsWith('read'))).toHaveLength(2);
    pair.advance(10_000);
    expect(keysOf()).toEqual([]);
  });

  test('leaves links to other issues alone', () => {
    const { pair, remove, keysOf } = open(storeLinks('TEST-1', 'TEST-2', 'TEST-3'));
    for (const key of ['TEST-2', 'TEST-3']) pair.tracker.link(key, 'DEMO-1');
    remove('NEWQ-1');
    pair.advance(hourMs);
    expect(keysOf()).toEqual(['TEST-2', 'TEST-3']);
    expect(pair.tracker.keysOf('TEST-2')).toEqual(['DEMO-1']);
  });

  test('of an issue that Tracker does not have changes nothing', () => {
    const { pair, remove, keysOf, isSettled } = open();
    remove('NOPE-1');
    pair.advance(hourMs);
    expect([keysOf(), pair.tracker.keysOf('NEWQ-1')]).toEqual([['TEST-1'], ['DEMO-1']]);
    expect(pair.tracker.calls).toEqual(['read NOPE-1']);
    isSettled();
  });

  test.each([
    ['a person', {}],
    ['Tracker', asTracker],
  ])('by %s of an issue that is linked under no key asks once, and tells nothing', (_, changes) => {
    const { pair, remove, keysOf, isSettled } = open(storeLinks('OTHER-1'));
    remove('NEWQ-1', changes);
    pair.advance(hourMs);
    expect([keysOf(), pair.tracker.calls]).toEqual([['OTHER-1'], ['read NEWQ-1']]);
    isSettled();
  });
});

describe('Tracker’s report of a removal', () => {
  test('under the new key removes what is linked under the former one, and is not told back', () => {
    const { pair, remove, keysOf, isSettled } = open();
    pair.tracker.links.clear();
    remove('NEWQ-1', asTracker);
    pair.advance(hourMs);
    expect(keysOf()).toEqual([]);
    expect(pair.tracker.calls.filter((call) => /^(create|delete)/.test(call))).toEqual([]);
    isSettled();
  });

  test('removes nothing where Tracker has a link for the object all the same', () => {
    const { pair, remove, keysOf } = open();
    remove('NEWQ-1', asTracker);
    pair.advance(hourMs);
    expect([keysOf(), pair.tracker.keysOf('NEWQ-1')]).toEqual([['TEST-1'], ['DEMO-1']]);
  });

  test('is believed though others have links with the issue', () => {
    const { pair, remove, keysOf } = open();
    pair.tracker.links.clear();
    pair.tracker.link('NEWQ-1', 'DEMO-2');
    pair.tracker.link('NEWQ-1', 'DEMO-1', { origins: ['ru.example.other'] });
    remove('NEWQ-1', asTracker);
    pair.advance(hourMs);
    expect(keysOf()).toEqual([]);
  });

  test('is not believed because it could not be seen at first whether Tracker has one', () => {
    const { pair, remove, keysOf } = open();
    pair.tracker.failNext({ kind: 'failing' }, 1, 'list');
    remove('NEWQ-1', asTracker);
    pair.advance(2 * hourMs);
    expect([keysOf(), pair.tracker.keysOf('NEWQ-1')]).toEqual([['TEST-1'], ['DEMO-1']]);
  });

  test('waits where it cannot be seen whether Tracker has one', () => {
    const { pair, remove, keysOf } = open();
    pair.tracker.links.clear();
    pair.tracker.failNext({ kind: 'failing' }, 1, 'list');
    remove('NEWQ-1', asTracker);
    pair.advance(1_000);
    expect(keysOf()).toEqual(['TEST-1']);
    pair.advance(2 * hourMs);
    expect(keysOf()).toEqual([]);
  });
});

describe('a link that is made by the new key', () => {
  test('takes the place of that under the former one, and Tracker keeps its own', () => {
    const { pair, create, keysOf, isSettled } = open();
    const before = pair.tracker.links.get('NEWQ-1');
    create('NEWQ-1');
    pair.advance(60_000);
    expect(keysOf()).toEqual(['NEWQ-1']);
    expect(pair.tracker.links.get('NEWQ-1')).toEqual(before);
    isSettled();
  });

  test('is told without the answer where Tracker will not give it', () => {
    const { pair, create, keysOf } = open(storeLinks('OTHER-1'));
    pair.tracker.links.clear();
    pair.tracker.failNext({ kind: 'forbidden' }, 1, 'read');
    create('NEWQ-1');
    pair.advance(2_000);
    expect([keysOf(), pair.tracker.keysOf('NEWQ-1')]).toEqual([['NEWQ-1', 'OTHER-1'], ['DEMO-1']]);
  });

  test('waits for the answer where it may yet come', () => {
    const { pair, create } = open(storeLinks('OTHER-1'));
    pair.tracker.links.clear();
    pair.tracker.failNext({ kind: 'timeout' }, 1, 'read');
    create('NEWQ-1');
    pair.advance(2_000);
    expect(pair.tracker.keysOf('NEWQ-1')).toEqual([]);
    pair.advance(60_000);
    expect(pair.tracker.keysOf('NEWQ-1')).toEqual(['DEMO-1']);
  });

  test('right after its removal stays, on both sides', () => {
    const { pair, remove, create, keysOf, isSettled } = open();
    remove('NEWQ-1');
    pair.advance(100);
    create('NEWQ-1');
    pair.advance(60_000);
    expect([keysOf(), pair.tracker.keysOf('NEWQ-1')]).toEqual([['NEWQ-1'], ['DEMO-1']]);
    isSettled();
  });
});

test('Tracker is not asked about moves where all links are of one queue', () => {
  const { pair, create } = open(storeLinks('TEST-3'));
  create('TEST-2');
  pair.advance(hourMs);
  expect(pair.tracker.calls.filter((call) => call.startsWith('read'))).toEqual([]);
});

test('a look that has written waits with its question for the next one', () => {
  const { entity, pair, remove, keysOf } = open();
  remove('NEWQ-1');
  entity.flag = undefined;
  pair.advance(300);
  expect([pair.tracker.calls, keysOf()]).toEqual([[], ['TEST-1']]);
  pair.advance(60_000);
  expect(keysOf()).toEqual([]);
});
