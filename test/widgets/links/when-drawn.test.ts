import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { whenDrawn } from '../../../widgets/shared/links/when-drawn.ts';

let frames: (() => void)[] = [];
beforeEach(() => {
  jest.useFakeTimers();
  frames = [];
  Object.assign(globalThis, { requestAnimationFrame: (draw: () => void) => frames.push(draw) });
});
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'requestAnimationFrame');
});

function start(): () => number {
  let runs = 0;
  whenDrawn(() => {
    runs += 1;
  });
  return () => runs;
}

test('it runs behind the next frame, and once', () => {
  const runs = start();
  for (const draw of frames) draw();
  expect(runs()).toBe(0);
  jest.advanceTimersByTime(1);
  expect(runs()).toBe(1);
  jest.advanceTimersByTime(1_000);
  expect(runs()).toBe(1);
});

test('a page out of sight, which has no frames, does not hold it up', () => {
  const runs = start();
  jest.advanceTimersByTime(99);
  expect(runs()).toBe(0);
  jest.advanceTimersByTime(1);
  expect(runs()).toBe(1);
});
