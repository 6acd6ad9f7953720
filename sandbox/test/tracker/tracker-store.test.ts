import { expect, test } from '@jest/globals';
import { parseTrackerConfig } from '../../src/tracker/config/parse-tracker-config.ts';
import { TrackerStore } from '../../src/tracker/tracker-store.ts';
import { section } from './fake-world.ts';

function createStore(given: unknown = section()) {
  return new TrackerStore({ config: parseTrackerConfig(given), now: () => 1000 });
}

function issueOf(store: TrackerStore, key: string) {
  const issue = store.findIssue(key);
  if (issue === undefined) throw new Error(`no issue ${key}`);
  return issue;
}

function queueOf(store: TrackerStore, key: string) {
  const queue = store.findQueue(key);
  if (queue === undefined) throw new Error(`no queue ${key}`);
  return queue;
}

test('a moved issue keeps its id and is found by every key it ever had', () => {
  const store = createStore();
  const issue = issueOf(store, 'OLD-7');
  store.moveIssue(issue, queueOf(store, 'NEW'));
  expect(issue).toMatchObject({ key: 'NEW-1', aliases: ['OLD-7', 'TEST-2'] });
  for (const key of ['OLD-7', 'TEST-2', 'NEW-1', issue.id]) expect(store.findIssue(key)).toBe(issue);
});

test('an issue number is never given out twice', () => {
  const store = createStore();
  store.moveIssue(issueOf(store, 'TEST-1'), queueOf(store, 'NEW'));
  store.removeIssue(issueOf(store, 'NEW-1'));
  store.moveIssue(issueOf(store, 'TEST-2'), queueOf(store, 'NEW'));
  expect(store.findIssue('NEW-1')).toBeUndefined();
  expect(store.findIssue('NEW-2')?.aliases).toContain('TEST-2');
});

test('what is kept brings the same state back', () => {
  const store = createStore();
  const issue = issueOf(store, 'TEST-1');
  const wanted = { issue, application: 'com.example.youtrack', createdBy: 'irina', via: 'trigger' } as const;
  store.addLink({ ...wanted, key: 'DEMO-1' });
  store.removeLink(store.addLink({ ...wanted, key: 'ДЕМО-2' }).id);
  store.moveIssue(issue, queueOf(store, 'NEW'));
  const kept = JSON.parse(JSON.stringify(store.toSection()));
  const restored = createStore(kept);
  expect(restored.toSection()).toEqual(store.toSection());
  expect(restored.linksOf(issueOf(restored, 'NEW-1'))).toMatchObject([{ id: 1001, key: 'DEMO-1' }]);
  expect(restored.addLink({ ...wanted, issue: issueOf(restored, 'NEW-1'), key: 'DEMO-3' }).id).toBe(1003);
});

test('a link named twice in the world is one link', () => {
  const link = { issue: 'TEST-1', application: 'com.example.youtrack', key: 'DEMO-1' };
  const store = createStore({ ...section(), links: [link, link] });
  expect(store.linksOf(issueOf(store, 'TEST-1'))).toHaveLength(1);
});
