import { describe, expect, test } from '@jest/globals';
import {
  freshTelling,
  parseTellState,
  scheduleHeard,
  scheduleTelling,
  type TellState,
} from '../../src/writing/tell-state.ts';
import { fakeHost } from '../support/fake-host.ts';
import { start } from './support/mirrored.ts';

const entry = { issueKey: 'TEST-1', wish: 'gone', since: start, attempts: 2 } as const;
const full: TellState = {
  calls: 3,
  of: [{ kind: 'article', key: 'DEMO-A-1' }],
  checks: [{ object: { kind: 'user', key: 'вася' }, issueKey: 'TEST-2' }],
  owed: new Map([['TEST-1', entry]]),
  heard: { issueKey: 'TEST-3', key: 'DEMO-A-1', at: start, by: 'вася' },
};

function schedule(state: TellState, delayMs = 0) {
  const host = fakeHost([]);
  scheduleTelling(host, state, delayMs);
  return host.scheduled;
}

describe('a chain of calls that tells Tracker', () => {
  test('carries all it knows from one call to the next, and counts', () => {
    const [call] = schedule(full, 1_000.2);
    expect(call).toMatchObject({ name: 'tellTracker', delayMs: 1_001 });
    expect(JSON.parse(call?.state ?? '')).toMatchObject({ v: 1, calls: 4 });
    expect(parseTellState(call?.state ?? '')).toEqual({ ok: true, value: { ...full, calls: 4 } });
  });

  test('begins with nothing', () => {
    const [call] = schedule(freshTelling);
    expect(parseTellState(call?.state ?? '')).toEqual({
      ok: true,
      value: { calls: 1, checks: [], owed: new Map() },
    });
  });

  test.each([
    [9, 1],
    [10, 0],
    [11, 0],
  ])('that has had %d calls has %d more: YouTrack allows ten in a row', (calls, more) => {
    expect(schedule({ ...full, calls })).toHaveLength(more);
  });

  test('forgets in a moment what Tracker has reported of our own doing', () => {
    const host = fakeHost([]);
    const heard = { issueKey: 'TEST-1', key: 'demo-1', at: start, by: 'tracker-bot' };
    const object = { kind: 'issue', key: 'DEMO-1' } as const;
    scheduleHeard(host, { ...object, ...{ summary: 'привет' } }, heard);
    const [call] = host.scheduled;
    expect(call?.delayMs).toBe(0);
    expect(parseTellState(call?.state ?? '')).toEqual({
      ok: true,
      value: { calls: 1, of: [object], checks: [], owed: new Map(), heard },
    });
  });

  test.each([
    '',
    '{oops',
    'null',
    '{}',
    '{"calls":1,"checks":[]}',
    '{"v":2,"calls":1,"checks":[]}',
    '{"v":"1","calls":1,"checks":[]}',
    '{"v":1,"calls":1,"checks":[],"owed":"{oops"}',
    '{"v":1,"calls":1,"checks":[],"owed":"{\\"v\\":2}"}',
  ])('%j is told as not understood: the sweep finds what is owed', (text) => {
    expect(parseTellState(text)).toEqual({ ok: false, problem: { reason: 'not_understood' } });
  });
});
