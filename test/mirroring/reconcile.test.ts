import { afterEach, describe, expect, test } from '@jest/globals';
import type { DifferencesAnswer } from '../../src/mirroring/reconcile-answer.ts';
import { applications, mirroredWorld } from './support/mirrored-world.ts';
import {
  addressOf,
  adminOwed,
  globalLinks,
  openTwoSides,
  readCalls,
  readLinksOf,
  readRemoteLinks,
  type TwoSides,
} from './support/two-sides.ts';

const reconcile = adminOwed.replace(/owed$/, 'reconcile');
const opened: TwoSides[] = [];
afterEach(() => Promise.all(opened.splice(0).map((two) => two.close())));

/** Both sides, on which DEMO-1 is linked to TEST-1 alike. */
async function open(options: Parameters<typeof mirroredWorld>[0] = {}): Promise<TwoSides> {
  const two = await openTwoSides(mirroredWorld({ isRegistered: false, ...options }));
  opened.push(two);
  await link(two, 'issues/DEMO-1', 'TEST-1');
  await two.advance(3_600_000);
  return two;
}

async function link(two: TwoSides, entity: string, issueKey: string, login = 'jane'): Promise<void> {
  const answered = await two.askYouTrack('POST', addressOf(entity, 'links'), { issueKey }, login);
  if (answered.status !== 200) throw new Error(`${entity} answered ${answered.status}`);
}

async function linkThere(two: TwoSides, issueKey: string, kind: keyof typeof applications, key: string) {
  const body = { relationship: 'RELATES', key, origin: applications[kind] };
  const { status } = await two.askTracker('POST', `/v3/issues/${issueKey}/remotelinks`, body);
  if (status !== 201) throw new Error(`Tracker answered ${status}`);
}

async function unlinkThere(two: TwoSides, issueKey: string): Promise<void> {
  for (const { id } of await readRemoteLinks(two, issueKey))
    await two.askTracker('DELETE', `/v3/issues/${issueKey}/remotelinks/${id}`);
}

async function look(two: TwoSides, query = ''): Promise<DifferencesAnswer> {
  const { status, body } = await two.askYouTrack('GET', `${reconcile}?${query}`, undefined, 'admin');
  expect(status).toBe(200);
  return body as DifferencesAnswer;
}

async function apply(two: TwoSides, action: string, key: string, issueKey = 'TEST-1', login = 'admin') {
  const body = { action, kind: 'issue', key, issueKey };
  return await two.askYouTrack('POST', `${reconcile}/apply`, body, login);
}

function inShort({ differences }: DifferencesAnswer): string[] {
  return differences.map(({ found, kind, key, issueKey }) => `${found} ${kind} ${key} ${issueKey}`);
}

const done = { status: 200, body: { outcome: 'done' } };

describe('a dry run', () => {
  test('finds nothing where both sides agree, and changes nothing', async () => {
    const two = await open();
    expect(await look(two)).toEqual({
      isConnected: true,
      total: 1,
      looked: 1,
      differences: [],
      unread: [],
    });
  });

  test('tells what only YouTrack has, what only Tracker has, and what both have in different ways', async () => {
    const two = await open();
    await unlinkThere(two, 'TEST-1');
    await linkThere(two, 'TEST-1', 'issue', 'DEMO-2');
    await linkThere(two, 'TEST-1', 'issue', 'NOPE-1');
    await link(two, 'users/jane', 'TEST-2');
    await two.advance(3_600_000);
    await linkThere(two, 'TEST-2', 'user', 'JANE');
    await two.askTracker('POST', '/v3/issues/TEST-2/remotelinks', {
      relationship: 'RELATES',
      key: 'DEMO-3',
      origin: 'ru.example.somebody-else',
    });
    const answer = await look(two);
    expect(inShort(answer)).toEqual([
      'only_here issue DEMO-1 TEST-1',
      'only_there issue DEMO-2 TEST-1',
      'only_there issue NOPE-1 TEST-1',
      'different user jane TEST-2',
    ]);
    expect(answer.differences[2]).not.toHaveProperty('entityUrl');
    expect(answer.differences[3]).toMatchObject({ there: ['jane', 'JANE'] });
    expect(await readLinksOf(two, 'issues/DEMO-2')).toMatchObject({ links: [] });
  });

  test('looks at one project or one queue alone', async () => {
    const two = await open();
    await link(two, 'issues/DEMO-2', 'NEWQ-1');
    await link(two, 'projects/OPS', 'TEST-2');
    await two.advance(3_600_000);
    await unlinkThere(two, 'TEST-1');
    await unlinkThere(two, 'TEST-2');
    await linkThere(two, 'TEST-1', 'project', 'OPS');
    expect(inShort(await look(two, 'project=ops'))).toEqual(['only_here project OPS TEST-2']);
    expect(inShort(await look(two, 'project=DEMO'))).toEqual(
      ['only_here issue DEMO-1 TEST-1', 'only_here issue DEMO-2 NEWQ-1'].sort((one, other) =>
        one.slice(-6).localeCompare(other.slice(-6)),
      ),
    );
    expect(inShort(await look(two, 'queue=test'))).toEqual([
      'only_here issue DEMO-1 TEST-1',
      'only_there project OPS TEST-1',
      'only_here project OPS TEST-2',
    ]);
  });

  test('remembers for a month what was removed here and stayed there', async () => {
    const two = await open();
    await two.askTracker('POST', '/_sandbox/faults', { calls: 9, status: 403 });
    await two.askYouTrack('DELETE', `${addressOf('issues/DEMO-1', 'links')}?issueKey=TEST-1`);
    await two.advance(3_600_000);
    await two.askYouTrack('POST', `${adminOwed}/drop`, {}, 'admin');
    await two.askTracker('DELETE', '/_sandbox/faults');
    expect(inShort(await look(two))).toEqual(['only_there issue DEMO-1 TEST-1']);
  });

  test('goes on behind where a step ended, within ten requests a second', async () => {
    const two = await open({ trackerIssues: 25, issues: 25 });
    for (let number = 2; number <= 25; number += 1) await link(two, 'issues/DEMO-1', `TEST-${number}`);
    await two.advance(3_600_000);
    await two.askTracker('DELETE', '/_sandbox/calls');
    const first = await look(two);
    expect(first).toMatchObject({ total: 25, looked: 10, next: 'TEST-10' });
    expect(first.retryAfterMs).toBeGreaterThan(0);
    expect(await look(two, 'after=TEST-10')).toMatchObject({ looked: 10, next: 'TEST-10' });
    await two.advance(2_000);
    const second = await look(two, 'after=TEST-10');
    expect(second).toMatchObject({ looked: 20, next: 'TEST-20' });
    await two.advance(2_000);
    expect(await look(two, 'after=TEST-20')).toEqual({
      isConnected: true,
      total: 25,
      looked: 25,
      differences: [],
      unread: [],
    });
    expect(await readCalls(two)).toHaveLength(25);
  });

  test('says what Tracker did not let it see, and stops where Tracker is in trouble', async () => {
    const two = await open();
    await two.askTracker('POST', '/_sandbox/faults', { calls: 1, status: 403 });
    expect(await look(two)).toMatchObject({
      looked: 1,
      unread: [{ issueKey: 'TEST-1', problem: { kind: 'forbidden' } }],
    });
    await two.askTracker('POST', '/_sandbox/faults', { calls: 1, status: 503 });
    expect(await look(two)).toMatchObject({ total: 1, looked: 0, problem: { kind: 'failing' } });
  });

  test('of a link to an issue that Tracker does not have says why', async () => {
    const two = await open();
    await link(two, 'issues/DEMO-2', 'TEST-404');
    await two.advance(3_600_000);
    expect((await look(two)).differences).toEqual([
      expect.objectContaining({ found: 'only_here', key: 'DEMO-2', problem: expect.anything() }),
    ]);
  });

  test('takes an issue that moved in Tracker for one, whatever key it is linked under', async () => {
    const two = await open({
      tracker: {
        issues: [
          { key: 'TEST-1', summary: 'Раз' },
          { key: 'NEWQ-2', summary: 'Два', aliases: ['TEST-2'] },
        ],
      },
    });
    await link(two, 'issues/DEMO-2', 'TEST-2');
    await link(two, 'issues/DEMO-3', 'NEWQ-2');
    await two.advance(3_600_000);
    await linkThere(two, 'NEWQ-2', 'issue', 'DEMO-4');
    expect(inShort(await look(two))).toEqual(['only_there issue DEMO-4 NEWQ-2']);
  });

  test('without a connection looks at nothing', async () => {
    const two = await open({ settings: { trackerOrganizationId: '' } });
    expect(await look(two)).toMatchObject({ isConnected: false, looked: 0, differences: [] });
  });

  test('of a project and a queue at once is not understood', async () => {
    const two = await open();
    const asked = await two.askYouTrack('GET', `${reconcile}?project=DEMO&queue=TEST`, undefined, 'admin');
    expect(asked).toMatchObject({ status: 400, body: { problems: [{ field: 'queue' }] } });
  });
});

describe('a chosen difference', () => {
  test('is made in Tracker, and what was owed for it is owed no more', async () => {
    const two = await open();
    await link(two, 'issues/DEMO-2', 'TEST-1');
    expect(await apply(two, 'add_there', 'DEMO-2')).toEqual(done);
    expect(await readRemoteLinks(two, 'TEST-1')).toMatchObject([
      { name: 'issue DEMO-1' },
      { name: 'issue DEMO-2' },
    ]);
    expect((await two.askYouTrack('GET', adminOwed, undefined, 'admin')).body).toMatchObject({ total: 0 });
    expect(inShort(await look(two))).toEqual([]);
  });

  test('is removed in Tracker, whether or not the object is still there', async () => {
    const two = await open();
    await linkThere(two, 'TEST-1', 'issue', 'DEMO-2');
    await linkThere(two, 'TEST-1', 'issue', 'NOPE-1');
    for (const key of ['DEMO-2', 'NOPE-1']) expect(await apply(two, 'remove_there', key)).toEqual(done);
    expect(await readRemoteLinks(two, 'TEST-1')).toMatchObject([{ name: 'issue DEMO-1' }]);
  });

  test('is made here, as made in Tracker, and not told back', async () => {
    const two = await open();
    await linkThere(two, 'TEST-1', 'issue', 'DEMO-2');
    expect(await apply(two, 'add_here', 'DEMO-2')).toEqual(done);
    expect((await readLinksOf(two, 'issues/DEMO-2')).links).toMatchObject([
      { issueKey: 'TEST-1', addedBy: 'admin', via: 'tracker', mirror: { state: 'mirrored' } },
    ]);
    await two.advance(3_600_000);
    expect(inShort(await look(two))).toEqual([]);
  });

  test('is removed here, and stays removed', async () => {
    const two = await open();
    await unlinkThere(two, 'TEST-1');
    expect(await apply(two, 'remove_here', 'DEMO-1')).toEqual(done);
    await two.advance(3_600_000);
    expect((await readLinksOf(two, 'issues/DEMO-1')).links).toEqual([]);
    expect(inShort(await look(two))).toEqual([]);
  });

  test('is repaired: one link under the current key stays, also where Tracker reports each removal', async () => {
    const two = await open({ isRegistered: true });
    await linkThere(two, 'TEST-1', 'issue', 'demo-1');
    expect(inShort(await look(two))).toEqual(['different issue DEMO-1 TEST-1']);
    expect(await apply(two, 'repair', 'DEMO-1')).toEqual({ status: 200, body: { outcome: 'scheduled' } });
    for (let second = 0; second < 5; second += 1) await two.advance(1_000);
    expect(await readRemoteLinks(two, 'TEST-1')).toHaveLength(1);
    expect((await readLinksOf(two, 'issues/DEMO-1')).links).toMatchObject([{ issueKey: 'TEST-1' }]);
    expect(inShort(await look(two))).toEqual([]);
  });

  test.each(['remove_there', 'add_there', 'repair'])(
    'that is not as it was found is left alone: %s',
    async (action) => {
      const two = await open();
      const key = action === 'remove_there' ? 'DEMO-1' : 'DEMO-2';
      expect((await apply(two, action, key)).body).toEqual({ outcome: 'stale' });
      expect(await readRemoteLinks(two, 'TEST-1')).toMatchObject([{ name: 'issue DEMO-1' }]);
    },
  );

  test('that Tracker refuses says why', async () => {
    const two = await open();
    await unlinkThere(two, 'TEST-1');
    await two.askTracker('POST', '/_sandbox/faults', { calls: 1, status: 423 });
    expect((await apply(two, 'add_there', 'DEMO-1')).body).toMatchObject({
      outcome: 'failed',
      problem: { kind: 'locked' },
    });
  });

  test('that lacks its action is not understood, and others may not choose', async () => {
    const two = await open();
    expect(await apply(two, 'remove', 'DEMO-1')).toMatchObject({ status: 400 });
    expect(await apply(two, 'remove_there', 'DEMO-1', 'TEST-1', 'jane')).toMatchObject({ status: 403 });
    expect(await two.askYouTrack('GET', globalLinks, undefined, 'jane')).toMatchObject({ status: 400 });
  });
});
