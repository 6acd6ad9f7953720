import type { ScheduledCall } from '../../src/ports/scheduled-call.ts';
import type { OwnHost } from '../../src/ports/youtrack.ts';
import { settleLinks } from '../../src/writing/settle-links.ts';
import { fakeEntity, fakeHost } from './fake-host.ts';

/** One object whose overlapping transactions replace each other, on a clock that jumps from event to event. */
export interface OverlappingWorld {
  /** Begins a transaction at an instant (milliseconds); it commits after so many more, 10 to 30 where it is not said. */
  transact(atMs: number, work: (host: OwnHost) => void, lastsMs?: number): void;
  /** Runs everything that is due until an instant. */
  runUntil(atMs: number): void;
  stored(): string | undefined;
  /** When each scheduled function ran, in milliseconds. */
  readonly looks: readonly number[];
}

interface Stored {
  readonly text: string | undefined;
  readonly flag: boolean | undefined;
}

export interface WorldOptions {
  readonly seed: number;
  /** Whether scheduled functions run at all. */
  readonly settles: boolean;
}

export function createOverlappingWorld({ seed, settles }: WorldOptions): OverlappingWorld {
  const random = seededRandom(seed);
  const events: { at: number; run: () => void }[] = [];
  const looks: number[] = [];
  let stored: Stored = { text: undefined, flag: undefined };
  let now = 0;

  function transact(at: number, work: (host: OwnHost) => void, lastsMs?: number): void {
    events.push({ at, run: () => runTransaction(work, lastsMs ?? 10 + random() * 20) });
  }

  /** Reads the snapshot of its beginning; what it wrote replaces whatever is there at its end. */
  function runTransaction(work: (host: OwnHost) => void, lastsMs: number): void {
    const entity = fakeEntity({ key: 'DEMO-1', ...(stored.text !== undefined && { stored: stored.text }) });
    entity.flag = stored.flag;
    const scheduled: ScheduledCall[] = [];
    const host = fakeHost([entity], {
      clock: { now: () => 1_767_225_600_000 + Math.floor(now), random },
      schedule: (call) => scheduled.push(call),
    });
    work({ ...host, own: entity });
    const commitAt = now + lastsMs;
    events.push({
      at: commitAt,
      run: () => commit(entity.writes, { text: entity.stored, flag: entity.flag }),
    });
    if (settles) for (const call of scheduled) runLater(commitAt, call);
  }

  function commit(writes: number, written: Stored): void {
    if (writes > 0) stored = written;
  }

  /** Nothing is told to Tracker in this world, so there are looks alone. */
  function runLater(from: number, { delayMs, state }: ScheduledCall): void {
    transact(from + delayMs, (host) => {
      looks.push(now);
      settleLinks(host, state);
    });
  }

  function runUntil(end: number): void {
    for (;;) {
      events.sort((one, other) => one.at - other.at);
      const [next] = events;
      if (next === undefined || next.at > end) return;
      events.shift();
      now = next.at;
      next.run();
    }
  }

  return { transact, runUntil, stored: () => stored.text, looks };
}

/** The same numbers for the same seed (mulberry32), so that a failing run can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
