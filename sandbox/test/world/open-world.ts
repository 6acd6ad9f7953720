import type { Clock } from '../../src/clock.ts';
import { createWorld, type World, type WorldOptions } from '../../src/world/create-world.ts';
import type { Transaction } from '../../src/world/transaction.ts';

/** The time of the worlds under test: 1 January 2026, 00:00 UTC. */
export const newYear2026 = 1_767_225_600_000;

/** A clock that stands still until it is moved. */
export class StoppedClock implements Clock {
  #now = newYear2026;
  #jobs: { atMs: number; job: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  at(atMs: number, job: () => void): () => void {
    const entry = { atMs, job };
    this.#jobs.push(entry);
    return () => {
      this.#jobs = this.#jobs.filter((other) => other !== entry);
    };
  }

  advance(byMs: number): void {
    this.#now += byMs;
    const due = this.#jobs.filter(({ atMs }) => atMs <= this.#now);
    this.#jobs = this.#jobs.filter(({ atMs }) => atMs > this.#now);
    for (const { job } of due) job();
  }
}

/** A world from its JSON. */
export function openWorld(json: unknown, options: Partial<WorldOptions> = {}): Promise<World> {
  return createWorld({ json, writes: 'serial', clock: new StoppedClock(), ...options });
}

/** What one reading transaction finds. */
export function look<T>(world: World, read: (tx: Transaction) => T): Promise<T> {
  return world.transactions.run('read', read);
}

/** What one writing transaction does. */
export function change<T>(world: World, write: (tx: Transaction) => T): Promise<T> {
  return world.transactions.run('write', write);
}
