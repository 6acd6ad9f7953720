import { describe, expect, test } from '@jest/globals';
import type {
  AppliedAnswer,
  Difference,
  DifferencesAnswer,
} from '../../../src/mirroring/reconcile-answer.ts';
import type { ReconcileRequest } from '../../../src/protocol/parse-reconcile.ts';
import { ReconcileRun } from '../../../widgets/administration/reconcile/reconcile-run.ts';
import { createRunMemory } from '../../../widgets/administration/reconcile/run-memory.ts';
import { listActions } from '../../../widgets/administration/reconcile/run-state.ts';
import { failed } from '../../../widgets/shared/host/failure.ts';

function difference(changes: Partial<Difference> = {}): Difference {
  return {
    found: 'only_here',
    issueKey: 'TEST-1',
    url: 'https://tracker.yandex.ru/TEST-1',
    kind: 'issue',
    key: 'DEMO-1',
    entityUrl: '/issue/DEMO-1',
    ...changes,
  };
}

const steps: Readonly<Record<string, DifferencesAnswer>> = {
  '': {
    isConnected: true,
    total: 3,
    looked: 2,
    differences: [difference()],
    unread: [],
    next: 'TEST-2',
    retryAfterMs: 700,
  },
  'TEST-2': {
    isConnected: true,
    total: 3,
    looked: 3,
    differences: [difference({ found: 'only_there', key: 'DEMO-9', issueKey: 'TEST-3' })],
    unread: [],
  },
};

function openRun({ answers = steps, applied = [] as AppliedAnswer[] } = {}) {
  const asked: (string | undefined)[] = [];
  const requests: ReconcileRequest[] = [];
  const pauses: number[] = [];
  const kept = new Map<string, string>();
  const memory = createRunMemory({
    storage: {
      getItem: async (key) => kept.get(key) ?? null,
      setItem: async (key, value) => void kept.set(key, value),
      removeItem: async (key) => void kept.delete(key),
    },
  });
  const run = new ReconcileRun({
    memory,
    pause: async (ms) => void pauses.push(ms),
    api: {
      look: async (_, after = '') => {
        asked.push(after);
        const data = answers[after];
        return data === undefined ? failed('timeout') : { ok: true, data };
      },
      apply: async (request) => {
        requests.push(request);
        return { ok: true, data: applied.shift() ?? { outcome: 'done' } };
      },
    },
  });
  return { run, asked, requests, pauses, memory };
}

describe('a comparison', () => {
  test('goes on step by step, with the pauses it is asked for, until all is looked at', async () => {
    const { run, asked, pauses } = openRun();
    await run.start({});
    expect(asked).toEqual(['', 'TEST-2']);
    expect(pauses).toEqual([700]);
    expect(run.state()).toMatchObject({ phase: 'looked', looked: 3, total: 3 });
    expect(run.state().rows.map(({ id, isChosen }) => [id, isChosen])).toEqual([
      ['issue DEMO-1 TEST-1', false],
      ['issue DEMO-9 TEST-3', false],
    ]);
  });

  test('is stopped, and resumed where it was', async () => {
    const { run, asked } = openRun();
    const going = run.start({});
    run.stop();
    await going;
    expect(run.state()).toMatchObject({ phase: 'stopped', looked: 0 });
    await run.resume();
    expect(asked).toEqual(['', '', 'TEST-2']);
    expect(run.state()).toMatchObject({ phase: 'looked', looked: 3 });
  });

  test('that fails in the middle keeps what it has found and can go on', async () => {
    const { '': first = steps[''] } = steps;
    const { run } = openRun({ answers: first === undefined ? {} : { '': first } });
    await run.start({});
    expect(run.state()).toMatchObject({ phase: 'stopped', after: 'TEST-2', failure: { kind: 'timeout' } });
    expect(run.state().rows).toHaveLength(1);
  });

  test('outlives the page it was found on', async () => {
    const { run, memory } = openRun({ answers: { '': steps[''] as DifferencesAnswer } });
    await run.start({ queue: 'TEST' });
    const later = new ReconcileRun({
      memory,
      pause: async () => undefined,
      api: {
        look: async () => ({ ok: true, data: steps['TEST-2'] as DifferencesAnswer }),
        apply: async () => failed('timeout'),
      },
    });
    await later.restore();
    expect(later.state()).toMatchObject({ phase: 'stopped', scope: { queue: 'TEST' }, looked: 2 });
    await later.resume();
    expect(later.state().rows).toHaveLength(2);
  });
});

describe('applying', () => {
  test('does what was chosen and nothing else, and says of each what came of it', async () => {
    const { run, requests } = openRun({ applied: [{ outcome: 'stale' }] });
    await run.start({});
    run.choose('issue DEMO-9 TEST-3', true);
    run.act('issue DEMO-9 TEST-3', 'remove_there');
    await run.apply();
    expect(requests).toEqual([{ action: 'remove_there', kind: 'issue', key: 'DEMO-9', issueKey: 'TEST-3' }]);
    expect(run.state().rows.map(({ step }) => step)).toEqual(['found', 'stale']);
  });

  test('waits where too much is being asked', async () => {
    const busy: AppliedAnswer = { outcome: 'failed', problem: { kind: 'over_budget', sentence: '' } };
    const { run, requests, pauses } = openRun({ applied: [busy, busy] });
    await run.start({});
    run.chooseAll('only_here', true);
    await run.apply();
    expect(requests).toHaveLength(3);
    expect(pauses.slice(1)).toEqual([1_200, 1_200]);
    expect(run.state().rows[0]).toMatchObject({ step: 'done', isChosen: false });
  });

  test('choosing all never chooses a removal', async () => {
    const { run } = openRun();
    await run.start({});
    run.act('issue DEMO-1 TEST-1', 'remove_here');
    run.chooseAll('only_here', true);
    expect(run.state().rows[0]).toMatchObject({ isChosen: false });
  });
});

test.each([
  ['a link that Tracker lacks', difference(), ['add_there', 'remove_here']],
  [
    'one whose issue Tracker does not have',
    difference({ problem: { kind: 'absent', sentence: '' } }),
    ['remove_here'],
  ],
  ['one that only Tracker has', difference({ found: 'only_there' }), ['add_here', 'remove_there']],
  ['one that Tracker has several times', difference({ found: 'different' }), ['repair']],
])('what can be done about %s', (_, one, actions) => {
  expect(listActions(one)).toEqual(actions);
});

test('what can be done about a link of Tracker to nothing', () => {
  const { entityUrl: _, ...gone } = difference({ found: 'only_there' });
  expect(listActions(gone)).toEqual(['remove_there']);
});
