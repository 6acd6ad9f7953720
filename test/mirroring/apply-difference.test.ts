import { describe, expect, test } from '@jest/globals';
import { applyDifference } from '../../src/mirroring/apply-difference.ts';
import type { ReconcileRequest } from '../../src/protocol/parse-reconcile.ts';
import type { TrackerLanguage } from '../../src/protocol/tracker-problem.ts';
import { readLinks } from '../../src/writing/read-links.ts';
import { type FakeEntityOptions, fakeEntity } from '../support/fake-host.ts';
import { openPair, owedOf, type PairOptions, startMs, storeLinks, storeOwed } from './support/open-pair.ts';

/** OPS-1 was DEMO-1 once. */
function open(stored: string | undefined, options: Partial<FakeEntityOptions> & PairOptions = {}) {
  const { issues, isUnconnected, settings, ...changes } = options;
  const entity = fakeEntity({ key: 'OPS-1', formerKeys: ['DEMO-1'], ...(stored && { stored }), ...changes });
  const pair = openPair([entity], {
    ...(issues && { issues }),
    ...(settings && { settings }),
    ...(isUnconnected && { isUnconnected }),
  });
  // An administrator's address names no object.
  const { own: _, ...host } = pair.host();
  const languages: TrackerLanguage[] = [];
  const openTracker = (language: TrackerLanguage) => {
    languages.push(language);
    return host.openTracker();
  };
  const apply = (action: ReconcileRequest['action'], key = 'OPS-1') =>
    applyDifference({ ...host, openTracker }, { action, kind: 'issue', key, issueKey: 'TEST-1' });
  const linksOf = () => {
    const links = readLinks(entity);
    return links.ok ? links.value.get('TEST-1') : undefined;
  };
  return { entity, pair, apply, linksOf, languages };
}

function answered(body: object) {
  return { ok: true, value: { status: 200, body } };
}

const done = answered({ outcome: 'done' });
const stale = answered({ outcome: 'stale' });

describe('adding here what Tracker has', () => {
  test('makes the link, as made in Tracker by who has chosen it, and tells nothing back', () => {
    const { entity, pair, apply, linksOf } = open(undefined);
    pair.tracker.link('TEST-1', 'OPS-1');
    expect(apply('add_here', 'demo-1')).toEqual(done);
    expect(linksOf()).toEqual({ added: { at: startMs, by: 'jane', via: 'tracker' } });
    expect([entity.flag, owedOf(entity)]).toEqual([true, []]);
    expect(pair.queue.map(({ name }) => name)).toEqual(['settleLinks']);
    pair.advance(3_600_000);
    expect(pair.tracker.calls).toEqual([]);
  });

  test('is looked after: what another transaction has undone is done again', () => {
    const { entity, pair, apply, linksOf } = open(undefined);
    apply('add_here');
    Object.assign(entity, { stored: undefined, flag: undefined });
    pair.advance(10_000);
    expect(linksOf()).toEqual({ added: { at: startMs, by: 'jane', via: 'tracker' } });
  });

  test('needs the same rights as anybody’s change, and room', () => {
    const refused = (options: Partial<FakeEntityOptions>, stored?: string) => {
      const { apply } = open(stored, options);
      const applied = apply('add_here');
      return applied.ok ? undefined : applied.problem;
    };
    expect(refused({ isVisible: false })).toMatchObject({
      reason: 'not_found',
      problems: [{ field: 'key', received: 'no such object' }],
    });
    expect(refused({ mayChangeLinks: false })).toMatchObject({ reason: 'forbidden' });
    expect(refused({}, 'не JSON')).toMatchObject({ reason: 'unreadable_links' });
    const full = storeLinks(...Array.from({ length: 1_000 }, (_, index) => `FULL-${index + 1}`));
    expect(refused({}, full)).toMatchObject({ reason: 'too_many_links' });
  });
});

describe('removing here what Tracker lacks', () => {
  test('takes the link away, of which Tracker need not hear', () => {
    const { entity, pair, apply, linksOf } = open(storeLinks('TEST-1'));
    expect(apply('remove_here')).toEqual(done);
    expect(linksOf()).toMatchObject({ removed: { at: startMs, by: 'jane', via: 'tracker' } });
    expect(entity.flag).toBe(false);
    pair.advance(3_600_000);
    expect([owedOf(entity), pair.tracker.calls]).toEqual([[], []]);
  });
});

describe('adding there what Tracker lacks', () => {
  test('is done at once, and what was owed for it is owed no longer', () => {
    const { entity, pair, apply } = open(storeLinks('TEST-1'));
    const other = { issueKey: 'TEST-2', wish: 'live', since: 5, attempts: 1, nextAt: 7 };
    entity.owed = storeOwed([{ issueKey: 'TEST-1', wish: 'live', since: 5, attempts: 3 }, other]);
    expect(apply('add_there')).toEqual(done);
    expect(pair.tracker.keysOf('TEST-1')).toEqual(['OPS-1']);
    expect([owedOf(entity), entity.owes, pair.queue]).toEqual([[other], true, []]);
  });

  test('writes nothing where nothing was owed', () => {
    const { entity, apply } = open(storeLinks('TEST-1'));
    expect(apply('add_there')).toEqual(done);
    expect(entity.writes).toBe(0);
  });

  test('is stale where the link is gone meanwhile, was never there, or cannot be read', () => {
    for (const stored of [storeLinks('-TEST-1'), undefined, 'не JSON']) {
      const { pair, apply } = open(stored);
      expect([apply('add_there'), pair.tracker.calls]).toEqual([stale, []]);
    }
  });

  test('is stale where the object is gone, nothing is mirrored, or Tracker is not connected', () => {
    expect(open(storeLinks('TEST-1')).apply('add_there', 'NOPE-1')).toEqual(stale);
    expect(open(storeLinks('TEST-1'), { isUnconnected: true }).apply('add_there')).toEqual(stale);
    const { settings } = openPair([fakeEntity({ key: 'X-1' })]).host();
    const mirroring = { ...settings.mirroring, applications: {} };
    expect(open(storeLinks('TEST-1'), { settings: { ...settings, mirroring } }).apply('add_there')).toEqual(
      stale,
    );
  });

  test('tells why Tracker did not take it, and leaves what is owed as it was', () => {
    const { entity, pair, apply, languages } = open(storeLinks('TEST-1'));
    pair.tracker.failNext({ kind: 'locked', said: 'Слишком много изменений' }, 1, 'create');
    expect(apply('add_there')).toEqual(
      answered({
        outcome: 'failed',
        problem: { kind: 'locked', said: 'Слишком много изменений', sentence: expect.any(String) },
      }),
    );
    expect([entity.writes, languages]).toEqual([0, ['en']]);
  });

  test('does not touch an owed value that cannot be read', () => {
    const { entity, pair, apply } = open(storeLinks('TEST-1'));
    entity.owed = 'не JSON';
    expect(apply('add_there')).toEqual(done);
    expect([entity.writes, pair.tracker.keysOf('TEST-1')]).toEqual([0, ['OPS-1']]);
  });
});

describe('removing there what YouTrack lacks', () => {
  test('is done at once, and known as our own doing when Tracker reports it', () => {
    const { entity, pair, apply } = open(storeLinks('-TEST-1'));
    pair.tracker.link('TEST-1', 'demo-1');
    expect(apply('remove_there')).toEqual(done);
    expect(pair.tracker.keysOf('TEST-1')).toEqual([]);
    expect(owedOf(entity)).toEqual([
      { issueKey: 'TEST-1', wish: 'gone', since: startMs, attempts: 0, toldAt: startMs, echoes: ['demo-1'] },
    ]);
    expect([entity.owes, pair.queue]).toEqual([false, []]);
  });

  test('where an earlier try may have done it, the current key is known as well', () => {
    const { entity, apply } = open(storeLinks('-TEST-1'));
    entity.owed = storeOwed([{ issueKey: 'TEST-1', wish: 'gone', since: 5, attempts: 3 }]);
    expect(apply('remove_there')).toEqual(done);
    expect(owedOf(entity)).toMatchObject([{ toldAt: startMs, echoes: ['OPS-1'] }]);
  });

  test('of an object that is gone takes away what has its last key, and nobody owes anything', () => {
    const { entity, pair, apply } = open(undefined);
    pair.tracker.link('TEST-1', 'GONE-1');
    pair.tracker.link('TEST-1', 'OPS-1');
    expect(apply('remove_there', 'gone-1')).toEqual(done);
    expect([pair.tracker.keysOf('TEST-1'), entity.writes]).toEqual([['OPS-1'], 0]);
  });

  test('is stale where the link is there again', () => {
    const { pair, apply } = open(storeLinks('TEST-1'));
    expect([apply('remove_there'), pair.tracker.calls]).toEqual([stale, []]);
  });
});

describe('repairing what both have in different ways', () => {
  test('announces first, and takes the former key away a second later', () => {
    const { entity, pair, apply } = open(storeLinks('TEST-1'));
    pair.tracker.link('TEST-1', 'DEMO-1');
    expect(apply('repair')).toEqual(answered({ outcome: 'scheduled' }));
    expect(pair.tracker.keysOf('TEST-1')).toEqual(['DEMO-1', 'OPS-1']);
    expect(owedOf(entity)).toEqual([
      { issueKey: 'TEST-1', wish: 'live', since: startMs, attempts: 1, nextAt: startMs, echoes: ['DEMO-1'] },
    ]);
    expect(entity.owes).toBe(true);
    expect(pair.queue.map(({ name, delayMs }) => [name, delayMs])).toEqual([['tellTracker', 1_000]]);
    pair.advance(1_000);
    expect(pair.tracker.keysOf('TEST-1')).toEqual(['OPS-1']);
    expect(owedOf(entity)).toMatchObject([{ toldAt: startMs + 1_000, echoes: ['DEMO-1'] }]);
  });

  test('is done at once where that was announced before', () => {
    const { entity, pair, apply } = open(storeLinks('TEST-1'));
    pair.tracker.link('TEST-1', 'DEMO-1');
    entity.owed = storeOwed([
      { issueKey: 'TEST-1', wish: 'live', since: 5, attempts: 0, toldAt: startMs, echoes: ['DEMO-1'] },
    ]);
    expect(apply('repair')).toEqual(done);
    expect([pair.tracker.keysOf('TEST-1'), pair.queue]).toEqual([['OPS-1'], []]);
  });

  test('tells that of its own object alone', () => {
    const { entity, pair, apply } = open(storeLinks('TEST-1', 'TEST-2'));
    const other = { issueKey: 'TEST-2', wish: 'live', since: 5, attempts: 1, nextAt: startMs + 10_000 };
    entity.owed = storeOwed([other]);
    pair.tracker.link('TEST-1', 'DEMO-1');
    apply('repair');
    pair.advance(1_000);
    expect(pair.tracker.calls.filter((call) => call.includes('TEST-2'))).toEqual([]);
    expect(JSON.parse(pair.queue[0]?.state ?? '{}')).toMatchObject({ of: [{ kind: 'issue', key: 'OPS-1' }] });
  });
});
