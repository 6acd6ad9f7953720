import { describe, expect, test } from '@jest/globals';
import { noLinks } from '../../src/links/link-set.ts';
import { nameOwed, type OwedEntry } from '../../src/links/owed-set.ts';
import { openConversation } from '../../src/mirroring/conversation.ts';
import { askWhose, hearReport } from '../../src/mirroring/hear-report.ts';
import type { Settings } from '../../src/ports/youtrack.ts';
import { readLinks } from '../../src/writing/read-links.ts';
import type { HeardEcho } from '../../src/writing/tell-state.ts';
import { fakeEntity } from '../support/fake-host.ts';
import { mirrored, openPair, startMs, storeLinks } from './support/open-pair.ts';

const echoes = ['DEMO-1', 'OLD-1'];
const owed: OwedEntry = { issueKey: 'TEST-1', wish: 'live', since: 5, attempts: 1, nextAt: startMs, echoes };
const { nextAt: _, ...rest } = owed;
const told: OwedEntry = { ...rest, toldAt: startMs };
const heard: HeardEcho = { issueKey: 'TEST-1', key: 'demo-1', at: startMs, by: 'tracker-bot' };
const question: OwedEntry = {
  ...{ issueKey: 'TEST-1', wish: 'gone', since: startMs, attempts: 0, nextAt: startMs + 7 },
  asks: { by: 'tracker-bot', via: 'tracker', isReport: true },
};

/** What OPS-1, once DEMO-1, owes after the report. */
function hear({
  stored = storeLinks('TEST-1'),
  report = heard,
  before = [told],
}: {
  stored?: string;
  report?: HeardEcho;
  before?: readonly OwedEntry[];
} = {}): readonly OwedEntry[] {
  const entity = fakeEntity({ key: 'OPS-1', formerKeys: ['DEMO-1'], stored });
  const known = new Map(before.map((entry) => [nameOwed(entry), entry]));
  return [...hearReport({ now: () => startMs + 7 }, { entity, owed: known, heard: report }).values()];
}

describe('a report of what may be our own doing', () => {
  test('becomes a question where Tracker was told of the link, and so does the next one', () => {
    expect(hear()).toEqual([told, question]);
  });

  test('becomes one where Tracker was told before it came, though something is owed again since', () => {
    expect(hear({ report: { ...heard, isAsked: true }, before: [owed] })).toEqual([owed, question]);
    expect(hear({ report: { ...heard, isAsked: true }, before: [] })).toEqual([question]);
  });

  test('takes the place of an earlier question about the link', () => {
    expect(hear({ before: [told, { ...question, since: 1 }] })).toEqual([told, question]);
  });

  test.each<[string, Parameters<typeof hear>[0]]>([
    ['Tracker is only being told', { before: [owed] }],
    ['nothing is written down', { before: [] }],
    ['the links cannot be read', { stored: 'не JSON' }],
    ['the link was made afterwards', { stored: `{"v":1,"links":["TEST-1 +${startMs + 1} youtrack jane"]}` }],
    ['an older version of the app does not say when it came', { report: { issueKey: 'TEST-1', key: 'X-1' } }],
  ])('changes nothing where %s', (_, options) => {
    expect(hear(options)).toEqual(options?.before ?? [told]);
  });

  test('may be about a link that was made at that very moment', () => {
    const stored = `{"v":1,"links":["TEST-1 +${startMs} youtrack jane"]}`;
    expect(hear({ stored })).toEqual([told, question]);
  });

  test('is the last one of its kind where the link is gone', () => {
    const stored = storeLinks('-TEST-1');
    expect(hear({ stored })).toEqual([{ ...told, echoes: ['OLD-1'] }]);
    expect(hear({ stored, before: [{ ...told, echoes: ['DEMO-1'] }] })).toEqual([]);
    expect(hear({ stored, before: [owed] })).toEqual([owed]);
    const { echoes: __, ...silent } = told;
    expect(hear({ stored, before: [silent] })).toEqual([]);
  });
});

describe('whose a reported removal was', () => {
  function open({ stored = storeLinks('TEST-1'), settings = mirrored }: OpenOptions = {}) {
    const entity = fakeEntity({ key: 'OPS-1', formerKeys: ['DEMO-1'], stored });
    const pair = openPair([entity], { settings });
    const links = readLinks(entity);
    const change = {
      issueKey: 'TEST-1',
      wish: 'gone',
      stamp: { at: startMs, by: 'tracker-bot', via: 'tracker' },
      known: noLinks,
    } as const;
    const ask = () =>
      askWhose(pair.host(), openConversation(pair.tracker, pair.host().clock), {
        ...{ entity, change },
        links: links.ok ? links.value : noLinks,
      });
    const removal = (issueKey = 'TEST-1') => ({
      ...{ kind: 'issue', key: 'OPS-1' },
      change: { ...change, issueKey },
    });
    return { pair, ask, removal };
  }

  interface OpenOptions {
    readonly stored?: string;
    readonly settings?: Settings;
  }

  test('ours, while Tracker still has the link, under any key of the object', () => {
    const { pair, ask } = open();
    pair.tracker.link('TEST-1', 'demo-1');
    expect(ask()).toEqual({ ok: true, value: [] });
  });

  test('somebody’s, where Tracker has the link no longer, whatever others have', () => {
    const { pair, ask, removal } = open();
    pair.tracker.link('TEST-1', 'OPS-2');
    pair.tracker.link('TEST-1', 'OPS-1', { origins: ['ru.example.other'] });
    expect(ask()).toEqual({ ok: true, value: [removal()] });
    expect(pair.tracker.calls).toEqual(['list TEST-1']);
    const atOnce = open({ stored: `{"v":1,"links":["TEST-1 +${startMs} youtrack jane"]}` });
    expect(atOnce.ask()).toEqual({ ok: true, value: [removal()] });
  });

  test('is not known where Tracker does not answer, and nobody’s where the issue is gone', () => {
    const { pair, ask } = open();
    pair.tracker.failNext({ kind: 'timeout' });
    expect(ask()).toMatchObject({ problem: { kind: 'timeout' } });
    pair.tracker.failNext({ kind: 'absent' });
    expect(ask()).toEqual({ ok: true, value: [] });
  });

  test('is meant for links under other keys of the issue as well, also where the one reported is gone here', () => {
    const { pair, ask, removal } = open({ stored: storeLinks('TEST-1', 'TEST-2', 'TEST-3') });
    pair.tracker.move('TEST-2', 'TEST-1');
    expect(ask()).toEqual({ ok: true, value: [removal(), removal('TEST-2')] });
    const gone = open({ stored: storeLinks('-TEST-1', 'TEST-2') });
    gone.pair.tracker.move('TEST-2', 'TEST-1');
    expect(gone.ask()).toEqual({ ok: true, value: [gone.removal('TEST-2')] });
  });

  test('is asked again as a whole where Tracker does not say which other keys the issue has', () => {
    const { pair, ask } = open({ stored: storeLinks('TEST-1', 'TEST-2') });
    pair.tracker.failNext({ kind: 'timeout' }, 1, 'read');
    expect(ask()).toMatchObject({ problem: { kind: 'timeout' } });
  });

  test.each<[string, OpenOptions]>([
    [
      'the kind is not mirrored',
      { settings: { ...mirrored, mirroring: { ...mirrored.mirroring, applications: {} } } },
    ],
    [
      'the link was made after the report',
      { stored: `{"v":1,"links":["TEST-1 +${startMs + 1} youtrack jane"]}` },
    ],
  ])('is not asked where %s', (_, options) => {
    const { pair, ask } = open(options);
    expect([ask(), pair.tracker.calls]).toEqual([{ ok: true, value: [] }, []]);
  });
});
