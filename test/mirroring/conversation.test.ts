import { expect, test } from '@jest/globals';
import { openConversation } from '../../src/mirroring/conversation.ts';
import { fakeTracker, issueOrigin } from './support/fake-tracker.ts';

function open() {
  const tracker = fakeTracker(['TEST-1', 'TEST-2']);
  let now = 1_000_000;
  const conversation = openConversation(tracker, { now: () => now });
  return {
    tracker,
    conversation,
    wait(ms: number) {
      now += ms;
    },
  };
}

test('the links of an issue are asked for once, until one of them is taken away', () => {
  const { tracker, conversation } = open();
  tracker.link('TEST-1', 'DEMO-1');
  conversation.listLinks('TEST-1');
  conversation.listLinks('TEST-2');
  expect(conversation.listLinks('TEST-1')).toEqual({
    ok: true,
    value: [{ id: '1', objectKey: 'DEMO-1', origins: [issueOrigin] }],
  });
  conversation.deleteLink({ issueKey: 'TEST-1', linkId: '1' });
  expect(conversation.listLinks('TEST-1')).toEqual({ ok: true, value: [] });
  expect(tracker.calls).toEqual(['list TEST-1', 'list TEST-2', 'delete TEST-1 1', 'list TEST-1']);
});

test('a link that was made is known without asking again', () => {
  const { tracker, conversation } = open();
  tracker.link('TEST-1', 'DEMO-1');
  conversation.listLinks('TEST-1');
  conversation.createLink({ issueKey: 'TEST-1', origin: issueOrigin, objectKey: 'ДЕМО-2' });
  expect(conversation.listLinks('TEST-1')).toEqual({
    ok: true,
    value: [
      { id: '1', objectKey: 'DEMO-1', origins: [issueOrigin] },
      { objectKey: 'ДЕМО-2', origins: [issueOrigin] },
    ],
  });
  expect(tracker.calls).toEqual(['list TEST-1', 'create TEST-1 ДЕМО-2']);
});

test('one that could not be made is not known, and a list that could not be had is asked for again', () => {
  const { tracker, conversation } = open();
  tracker.failNext({ kind: 'failing' }, 1, 'create');
  conversation.createLink({ issueKey: 'TEST-1', origin: issueOrigin, objectKey: 'DEMO-1' });
  tracker.failNext({ kind: 'failing' }, 1, 'list');
  expect(conversation.listLinks('TEST-1')).toEqual({ ok: false, problem: { kind: 'failing' } });
  expect(conversation.listLinks('TEST-1')).toEqual({ ok: true, value: [] });
});

test('an issue is asked for once per key, and again where Tracker did not say', () => {
  const { tracker, conversation } = open();
  tracker.failNext({ kind: 'timeout' });
  expect(conversation.readIssue('TEST-1')).toEqual({ ok: false, problem: { kind: 'timeout' } });
  for (let index = 0; index < 2; index += 1)
    expect(conversation.readIssue('TEST-1')).toEqual({ ok: true, value: { key: 'TEST-1', aliases: [] } });
  conversation.readIssue('TEST-2');
  for (let index = 0; index < 2; index += 1)
    expect(conversation.readIssue('NOPE-1')).toEqual({ ok: false, problem: { kind: 'absent' } });
  expect(tracker.calls).toEqual(['read TEST-1', 'read TEST-1', 'read TEST-2', 'read NOPE-1']);
});

test('it is over after three seconds, for a second', () => {
  const { conversation, wait } = open();
  wait(2_999);
  expect([conversation.isOver(), conversation.againMs()]).toEqual([false, undefined]);
  wait(1);
  expect([conversation.isOver(), conversation.againMs()]).toEqual([true, 1_000]);
});

test('it is over where our budget is spent, for as long as that says', () => {
  const { tracker, conversation } = open();
  tracker.failNext({ kind: 'over_budget', retryAfterMs: 350 });
  conversation.readIssue('TEST-1');
  expect([conversation.isOver(), conversation.againMs()]).toEqual([true, 350]);
  const other = open();
  other.tracker.failNext({ kind: 'over_budget' });
  other.conversation.listLinks('TEST-1');
  expect(other.conversation.againMs()).toBe(1_000);
});

test('where Tracker wants fewer requests in the middle of it, it is over for now; at its beginning that is a problem', () => {
  const { tracker, conversation } = open();
  tracker.failNext({ kind: 'rate_limited', retryAfterMs: 2_500 }, 2);
  const refused = { ok: false, problem: { kind: 'rate_limited', retryAfterMs: 2_500 } };
  expect([conversation.listLinks('TEST-1'), conversation.isOver()]).toEqual([refused, false]);
  tracker.failNext({ kind: 'rate_limited' });
  expect(conversation.listLinks('TEST-1')).toEqual(refused);
  expect(conversation.readIssue('TEST-1')).toMatchObject({ problem: { kind: 'rate_limited' } });
  const other = open();
  other.conversation.readIssue('TEST-1');
  other.tracker.failNext({ kind: 'rate_limited', retryAfterMs: 2_500 });
  const paused = { ok: false, problem: { kind: 'over_budget', retryAfterMs: 2_500 } };
  expect([other.conversation.listLinks('TEST-1'), other.conversation.againMs()]).toEqual([paused, 2_500]);
  other.tracker.failNext({ kind: 'rate_limited' });
  expect(other.conversation.listLinks('TEST-1')).toMatchObject({ problem: { retryAfterMs: 1_000 } });
});

test('three problems that may pass mean that Tracker is in trouble: it is over, and not only for now', () => {
  const { tracker, conversation, wait } = open();
  tracker.failNext({ kind: 'failing' }, 3);
  conversation.listLinks('TEST-1');
  conversation.deleteLink({ issueKey: 'TEST-1', linkId: '1' });
  expect(conversation.isOver()).toBe(false);
  conversation.createLink({ issueKey: 'TEST-1', origin: issueOrigin, objectKey: 'DEMO-1' });
  expect([conversation.isOver(), conversation.againMs()]).toEqual([true, undefined]);
  wait(10_000);
  expect(conversation.againMs()).toBeUndefined();
});

test('what time does not help says nothing of Tracker', () => {
  const { tracker, conversation } = open();
  tracker.failNext({ kind: 'forbidden' }, 5);
  for (let index = 0; index < 5; index += 1) conversation.readIssue('TEST-1');
  expect(conversation.isOver()).toBe(false);
});
