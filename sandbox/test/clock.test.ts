import { describe, expect, test } from '@jest/globals';
import { manualClock, realClock } from '../src/clock.ts';

describe('a clock that is moved by hand', () => {
  test('stands still, and runs what is due in the order of its time', async () => {
    const clock = manualClock(1_000);
    const ran: string[] = [];
    clock.at(1_200, () => void ran.push(`b ${clock.now()}`));
    clock.at(1_100, () => void ran.push(`a ${clock.now()}`));
    clock.at(1_301, () => void ran.push('c'));
    await clock.advance(300);
    expect([ran, clock.now()]).toEqual([['a 1100', 'b 1200'], 1_300]);
  });

  test('what is taken back does not run', async () => {
    const clock = manualClock(0);
    const ran: string[] = [];
    const cancel = clock.at(10, () => void ran.push('x'));
    cancel();
    await clock.advance(20);
    expect(ran).toEqual([]);
  });

  test('waits for a job, and runs what the job plans within the time', async () => {
    const clock = manualClock(0);
    const ran: string[] = [];
    clock.at(10, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      ran.push('first');
      clock.at(15, () => void ran.push('second'));
    });
    await clock.advance(20);
    expect(ran).toEqual(['first', 'second']);
  });

  test('leaves a job alone that waits for a later time', async () => {
    const clock = manualClock(0);
    const ran: string[] = [];
    for (const name of ['a', 'b']) {
      clock.at(10, async () => {
        await new Promise<void>((resolve) => void clock.at(name === 'a' ? 30 : 40, resolve));
        ran.push(name);
      });
    }
    await clock.advance(20);
    expect(ran).toEqual([]);
    await clock.advance(10);
    expect(ran).toEqual(['a']);
    await clock.advance(10);
    expect(ran).toEqual(['a', 'b']);
  });
});

test('a clock that is moved by hand tells each new time before what is due then, and waits for its companions after it', async () => {
  const seen: string[] = [];
  const clock = manualClock(0, {
    onMove: (nowMs) => seen.push(`moved to ${nowMs}`),
    onRest: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push('at rest');
    },
  });
  clock.at(10, () => void seen.push('first'));
  clock.at(15, () => void seen.push('second'));
  await clock.advance(20);
  const first = ['at rest', 'moved to 10', 'first', 'at rest'];
  expect(seen).toEqual([...first, 'moved to 15', 'second', 'at rest', 'moved to 20']);
});

describe('the real clock', () => {
  test('runs a job once its time has come, and not when it is taken back', async () => {
    const clock = realClock();
    const cancelled = clock.at(clock.now() + 1, () => {
      throw new Error('taken back');
    });
    cancelled();
    const keepAlive = setInterval(() => undefined, 1_000);
    const ranAt = await new Promise<number>((resolve) => {
      const due = clock.now() + 5;
      clock.at(due, () => resolve(clock.now() - due));
    });
    clearInterval(keepAlive);
    expect(ranAt).toBeGreaterThanOrEqual(-1);
  });
});
