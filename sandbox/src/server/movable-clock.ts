import type { ManualClock } from '../clock.ts';

/** Real time that can be put forward; what falls due on the way runs in its order, each at its own time. */
export type MovableClock = ManualClock;

interface Appointment {
  readonly atMs: number;
  readonly job: () => void | Promise<void>;
}

/** Node's timers take no longer delay than this. */
const longestDelayMs = 2 ** 31 - 1;

/**
 * A clock that shows real time until it is moved. Waiting jobs do not keep the process alive.
 * @param onMove told by how many milliseconds it is ahead from now on
 * @param startMs what it shows at first, when that is not the real time
 */
export function createMovableClock(
  onMove: (offsetMs: number) => void = () => {},
  startMs = Date.now(),
): MovableClock {
  const appointments = new Set<Appointment>();
  const running = new Set<Promise<void>>();
  let offsetMs = startMs - Date.now();
  let timer: NodeJS.Timeout | undefined;
  const now = () => Date.now() + offsetMs;

  function move(toMs: number): void {
    offsetMs += Math.max(0, toMs - now());
    onMove(offsetMs);
  }

  function next(): Appointment | undefined {
    let earliest: Appointment | undefined;
    for (const one of appointments) if (earliest === undefined || one.atMs < earliest.atMs) earliest = one;
    return earliest;
  }

  function runDue(): void {
    for (let due = next(); due !== undefined && due.atMs <= now(); due = next()) {
      appointments.delete(due);
      start(due.job);
    }
    clearTimeout(timer);
    const waiting = next();
    if (waiting === undefined) return;
    timer = setTimeout(runDue, Math.min(Math.max(0, waiting.atMs - now()), longestDelayMs)).unref();
  }

  function start(job: Appointment['job']): void {
    const run = Promise.resolve(job()).finally(() => running.delete(run));
    running.add(run);
  }

  async function comeToRest(): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running);
  }

  return {
    now,
    at(atMs, job) {
      const appointment = { atMs, job };
      appointments.add(appointment);
      runDue();
      return () => void appointments.delete(appointment);
    },
    async advance(ms) {
      const target = now() + ms;
      await comeToRest();
      for (let due = next(); due !== undefined && due.atMs <= target; due = next()) {
        move(due.atMs);
        runDue();
        await comeToRest();
      }
      move(target);
    },
  };
}
