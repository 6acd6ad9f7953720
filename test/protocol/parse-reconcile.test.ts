import { describe, expect, test } from '@jest/globals';
import {
  parseReconcileQuery,
  parseReconcileRequest,
  reconcileActions,
} from '../../src/protocol/parse-reconcile.ts';
import { showProblems, withBody, withQuery } from './requests.ts';

const expectedQueue = 'the key of a Tracker queue, such as TEST';
const expectedIssueKey = 'a Tracker issue key such as TEST-123, or the address of an issue in Tracker';

describe('which links are compared', () => {
  test.each([
    ['', {}],
    ['project=&queue=+&after=', {}],
    ['project=+ДЕМО', { project: 'ДЕМО' }],
    ['queue=+teSt1+', { queue: 'TEST1' }],
    ['queue=&project=DEMO&after=test-5', { project: 'DEMO', after: 'TEST-5' }],
    ['queue=q&after=https://tracker.yandex.com/Q-5', { queue: 'Q', after: 'Q-5' }],
  ])('%j are those of %j', (query, expected) => {
    expect(parseReconcileQuery(withQuery(query))).toEqual({
      ok: true,
      value: { project: undefined, queue: undefined, after: undefined, ...expected },
    });
  });

  test('are not those of a project and of a queue', () => {
    expect(showProblems(parseReconcileQuery(withQuery('project=ДЕМО&queue=test')))).toEqual([
      'queue: nothing where a project is given ← "test"',
    ]);
  });

  test.each(['1TEST', 'TE-ST', 'ТЕСТ', 'TEST-1', 'TEST ME', '/TEST', 'TEST/'])(
    'are not those of the queue %j',
    (queue) => {
      expect(showProblems(parseReconcileQuery(withQuery(`queue=${queue}`)))).toEqual([
        `queue: ${expectedQueue} ← "${queue}"`,
      ]);
    },
  );

  test('are those of a queue of 99 characters and not one more', () => {
    const asked = (count: number) => parseReconcileQuery(withQuery(`queue=${'q'.repeat(count)}`));
    expect(asked(99)).toMatchObject({ ok: true, value: { queue: 'Q'.repeat(99) } });
    expect(asked(100)).toMatchObject({ ok: false });
  });

  test('are malformed in all that is', () => {
    const query = `project=${'ю'.repeat(101)}&queue=!&after=TEST`;
    expect(showProblems(parseReconcileQuery(withQuery(query)))).toEqual([
      expect.stringMatching(/^project: a text of 1 to 100 characters ← "ю+…$/),
      `queue: ${expectedQueue} ← "!"`,
      `after: ${expectedIssueKey} ← "TEST"`,
    ]);
  });

  test('blames no queue for a project that is malformed', () => {
    expect(showProblems(parseReconcileQuery(withQuery('project=A&project=B&queue=TEST')))).toEqual([
      'project: one value ← ["A","B"]',
    ]);
  });
});

describe('what is to be done about a difference', () => {
  const request = { action: 'add_there', kind: 'user', key: 'CORP\\вася', issueKey: 'test-1' };

  test.each(['add_there', 'remove_there', 'repair', 'add_here', 'remove_here'])('may be to %s', (action) => {
    expect(parseReconcileRequest(withBody({ ...request, action, comment: 'да' }))).toEqual({
      ok: true,
      value: { action, kind: 'user', key: 'CORP\\вася', issueKey: 'TEST-1' },
    });
  });

  test('is one of the actions there are', () => {
    expect(reconcileActions).toHaveLength(5);
    expect(showProblems(parseReconcileRequest(withBody({ ...request, action: 'Repair' })))).toEqual([
      'action: one of add_there, remove_there, repair, add_here, remove_here ← "Repair"',
    ]);
  });

  test('says everything, and all that is missing is named', () => {
    expect(showProblems(parseReconcileRequest(withBody({})))).toEqual([
      'action: one of add_there, remove_there, repair, add_here, remove_here ← nothing',
      'kind: one of issue, article, project, user ← nothing',
      'key: a text of 1 to 255 characters ← nothing',
      `issueKey: ${expectedIssueKey} ← nothing`,
    ]);
  });

  test.each([
    ['', 'body: a JSON object ← ""'],
    ['[{}]', 'body: a JSON object ← [{}]'],
  ])('is malformed as %j', (body, problem) => {
    expect(showProblems(parseReconcileRequest(withBody(body)))).toEqual([problem]);
  });
});
