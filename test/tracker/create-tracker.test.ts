import { expect, test } from '@jest/globals';
import { createTracker } from '../../src/tracker/create-tracker.ts';
import { answerOf, fakeLine, nowMs } from './fake-line.ts';

test('120 keys are three searches of at most 50', () => {
  const { line, sent } = fakeLine(({ body }) =>
    answerOf(
      200,
      JSON.parse(body ?? '').keys.map((key: string) => ({ key })),
    ),
  );
  const keys = Array.from({ length: 120 }, (_, index) => `TEST-${index + 1}`);
  const found = createTracker(line).findIssues([...keys, 'TEST-1']);
  expect(found.issues.map(({ key }) => key)).toEqual(keys);
  expect(sent.map(({ body }) => JSON.parse(body ?? '').keys.length)).toEqual([50, 50, 20]);
});

test('what was found before a search failed is kept, and what was not asked is named', () => {
  const keys = Array.from({ length: 300 }, (_, index) => `TEST-${index + 1}`);
  const { line, sent } = fakeLine(() => answerOf(200, [{ key: 'TEST-1' }]));
  const found = createTracker(line).findIssues(keys);
  expect(sent).toHaveLength(5);
  expect(found.issues).toHaveLength(5);
  expect(found.unanswered).toEqual(keys.slice(250));
  expect(found.problem).toEqual({ kind: 'over_budget', retryAfterMs: 1_100 });
});

test('no key and no word ask nothing of Tracker', () => {
  const { line, sent } = fakeLine(() => answerOf(500));
  const tracker = createTracker(line);
  expect(tracker.findIssues([])).toEqual({ issues: [], unanswered: [] });
  expect(tracker.searchIssues({ text: ' !? ', atMost: 10 })).toEqual({ ok: true, value: [] });
  expect(sent).toEqual([]);
});

test('queues come page after page, each once', () => {
  const { line } = fakeLine(({ query }) =>
    answerOf(200, [{ key: `Q${query.page}`, name: 'Очередь' }, { key: 'Q1' }], { 'X-Total-Pages': '3' }),
  );
  const listed = createTracker(line).listQueues();
  expect(listed.ok && listed.value.queues.map(({ key }) => key)).toEqual(['Q1', 'Q2', 'Q3']);
});

test('queues without end are cut', () => {
  const { line, sent } = fakeLine(() => answerOf(200, [{ key: 'Q' }], { 'X-Total-Pages': '1000' }));
  expect(createTracker(line).listQueues()).toMatchObject({ value: { isCut: true } });
  expect(sent).toHaveLength(10);
});

test('keys are percent-encoded, so they cannot leave their place', () => {
  const { line, sent } = fakeLine(() => answerOf(204));
  const tracker = createTracker(line);
  tracker.deleteRemoteLink({ issueKey: 'TEST-1', linkId: '../а?b' });
  tracker.readQueue('a/b');
  expect(sent.map(({ method, path }) => [method, path])).toEqual([
    ['DELETE', '/v3/issues/TEST-1/remotelinks/..%2F%D0%B0%3Fb'],
    ['GET', '/v3/queues/a%2Fb'],
  ]);
});

test('a link is made as documented and never asks Tracker to call back', () => {
  const { line, sent } = fakeLine(() => answerOf(201, { id: 1 }), { now: () => nowMs });
  const made = createTracker(line).createRemoteLink({
    issueKey: 'TEST-1',
    origin: 'app',
    objectKey: 'ДЕМО-1',
  });
  expect(made).toEqual({ ok: true, value: undefined });
  expect(sent).toMatchObject([
    { method: 'POST', query: {}, body: '{"relationship":"RELATES","key":"ДЕМО-1","origin":"app"}' },
  ]);
});
