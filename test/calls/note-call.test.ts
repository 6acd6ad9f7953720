import { beforeEach, describe, expect, test } from '@jest/globals';
import { decodeCalls } from '../../src/calls/call-records.ts';
import { keepCalls, keepUnkept, readCalls } from '../../src/calls/keep-calls.ts';
import { type Call, noteCall } from '../../src/calls/note-call.ts';
import type { ScheduledCall } from '../../src/ports/scheduled-call.ts';
import type { NodeMemory } from '../../src/ports/tracker.ts';
import { fakeAccount, fakeHost, fakeStorage } from '../support/fake-host.ts';

const call: Call = { kind: 'issue', address: 'GET /api/issues/DEMO-1/…/info', status: 200 };
const start = Date.parse('2026-01-05T12:00:00Z');

let now: number;
let memory: NodeMemory;
let scheduled: ScheduledCall[];
let storage: ReturnType<typeof fakeStorage>;
let writes: number;

beforeEach(() => {
  now = start;
  memory = createMemory();
  scheduled = [];
  const kept = fakeStorage();
  writes = 0;
  storage = {
    readText: kept.readText,
    write(name, value) {
      writes += 1;
      kept.write(name, value);
    },
  };
});

function createMemory(): NodeMemory {
  const kept = new Map<string, object>();
  return {
    recall<T extends object>(name: string, make: () => T): T {
      const known = (kept.get(name) as T | undefined) ?? make();
      kept.set(name, known);
      return known;
    },
  };
}

function host(login = 'Tracker-Bot', hasScheduled = false) {
  return fakeHost([], {
    caller: fakeAccount(login),
    clock: { now: () => now, random: () => 0.5 },
    schedule: (one) => void scheduled.push(one),
    hasScheduled: () => hasScheduled,
    storage,
  });
}

/** Runs what was scheduled, at its time. */
function runScheduled(): void {
  for (const { delayMs, state } of scheduled.splice(0)) {
    now += delayMs;
    keepCalls(host(), memory, state);
  }
}

describe('a call of Tracker’s account', () => {
  test('is kept by a function of its own, at once after a quiet minute', () => {
    noteCall(host(), memory, call);
    expect(scheduled).toEqual([{ name: 'keepCalls', delayMs: 0, state: expect.any(String) }]);
    runScheduled();
    expect([...readCalls(host())]).toEqual([['issue', { at: start, address: call.address, status: 200 }]]);
  });

  test('of anybody else is not noted', () => {
    noteCall(host('jane'), memory, call);
    expect(scheduled).toEqual([]);
  });

  test('is written once a minute, however many there are, and then the latest', () => {
    noteCall(host(), memory, call);
    runScheduled();
    for (let second = 1; second <= 50; second += 1) {
      now = start + second * 1_000;
      noteCall(host(), memory, { ...call, status: 404 });
      noteCall(host(), memory, { ...call, kind: 'any', address: 'GET /suggest' });
    }
    expect(scheduled).toHaveLength(1);
    expect(scheduled[0]?.delayMs).toBe(59_000);
    runScheduled();
    expect(writes).toBe(2);
    expect(readCalls(host()).get('issue')).toMatchObject({ status: 404, at: start + 50_000 });
    expect(readCalls(host()).get('any')).toMatchObject({ address: 'GET /suggest' });
  });

  test('that has a function of its own to ask for leaves the note to that one', () => {
    noteCall(host('tracker-bot', true), memory, call);
    expect(scheduled).toEqual([]);
    keepUnkept(host(), memory);
    expect(readCalls(host()).get('issue')?.status).toBe(200);
    keepUnkept(host(), memory);
    expect(writes).toBe(1);
  });

  test('is asked to be kept again when the function that should have done so was lost', () => {
    noteCall(host(), memory, call);
    scheduled.length = 0;
    now += 61_000;
    noteCall(host(), memory, { ...call, status: 403 });
    runScheduled();
    expect(readCalls(host()).get('issue')?.status).toBe(403);
  });

  test('is merged with what another node has kept, and the later one stays', () => {
    noteCall(host(), memory, call);
    const other = createMemory();
    now += 5_000;
    noteCall(host(), other, { ...call, status: 404 });
    const [first, second] = scheduled;
    keepCalls(host(), other, second?.state ?? '');
    keepCalls(host(), memory, first?.state ?? '');
    expect(readCalls(host()).get('issue')?.status).toBe(404);
  });

  test('carries the note with it, should another node run the function', () => {
    noteCall(host(), memory, call);
    keepCalls(host(), createMemory(), scheduled[0]?.state ?? '');
    expect(readCalls(host()).get('issue')?.status).toBe(200);
  });

  test('does not overwrite what a newer version has written', () => {
    storage.write('trackerCalls', '{"version":2}');
    noteCall(host(), memory, call);
    runScheduled();
    expect(storage.readText('trackerCalls')).toEqual({ ok: true, value: '{"version":2}' });
    expect(readCalls(host()).size).toBe(0);
  });

  test('has an address of bounded length', () => {
    noteCall(host(), memory, { ...call, address: `GET /${'ж'.repeat(5_000)}` });
    const noted = decodeCalls(scheduled[0]?.state ?? '');
    expect(noted.ok && noted.value.get('issue')?.address.length).toBeLessThanOrEqual(300);
  });
});
