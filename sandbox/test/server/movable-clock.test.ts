import { describe, expect, test } from '@jest/globals';
import { createMovableClock, type MovableClock } from '../../src/server/movable-clock.ts';

const hour = 3_600_000;

describe('a movable clock', () => {
  test('shows real time until it is moved', async () => {
    const clock = createMovableClock();
    expectNow(clock, 0);
    const earliest = clock.now() + hour;
    await clock.advance(hour);
    expect(clock.now()).toBeGreaterThanOrEqual(earliest);
    expectNow(clock, hour);
  });

  /** Between two looks at the machine's clock, however far apart these are. */
  function expectNow(clock: MovableClock, aheadMs: number): void {
    const before = Date.now() + aheadMs;
    const shown = clock.now();
    expect([shown >= before, shown <= Date.now() + aheadMs]).toEqual([true, true]);
  }

  test('runs what falls due in the order of time, each at its own time', async () => {
    const clock = createMovableClock();
    const start = clock.now();
    const ran: [string, number][] = [];
    const note = (name: string) => () => void ran.push([name, Math.round((clock.now() - start) / hour)]);
    clock.at(start + 2 * hour, note('second'));
    clock.at(start + hour, note('first'));
    clock.at(start + 4 * hour, note('later'));
    await clock.advance(3 * hour);
    expect(ran).toEqual([
      ['first', 1],
      ['second', 2],
    ]);
  });

  test('what a job appoints on the way runs as well', async () => {
    const clock = createMovableClock();
    const ran: string[] = [];
    clock.at(clock.now() + hour, () => {
      ran.push('one');
      clock.at(clock.now() + hour, () => void ran.push('two'));
    });
    await clock.advance(3 * hour);
    expect(ran).toEqual(['one', 'two']);
  });

  test('what was taken back does not run', async () => {
    const clock = createMovableClock();
    const ran: string[] = [];
    clock.at(clock.now() + hour, () => void ran.push('one'))();
    await clock.advance(2 * hour);
    expect(ran).toEqual([]);
  });

  test('what is due already runs at once', () => {
    const clock = createMovableClock();
    const ran: string[] = [];
    clock.at(clock.now() - 1, () => void ran.push('one'));
    expect(ran).toEqual(['one']);
  });

  test('moving the clock waits for the jobs it sets off', async () => {
    const clock = createMovableClock();
    const ran: string[] = [];
    clock.at(clock.now() + hour, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      ran.push('done');
    });
    await clock.advance(hour);
    expect(ran).toEqual(['done']);
  });

  test('a job runs by itself when its time has come', async () => {
    const clock = createMovableClock();
    await new Promise<void>((resolve) => {
      const keepAlive = setTimeout(() => undefined, 1_000);
      clock.at(clock.now() + 5, () => {
        clearTimeout(keepAlive);
        resolve();
      });
    });
  });
});
