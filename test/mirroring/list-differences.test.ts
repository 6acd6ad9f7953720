import { describe, expect, test } from '@jest/globals';
import { listDifferences } from '../../src/mirroring/list-differences.ts';
import type { ReconcileQuery } from '../../src/protocol/parse-reconcile.ts';
import type { TrackerProblem } from '../../src/protocol/tracker-problem.ts';
import { type FakeEntity, type FakeEntityOptions, fakeEntity } from '../support/fake-host.ts';
import { articleOrigin } from './support/fake-tracker.ts';
import { openPair, type PairOptions, storeLinks, storeOwed } from './support/open-pair.ts';

const everything: ReconcileQuery = { project: undefined, queue: undefined, after: undefined };
const url = (key: string) => `https://tracker.yandex.ru/${key}`;

function linked(key: string, stored: string, options: Partial<FakeEntityOptions> = {}): FakeEntity {
  const projectKey = key.slice(0, key.indexOf('-'));
  return Object.assign(fakeEntity({ key, projectKey, stored, ...options }), { flag: true });
}

/** DEMO-1 is linked to TEST-2 and TEST-10, OPS-1 to TEST-2; DEMO-2 was linked to NEWQ-1. */
function open(options: PairOptions = {}) {
  const one = linked('DEMO-1', storeLinks('TEST-10', 'TEST-2'));
  const two = Object.assign(linked('DEMO-2', storeLinks('-NEWQ-1')), { flag: false });
  const other = linked('OPS-1', storeLinks('TEST-2'));
  const pair = openPair([one, two, other], { issues: ['TEST-2', 'TEST-10', 'NEWQ-1'], ...options });
  for (const key of ['DEMO-1', 'OPS-1']) pair.tracker.link('TEST-2', key);
  pair.tracker.link('TEST-10', 'DEMO-1');
  const openTracker = (language: string) => (language === 'en' ? pair.host().openTracker() : undefined);
  const look = (query: Partial<ReconcileQuery> = {}) => {
    const listed = listDifferences({ ...pair.host(), openTracker }, { ...everything, ...query });
    if (!listed.ok) throw new Error(listed.problem.reason);
    expect(listed.value.status).toBe(200);
    return listed.value.body;
  };
  const lookInShort = (query: Partial<ReconcileQuery> = {}) =>
    look(query).differences.map(({ found, kind, key, issueKey }) => `${found} ${kind} ${key} ${issueKey}`);
  return { one, two, other, pair, look, lookInShort };
}

const lists = (calls: readonly string[]) => calls.filter((call) => call.startsWith('list'));

describe('a dry run', () => {
  test('looks at every Tracker issue that is or was linked, in the order of their keys, and finds no difference where there is none', () => {
    const { pair, look } = open();
    expect(look()).toEqual({ isConnected: true, total: 3, looked: 3, differences: [], unread: [] });
    expect(pair.tracker.calls).toEqual(['list NEWQ-1', 'list TEST-2', 'list TEST-10']);
  });

  test('tells a difference with its object, both pages, and the keys that Tracker has', () => {
    const { pair, look } = open();
    pair.tracker.links.delete('TEST-10');
    pair.tracker.link('TEST-2', 'demo-1');
    pair.tracker.link('NEWQ-1', 'DEMO-2');
    pair.tracker.link('NEWQ-1', 'ЖЖ-1');
    expect(look().differences).toEqual([
      {
        ...{ found: 'only_there', issueKey: 'NEWQ-1', url: url('NEWQ-1') },
        ...{ kind: 'issue', key: 'DEMO-2', entityUrl: '/issue/DEMO-2' },
      },
      { found: 'only_there', issueKey: 'NEWQ-1', url: url('NEWQ-1'), kind: 'issue', key: 'ЖЖ-1' },
      {
        ...{ found: 'different', issueKey: 'TEST-2', url: url('TEST-2') },
        ...{ kind: 'issue', key: 'DEMO-1', entityUrl: '/issue/DEMO-1', there: ['DEMO-1', 'demo-1'] },
      },
      {
        ...{ found: 'only_here', issueKey: 'TEST-10', url: url('TEST-10') },
        ...{ kind: 'issue', key: 'DEMO-1', entityUrl: '/issue/DEMO-1' },
      },
    ]);
  });

  test('says where Tracker is about to be told by itself, and not where that has failed', () => {
    const { one, pair, look } = open();
    pair.tracker.links.clear();
    const entry = { wish: 'live', since: 5, attempts: 0 };
    one.owed = storeOwed([
      { ...entry, issueKey: 'TEST-2', nextAt: 7 },
      { ...entry, issueKey: 'TEST-10' },
    ]);
    expect(look().differences.map(({ key, issueKey, isPending }) => [key, issueKey, isPending])).toEqual([
      ['DEMO-1', 'TEST-2', true],
      ['OPS-1', 'TEST-2', undefined],
      ['DEMO-1', 'TEST-10', undefined],
    ]);
  });

  test('changes nothing on either side', () => {
    const { one, pair, look } = open();
    pair.tracker.links.clear();
    look();
    expect([one.writes, pair.queue, lists(pair.tracker.calls)]).toEqual([0, [], pair.tracker.calls]);
  });

  test('passes over an object whose links cannot be read', () => {
    const { one, look } = open();
    one.stored = 'не JSON';
    expect(look()).toMatchObject({ total: 2, looked: 2 });
  });

  test('says where Tracker has no such issue why the link is lacking there', () => {
    const { pair, look } = open();
    pair.tracker.issues.delete('TEST-10');
    expect(look()).toMatchObject({
      differences: [
        {
          found: 'only_here',
          issueKey: 'TEST-10',
          problem: { kind: 'absent', sentence: expect.stringContaining('no such object') },
        },
      ],
      unread: [],
    });
  });

  test('goes on behind an issue that Tracker does not let be read, and says which', () => {
    const { pair, look } = open();
    pair.tracker.failNext({ kind: 'forbidden', said: 'Нет доступа' }, 1, 'list TEST-2');
    pair.tracker.links.delete('TEST-10');
    expect(look()).toMatchObject({
      looked: 3,
      differences: [{ issueKey: 'TEST-10' }],
      unread: [
        {
          issueKey: 'TEST-2',
          url: url('TEST-2'),
          problem: { kind: 'forbidden', said: 'Нет доступа', sentence: expect.any(String) },
        },
      ],
    });
  });

  test('looks at nothing while Tracker is not connected, and says so', () => {
    const { pair, look } = open({ isUnconnected: true });
    expect(look({ after: 'NEWQ-1' })).toEqual({
      ...{ isConnected: false, total: 3, looked: 0, differences: [], unread: [] },
    });
    expect(pair.tracker.calls).toEqual([]);
  });
});

describe('a step of it', () => {
  test('begins nothing new after a second and a half, and the next one goes on behind it', () => {
    const { pair, look } = open();
    const { listRemoteLinks } = pair.tracker;
    let stepMs = 750;
    pair.tracker.listRemoteLinks = (issueKey) => {
      pair.wait(stepMs);
      return listRemoteLinks(issueKey);
    };
    const first = look();
    expect(first).toEqual({
      ...{ isConnected: true, total: 3, looked: 2, differences: [], unread: [], next: 'TEST-2' },
    });
    expect(look({ after: 'TEST-2' })).toEqual({
      ...{ isConnected: true, total: 3, looked: 3, differences: [], unread: [] },
    });
    stepMs = 749;
    expect(look()).not.toHaveProperty('next');
    stepMs = 5_000;
    expect(look()).toMatchObject({ looked: 1, next: 'NEWQ-1' });
    expect(look({ after: 'NEWQ-1' })).toMatchObject({ looked: 2, next: 'TEST-2' });
  });

  test('goes on behind an issue that is not linked any more', () => {
    expect(open().look({ after: 'TEST-3' })).toMatchObject({ total: 3, looked: 3 });
    expect(open().look({ after: 'TEST-1' })).toMatchObject({ looked: 3 });
    expect(lists(afterCalls('TEST-9'))).toEqual(['list TEST-10']);
  });

  function afterCalls(after: string): readonly string[] {
    const { pair, look } = open();
    look({ after });
    return pair.tracker.calls;
  }

  test.each<[string, TrackerProblem, object]>([
    ['our budget', { kind: 'over_budget', retryAfterMs: 400 }, { retryAfterMs: 400 }],
    ['Tracker', { kind: 'rate_limited', retryAfterMs: 9_000 }, { retryAfterMs: 9_000 }],
    ['one of them without saying how long', { kind: 'over_budget' }, { retryAfterMs: 1_000 }],
  ])('ends where a pause is asked for by %s, which is no trouble', (_, problem, expected) => {
    const { pair, look } = open();
    pair.tracker.failNext(problem, 1, 'list TEST-2');
    expect(look()).toEqual({
      ...{ isConnected: true, total: 3, looked: 1, differences: [], unread: [], next: 'NEWQ-1' },
      ...expected,
    });
  });

  test('ends where Tracker is in trouble, with what was found until then', () => {
    const { pair, look } = open();
    pair.tracker.link('NEWQ-1', 'DEMO-2');
    pair.tracker.failNext({ kind: 'forbidden' }, 1, 'list TEST-2');
    pair.tracker.failNext({ kind: 'failing', retryAfterMs: 5 }, 1, 'list TEST-10');
    const step = look();
    expect(step).toMatchObject({
      looked: 2,
      differences: [{ issueKey: 'NEWQ-1' }],
      unread: [{ issueKey: 'TEST-2' }],
      next: 'TEST-2',
      problem: { kind: 'failing', sentence: expect.any(String) },
    });
    expect(step).not.toHaveProperty('retryAfterMs');
  });

  test('that could not so much as begin is to be taken again from where it was', () => {
    const { pair, look } = open();
    pair.tracker.failNext({ kind: 'timeout' }, 2);
    expect(look()).not.toHaveProperty('next');
    expect(look({ after: 'NEWQ-1' })).toMatchObject({ looked: 1, next: 'NEWQ-1' });
  });
});

describe('where one project is meant', () => {
  test('its objects are compared, in any letter case of its key, and those of others are not', () => {
    const { pair, lookInShort } = open();
    pair.tracker.links.clear();
    expect(lookInShort({ project: 'demo' })).toEqual([
      'only_here issue DEMO-1 TEST-2',
      'only_here issue DEMO-1 TEST-10',
    ]);
    expect(lookInShort({ project: 'OPS' })).toEqual(['only_here issue OPS-1 TEST-2']);
    expect(lists(pair.tracker.calls).slice(-1)).toEqual(['list TEST-2']);
  });

  test('of what YouTrack lacks the object’s project counts, and of what is gone its last key', () => {
    const { two, other, pair, lookInShort } = open();
    two.stored = storeLinks('-TEST-2');
    other.stored = storeLinks('-TEST-2');
    for (const key of ['DEMO-2', 'demo-99', 'OPS-99', 'DEMOS-1']) pair.tracker.link('TEST-2', key);
    pair.tracker.link('TEST-2', 'DEMO-A-99', { origins: [articleOrigin] });
    expect(lookInShort({ project: 'DEMO' })).toEqual([
      'only_there issue DEMO-2 TEST-2',
      'only_there issue demo-99 TEST-2',
      'only_there article DEMO-A-99 TEST-2',
    ]);
    expect(lookInShort({ project: 'ops' })).toEqual([
      'only_there issue OPS-1 TEST-2',
      'only_there issue OPS-99 TEST-2',
    ]);
  });

  test('a project that is gone is its own, and a user who is gone is of none', () => {
    const settings = {
      ...open().pair.host().settings,
      mirroring: {
        isConnected: true,
        applications: { project: 'p', user: 'u' },
        detailsFor: 'nobody' as const,
      },
    };
    const { pair, lookInShort } = open({ settings });
    pair.tracker.link('TEST-2', 'demo', { origins: ['p'] });
    pair.tracker.link('TEST-2', 'DEMO-X', { origins: ['p'] });
    pair.tracker.link('TEST-2', 'DEMO-', { origins: ['u'] });
    expect(lookInShort({ project: 'DEMO' })).toEqual(['only_there project demo TEST-2']);
    expect(lookInShort()).toHaveLength(3);
  });
});

test('where one queue is meant, its issues are looked at and no others', () => {
  const { pair, look } = open();
  expect(look({ queue: 'TEST' })).toMatchObject({ total: 2, looked: 2 });
  expect(look({ queue: 'NEWQ' })).toMatchObject({ total: 1 });
  expect(look({ queue: 'TES' })).toMatchObject({ total: 0, looked: 0 });
  expect(pair.tracker.calls).toEqual(['list TEST-2', 'list TEST-10', 'list NEWQ-1']);
});

describe('an issue that has moved', () => {
  /** TEST-10 has become NEWQ-10, under which nothing is linked here. */
  function openMoved() {
    const opened = open();
    opened.pair.tracker.move('TEST-10', 'NEWQ-10');
    return opened;
  }

  test('is no difference where its link is stored under another key of it', () => {
    const { one, lookInShort } = openMoved();
    one.stored = storeLinks('NEWQ-10', '-TEST-10', 'TEST-2');
    expect(lookInShort()).toEqual([]);
    one.stored = storeLinks('-NEWQ-10', 'TEST-10', 'TEST-2');
    expect(lookInShort()).toEqual([]);
  });

  test('what YouTrack lacks is told once, under the current key where that is looked at too', () => {
    const { one, pair, lookInShort } = openMoved();
    pair.tracker.link('NEWQ-10', 'DEMO-2');
    pair.tracker.link('NEWQ-10', 'GONE-1');
    expect(lookInShort()).toEqual(['only_there issue DEMO-2 TEST-10', 'only_there issue GONE-1 TEST-10']);
    one.stored = storeLinks('NEWQ-10', 'TEST-10', 'TEST-2');
    expect(lookInShort()).toEqual(['only_there issue DEMO-2 NEWQ-10', 'only_there issue GONE-1 NEWQ-10']);
  });

  test('does not hide what is different, nor what Tracker lacks', () => {
    const { one, other, pair, lookInShort } = openMoved();
    one.stored = storeLinks('NEWQ-10', 'TEST-10', 'TEST-2');
    other.stored = storeLinks('TEST-10', 'TEST-2');
    pair.tracker.link('NEWQ-10', 'DEMO-1');
    pair.tracker.link('NEWQ-10', 'DEMO-2');
    expect(lookInShort()).toEqual([
      'different issue DEMO-1 NEWQ-10',
      'only_there issue DEMO-2 NEWQ-10',
      'different issue DEMO-1 TEST-10',
      'only_here issue OPS-1 TEST-10',
    ]);
  });

  test('is not asked about where YouTrack lacks nothing', () => {
    const { pair, look } = openMoved();
    pair.tracker.links.clear();
    look();
    expect(lists(pair.tracker.calls)).toEqual(pair.tracker.calls);
  });

  test('is taken as it is stored where Tracker does not say', () => {
    const { one, pair, lookInShort } = openMoved();
    one.stored = storeLinks('NEWQ-10', '-TEST-10', 'TEST-2');
    pair.tracker.failNext({ kind: 'timeout' }, 1, 'read');
    expect(lookInShort()).toEqual(['only_there issue DEMO-1 TEST-10']);
  });

  test('an object whose links cannot be read may as well not be linked', () => {
    const { two, pair, lookInShort } = openMoved();
    two.stored = 'не JSON';
    pair.tracker.link('TEST-2', 'DEMO-2');
    expect(lookInShort({ queue: 'TEST' })).toEqual(['only_there issue DEMO-2 TEST-2']);
  });
});
