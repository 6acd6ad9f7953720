import { expect, test } from '@jest/globals';
import { openConversation } from '../../src/mirroring/conversation.ts';
import { judgeReport, scheduleReportedRemoval } from '../../src/mirroring/judge-report.ts';
import type { Settings } from '../../src/ports/youtrack.ts';
import { parseSettleState } from '../../src/writing/settle-state.ts';
import { type FakeEntity, fakeEntity } from '../support/fake-host.ts';
import { mirrored, openPair, startMs, storeLinks, storeOwed } from './support/open-pair.ts';

const told = { issueKey: 'TEST-1', wish: 'live', since: 5, attempts: 0, toldAt: startMs, echoes: ['DEMO-1'] };
const heard = { issueKey: 'TEST-1', key: 'DEMO-1', at: startMs, by: 'tracker-bot' };

/** OPS-1, once DEMO-1, is linked to TEST-1, and Tracker was told so. */
function open({
  changes = {},
  settings = mirrored,
}: {
  changes?: Partial<FakeEntity>;
  settings?: Settings;
} = {}) {
  const stored = storeLinks('TEST-1');
  const entity = fakeEntity({ key: 'OPS-1', formerKeys: ['DEMO-1'], stored });
  Object.assign(entity, { owed: storeOwed([told]) }, changes);
  const pair = openPair([entity], { settings });
  const judge = (report: typeof heard | { issueKey: string; key: string } = heard) =>
    judgeReport(pair.host(), openConversation(pair.tracker, pair.host().clock), { entity, heard: report });
  return { pair, judge };
}

test('a report is of our own doing while Tracker still has the link, under any key of the object', () => {
  const { pair, judge } = open();
  pair.tracker.link('TEST-1', 'demo-1');
  expect(judge()).toBe('own');
});

test('it is somebody else’s where Tracker has the link no longer, whatever others have', () => {
  const { pair, judge } = open();
  pair.tracker.link('TEST-1', 'OPS-2');
  pair.tracker.link('TEST-1', 'OPS-1', { origins: ['ru.example.other'] });
  expect(judge()).toBe('others');
});

test('it cannot be told where Tracker does not answer, and is our own where the issue is gone', () => {
  const { pair, judge } = open();
  pair.tracker.failNext({ kind: 'timeout' });
  expect(judge()).toBe('unclear');
  pair.tracker.failNext({ kind: 'absent' });
  expect(judge()).toBe('own');
});

test.each<[string, Parameters<typeof open>[0]]>([
  ['Tracker was not told yet', { changes: { owed: storeOwed([{ ...told, toldAt: undefined }]) } }],
  ['nothing is written down', { changes: { owed: undefined } }],
  [
    'the kind is not mirrored',
    { settings: { ...mirrored, mirroring: { ...mirrored.mirroring, applications: {} } } },
  ],
  ['the link is gone already', { changes: { stored: storeLinks('-TEST-1') } }],
  ['the links cannot be read', { changes: { stored: 'не JSON' } }],
  [
    'the link was made after the report',
    { changes: { stored: `{"v":1,"links":["TEST-1 +${startMs + 1} youtrack jane"]}` } },
  ],
])('it is taken for our own, without asking, where %s', (_, options) => {
  const { pair, judge } = open(options);
  expect([judge(), pair.tracker.calls]).toEqual(['own', []]);
});

test('a link that was made at the moment of the report may be what it is about', () => {
  const { judge } = open({ changes: { stored: `{"v":1,"links":["TEST-1 +${startMs} youtrack jane"]}` } });
  expect(judge()).toBe('others');
});

test('a report of which an older version does not say when it came is taken for our own', () => {
  expect(open().judge({ issueKey: 'TEST-1', key: 'DEMO-1' })).toBe('own');
});

test('what somebody has removed in Tracker is removed as soon as possible, in the reporter’s name', () => {
  const { pair } = open();
  scheduleReportedRemoval(pair.host(), { kind: 'issue', key: 'OPS-1' }, heard, 3);
  expect(pair.queue.map(({ name, delayMs }) => [name, delayMs])).toEqual([['settleLinks', 0]]);
  expect(parseSettleState(pair.queue[0]?.state ?? '')).toMatchObject({
    value: {
      look: 0,
      quiet: 0,
      errands: 3,
      entities: [
        {
          kind: 'issue',
          key: 'OPS-1',
          change: {
            issueKey: 'TEST-1',
            wish: 'gone',
            stamp: { at: startMs, by: 'tracker-bot', via: 'tracker' },
            known: new Map(),
          },
        },
      ],
    },
  });
});

test('one of which it is not known when and by whom has the earliest moment and nobody', () => {
  const { pair } = open();
  scheduleReportedRemoval(
    pair.host(),
    { kind: 'issue', key: 'OPS-1' },
    { issueKey: 'TEST-1', key: 'X-1' },
    0,
  );
  expect(parseSettleState(pair.queue[0]?.state ?? '')).toMatchObject({
    value: { entities: [{ change: { stamp: { at: 0, by: '', via: 'tracker' } } }] },
  });
});
