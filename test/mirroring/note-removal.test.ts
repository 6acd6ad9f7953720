import { expect, test } from '@jest/globals';
import { noteRemoval } from '../../src/mirroring/note-removal.ts';
import type { Settings } from '../../src/ports/youtrack.ts';
import { type FakeEntityOptions, fakeEntity } from '../support/fake-host.ts';
import { mirrored, openPair, owedOf, startMs, storeLinks, storeOwed } from './support/open-pair.ts';

/** OPS-1, once DEMO-1, is linked to TEST-2 and TEST-10, and its removal from TEST-3 has not been told. */
function open(options: Partial<FakeEntityOptions> = {}, settings: Settings = mirrored) {
  const stored = storeLinks('TEST-10', 'TEST-2', '-TEST-3', '-TEST-4');
  const entity = Object.assign(fakeEntity({ key: 'OPS-1', projectKey: 'OPS', stored, ...options }), {
    owed: storeOwed([
      {
        issueKey: 'TEST-2',
        wish: 'live',
        since: 5,
        attempts: 0,
        toldAt: startMs,
        echoes: ['DEMO-1', 'OPS-1'],
      },
      { issueKey: 'TEST-3', wish: 'gone', since: 5, attempts: 3 },
    ]),
  });
  const project = fakeEntity({ kind: 'project', key: 'OPS', projectKey: 'OPS' });
  const pair = openPair([entity, project], { settings, issues: ['TEST-2', 'TEST-3', 'TEST-10'] });
  return { entity, project, pair };
}

function toEntry(issueKey: string, key: string) {
  const removed = { kind: 'issue', key };
  return { issueKey, wish: 'gone', since: startMs, attempts: 1, nextAt: startMs, removed };
}

test('its project owes the removal of each link, under every key that Tracker may have it by', () => {
  const { entity, project, pair } = open();
  noteRemoval(pair.host(), entity);
  expect(owedOf(project)).toEqual([
    toEntry('TEST-2', 'OPS-1'),
    toEntry('TEST-2', 'DEMO-1'),
    toEntry('TEST-10', 'OPS-1'),
    toEntry('TEST-3', 'OPS-1'),
  ]);
  expect(project.owes).toBe(true);
  expect(pair.queue.map(({ name, delayMs }) => [name, delayMs])).toEqual([['tellTracker', 1_000]]);
  expect(pair.tracker.calls).toEqual([]);
});

test('what the project owed before stays', () => {
  const { entity, project, pair } = open();
  const earlier = { issueKey: 'TEST-9', wish: 'live', since: 1, attempts: 0, nextAt: 2 };
  project.owed = storeOwed([earlier]);
  noteRemoval(pair.host(), entity);
  expect(owedOf(project)[0]).toEqual(earlier);
  expect(owedOf(project)).toHaveLength(5);
});

test('the remote links go though another transaction has undone what the project owes', () => {
  const { entity, project, pair } = open();
  for (const key of ['OPS-1', 'demo-1', 'OPS-2']) pair.tracker.link('TEST-2', key);
  noteRemoval(pair.host(), entity);
  Object.assign(project, { owed: undefined, owes: undefined });
  const { findEntity } = pair.host();
  entity.foundBy.splice(0);
  expect(findEntity({ kind: 'issue', key: 'OPS-1' })).toBeUndefined();
  pair.advance(1_000);
  expect(pair.tracker.keysOf('TEST-2')).toEqual(['OPS-2']);
  expect([owedOf(project), project.owes]).toEqual([[], undefined]);
});

test('a project whose owed value cannot be read keeps it, and Tracker is told all the same', () => {
  const { entity, project, pair } = open();
  project.owed = 'не JSON';
  noteRemoval(pair.host(), entity);
  expect(project.owed).toBe('не JSON');
  expect(pair.queue).toHaveLength(1);
});

test.each<[string, Partial<FakeEntityOptions>, Settings]>([
  [
    'where its kind is not mirrored',
    {},
    { ...mirrored, mirroring: { ...mirrored.mirroring, applications: {} } },
  ],
  ['where its links cannot be read', { stored: '{"v":1' }, mirrored],
  ['where its project is not there any more', { projectKey: 'GONE' }, mirrored],
])('nothing is noted %s', (_, options, settings) => {
  const { entity, project, pair } = open(options, settings);
  noteRemoval(pair.host(), entity);
  expect([project.writes, pair.queue]).toEqual([0, []]);
});

test('nothing is noted of an object that belongs to no project', () => {
  const entity = fakeEntity({ key: 'OPS-1', stored: storeLinks('TEST-1') });
  const pair = openPair([entity]);
  noteRemoval(pair.host(), entity);
  expect(pair.queue).toEqual([]);
});

test('nothing is noted of an object that was never linked', () => {
  const entity = fakeEntity({ key: 'OPS-1', projectKey: 'OPS' });
  const project = fakeEntity({ kind: 'project', key: 'OPS' });
  const pair = openPair([entity, project]);
  noteRemoval(pair.host(), entity);
  expect([project.writes, pair.queue]).toEqual([0, []]);
});
