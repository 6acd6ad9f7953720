import { describe, expect, test } from '@jest/globals';
import { findIssueByKey } from '../../src/mirroring/find-issue-by-key.ts';
import { isFresh, recallIssue, toDetails } from '../../src/mirroring/issue-memory.ts';
import { showDetails } from '../../src/mirroring/show-details.ts';
import type { TrackerIssue } from '../../src/ports/tracker.ts';
import type { DetailsAudience } from '../../src/ports/youtrack.ts';
import type { TrackerLanguage } from '../../src/protocol/tracker-problem.ts';
import { type FakeEntityOptions, fakeEntity } from '../support/fake-host.ts';
import { forgetful } from '../tracker/fake-line.ts';
import { mirrored, openPair, storeLinks } from './support/open-pair.ts';

const at = '2026-01-01T00:00:00.000Z';

interface OpenOptions extends Partial<FakeEntityOptions> {
  readonly detailsFor?: DetailsAudience;
  readonly isUnconnected?: boolean;
}

function open({ detailsFor = 'readers', isUnconnected = false, ...options }: OpenOptions = {}) {
  const entity = fakeEntity({
    key: 'DEMO-1',
    stored: storeLinks('TEST-10', 'TEST-2', '-TEST-3'),
    ...options,
  });
  const settings = { ...mirrored, mirroring: { ...mirrored.mirroring, detailsFor } };
  const pair = openPair([entity], { settings, isUnconnected, issues: ['TEST-2', 'TEST-3', 'TEST-10'] });
  const memory = forgetful();
  const languages: TrackerLanguage[] = [];
  const openTracker = (language: TrackerLanguage) => {
    languages.push(language);
    return isUnconnected ? undefined : pair.tracker;
  };
  const show = (language?: TrackerLanguage) =>
    showDetails({ ...pair.host(), memory, openTracker }, { language });
  return { entity, pair, memory, show, languages };
}

function change(issue: Partial<TrackerIssue> & { readonly key: string }): [string, TrackerIssue] {
  return [issue.key, { aliases: [], ...issue }];
}

test('what Tracker says of each linked issue is shown, in the order of their keys, asked for once', () => {
  const { pair, show } = open();
  const summary = 'Оплата картой';
  pair.tracker.issues.set(...change({ key: 'TEST-2', summary, status: 'Открыта', updatedAt: 1_000 }));
  expect(show()).toEqual({
    ok: true,
    value: {
      status: 200,
      body: {
        key: 'DEMO-1',
        isShown: true,
        issues: [
          {
            issueKey: 'TEST-2',
            readAt: at,
            summary,
            status: 'Открыта',
            updatedAt: '1970-01-01T00:00:01.000Z',
          },
          { issueKey: 'TEST-10', readAt: at },
        ],
      },
    },
  });
  expect(pair.tracker.calls).toEqual(['find TEST-2,TEST-10']);
  expect(pair.queue).toEqual([]);
});

test('names are asked for in one language, English where none is said, and remembered apart', () => {
  const { pair, show, languages } = open();
  show();
  show('ru');
  show('en');
  expect([languages, pair.tracker.calls]).toEqual([
    ['en', 'ru', 'en'],
    ['find TEST-2,TEST-10', 'find TEST-2,TEST-10'],
  ]);
});

test('an answer is as good as a new one for a minute', () => {
  const { pair, show } = open();
  show();
  pair.wait(59_999);
  show();
  expect(pair.tracker.calls).toHaveLength(1);
  pair.wait(1);
  expect(show()).toMatchObject({ value: { body: { issues: [{ readAt: '2026-01-01T00:01:00.000Z' }, {}] } } });
  expect(pair.tracker.calls).toHaveLength(2);
});

test('what is old is shown with its age where Tracker does not answer, and why', () => {
  const { pair, show } = open();
  show();
  pair.wait(60_000);
  pair.tracker.failNext({ kind: 'rate_limited', retryAfterMs: 700, said: 'Слишком часто' });
  expect(show()).toMatchObject({
    value: {
      body: {
        isShown: true,
        issues: [{ readAt: at }, { readAt: at }],
        problem: { kind: 'rate_limited', said: 'Слишком часто', sentence: expect.any(String) },
        retryAfterMs: 700,
      },
    },
  });
});

test('nothing is shown of what Tracker never answered', () => {
  const { pair, show } = open();
  pair.tracker.failNext({ kind: 'timeout' });
  const shown = show();
  expect(shown).toMatchObject({ value: { body: { issues: [], problem: { kind: 'timeout' } } } });
  expect(shown.ok && shown.value.body).not.toHaveProperty('retryAfterMs');
});

describe('an issue that a search by keys does not find', () => {
  test('is asked for by itself, and one that has moved is shown under its new key and stored under it', () => {
    const { entity, pair, show } = open();
    pair.tracker.move('TEST-2', 'NEWQ-2');
    expect(show()).toMatchObject({
      value: { body: { issues: [{ issueKey: 'TEST-2', currentKey: 'NEWQ-2', readAt: at }, {}] } },
    });
    expect(pair.tracker.calls).toEqual(['find TEST-2,TEST-10', 'read TEST-2']);
    pair.advance(10_000);
    expect(entity.stored).toContain('"NEWQ-2 ');
  });

  test('is marked as gone', () => {
    const { pair, show } = open();
    pair.tracker.issues.delete('TEST-2');
    expect(show()).toMatchObject({ value: { body: { issues: [{ issueKey: 'TEST-2', isGone: true }, {}] } } });
    show();
    expect(pair.tracker.calls).toHaveLength(2);
  });

  test('stays unknown where Tracker does not say', () => {
    const { pair, show } = open();
    pair.tracker.issues.delete('TEST-2');
    pair.tracker.failNext({ kind: 'failing' }, 1, 'read');
    expect(show()).toMatchObject({ value: { body: { issues: [{ issueKey: 'TEST-10' }] } } });
  });

  test('is not asked for where three others were: it counts as gone', () => {
    const keys = ['TEST-4', 'TEST-5', 'TEST-6', 'TEST-7'];
    const { pair, show } = open({ stored: storeLinks(...keys) });
    expect(show()).toMatchObject({ value: { body: { issues: keys.map(() => ({ isGone: true })) } } });
    expect(pair.tracker.calls.slice(1)).toEqual(['read TEST-4', 'read TEST-5', 'read TEST-6']);
  });
});

describe('nothing of Tracker is shown', () => {
  const hidden = { ok: true, value: { status: 200, body: { key: 'DEMO-1', isShown: false, issues: [] } } };

  test.each<[string, OpenOptions]>([
    ['to anybody where nobody is to see it', { detailsFor: 'nobody' }],
    ['to readers where it is for those who link', { detailsFor: 'linkers', mayChangeLinks: false }],
    ['while the settings do not connect to it', { isUnconnected: true }],
  ])('%s', (_, options) => {
    const { pair, show } = open(options);
    expect([show(), pair.tracker.calls]).toEqual([hidden, []]);
  });

  test.each<[string, OpenOptions]>([
    ['those who link', { detailsFor: 'linkers' }],
    ['all who read', { mayChangeLinks: false }],
  ])('but to %s', (_, options) => {
    expect(open(options).show()).toMatchObject({ value: { body: { isShown: true } } });
  });
});

test('what the caller may not see is not there, and links that cannot be read are a conflict', () => {
  expect(open({ isVisible: false }).show()).toMatchObject({
    ok: false,
    problem: { reason: 'not_found', problems: [{ field: 'key' }] },
  });
  expect(open({ stored: 'не JSON' }).show()).toMatchObject({
    ok: false,
    problem: { reason: 'unreadable_links', problems: [{ field: 'key' }] },
  });
});

test('a clock that was put back makes nothing fresh', () => {
  expect([isFresh({ readAt: 100_000 }, 40_001), isFresh({ readAt: 100_000 }, 40_000)]).toEqual([true, false]);
});

test('of two issues the one that has a key now comes before the one that once had it', () => {
  const former = { key: 'NEWQ-1', aliases: ['TEST-1'] };
  const current = { key: 'TEST-1', aliases: [] };
  expect(findIssueByKey([former, current], 'TEST-1')).toBe(current);
  expect(findIssueByKey([current, former], 'NEWQ-1')).toBe(former);
  expect(findIssueByKey([former], 'TEST-1')).toBe(former);
  expect(findIssueByKey([former], 'TEST-2')).toBeUndefined();
});

test('nothing is known of an issue that was never asked for', () => {
  const remembered = recallIssue(forgetful(), 'ru', 'TEST-1');
  expect([remembered, toDetails('TEST-1', remembered)]).toEqual([{ readAt: 0, issue: undefined }, []]);
});
