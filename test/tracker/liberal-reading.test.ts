import { expect, test } from '@jest/globals';
import { anything, assert, jsonValue, oneof, property, record, string } from 'fast-check';
import { isJsonObject } from '../../src/protocol/json-object.ts';
import { classifyAnswer } from '../../src/tracker/classify-answer.ts';
import { createTracker } from '../../src/tracker/create-tracker.ts';
import { parseAccount, parseApplication, parseQueue } from '../../src/tracker/parse-directory.ts';
import { parseIssue } from '../../src/tracker/parse-issue.ts';
import { parseRemoteLink } from '../../src/tracker/parse-remote-link.ts';
import { toSummaryQuery } from '../../src/tracker/summary-query.ts';
import { answerOf, fakeLine, nowMs } from './fake-line.ts';

const parsers = { parseApplication, parseQueue, parseIssue, parseRemoteLink };

/** Objects whose members have the names that count and hold anything. */
const stranger = record(
  Object.fromEntries(
    [
      'self',
      'id',
      'key',
      'type',
      'name',
      'display',
      'object',
      'application',
      'aliases',
      'status',
      'createdAt',
      'deadline',
    ].map((name) => [
      name,
      oneof(
        anything(),
        string({ maxLength: 2_000 }),
        record({ id: anything(), self: anything() }, { requiredKeys: [] }),
      ),
    ]),
  ),
  { requiredKeys: [] },
);

test.each(Object.entries(parsers))('%s never throws, and what it makes is small', (_, parse) => {
  assert(
    property(stranger, (value) => {
      const parsed = isJsonObject(value) ? parse(value) : undefined;
      expect(JSON.stringify(parsed ?? null).length).toBeLessThan(50_000);
    }),
  );
});

test('an account never throws', () => {
  assert(property(anything(), (value) => void parseAccount(value)));
});

test('any answer is a value or a problem', () => {
  const { line } = fakeLine(() => undefined);
  assert(
    property(oneof(jsonValue(), string()), (body) => {
      for (const status of [200, 404, 429, 500]) {
        const classified = classifyAnswer(
          answerOf(status, body, { 'retry-after': JSON.stringify(body) }),
          nowMs,
        );
        if (!classified.ok) expect(classified.problem.said?.length ?? 0).toBeLessThanOrEqual(300);
        const tracker = createTracker({ ...line, transport: { send: () => answerOf(status, body) } });
        for (const ask of [tracker.readMyself, tracker.listApplications, tracker.listQueues]) ask();
        tracker.listRemoteLinks('TEST-1');
        tracker.findIssues(['TEST-1']);
      }
    }),
  );
});

test('a text nested ten thousand deep is no answer of Tracker’s, and breaks nothing', () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  const { line } = fakeLine(() => answerOf(200, deep));
  expect(createTracker(line).listRemoteLinks('TEST-1').ok).toBe(true);
});

test('lists with null and strangers in them are read as far as they make sense', () => {
  const { line } = fakeLine(() => answerOf(200, [null, 5, 'x', [], {}, { key: 'TEST-1' }, undefined]));
  expect(createTracker(line).findIssues(['TEST-1'])).toEqual({
    issues: [{ key: 'TEST-1', aliases: [] }],
    unanswered: [],
  });
});

test.each([[{}], ['"x"'], ['{"id":1'], ['[{"key":"TEST-1"},']])(
  'instead of a list, %j is unreadable',
  (body) => {
    const { line } = fakeLine(() => answerOf(200, body));
    expect(createTracker(line).listApplications()).toMatchObject({ problem: { kind: 'unreadable' } });
  },
);

test('whatever is typed stays inside the quotes of the query', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 400 }), (text) => {
      const query = toSummaryQuery(text);
      if (query !== undefined) expect(query).toMatch(/^Summary: "[\p{L}\p{N} ]+" "Sort By": Updated DESC$/u);
    }),
  );
});

test.each([
  ['Перенести отчёты', 'Summary: "Перенести отчёты" "Sort By": Updated DESC'],
  ['a" OR Queue: "B', 'Summary: "a OR Queue B" "Sort By": Updated DESC'],
  ['#!"~\\ ', undefined],
])('the text %j becomes %j', (text, query) => {
  expect(toSummaryQuery(text)).toBe(query);
});
