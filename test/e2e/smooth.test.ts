import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Frame, Page } from 'playwright-core';
import type { PanelAnswer } from '../../src/pages/panel-answer.ts';
import { openStage, type Stage, stageTimeoutMs } from './support/open-stage.ts';

const linkCount = 500;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, stageTimeoutMs);
afterAll(() => stage.close());

const panel: PanelAnswer = {
  kind: 'issue',
  key: 'DEMO-1',
  mayEdit: true,
  trackerUrl: 'https://tracker.yandex.ru',
  links: Array.from({ length: linkCount }, (_, index) => ({
    issueKey: `TEST-${index + 1}`,
    url: `https://tracker.yandex.ru/TEST-${index + 1}`,
    addedAt: '2026-01-31T09:15:00.000Z',
    addedBy: 'jane',
    via: 'youtrack',
  })),
  people: { jane: 'Jane Roe' },
};

function answerWithManyLinks(page: Page): Promise<unknown> {
  return page.route('**/issue/panel*', (route) => route.fulfill({ json: { ok: true, data: panel } }));
}

/** The widget's tasks of more than 50 ms during `work`, in ms. */
async function longTasksDuring(frame: Frame, work: () => Promise<void>): Promise<number[]> {
  await frame.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    Object.assign(globalThis, { longTasks: { tasks, observer } });
  });
  await work();
  return await frame.evaluate(() => {
    const { longTasks } = globalThis as unknown as {
      longTasks: { tasks: number[]; observer: PerformanceObserver };
    };
    longTasks.observer.disconnect();
    return longTasks.tasks;
  });
}

/** Turns the wheel from one end of the page to the other, a frame between two turns. */
async function scroll(page: Page, pixels: number): Promise<void> {
  await page.mouse.move(300, 400);
  for (let turn = 0; turn < 30; turn += 1) {
    await page.mouse.wheel(0, pixels);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

test('500 links come in piece by piece and scroll without a hitch', async () => {
  const { page } = await stage.open('/issue/DEMO-1', { prepare: answerWithManyLinks });
  const element = page.locator('iframe[title="Tracker links"]');
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error('the frame has no document');
  await frame.getByRole('button', { name: 'Show 490 more links' }).click();
  await frame
    .locator('.tl-row')
    .nth(linkCount - 1)
    .waitFor({ state: 'attached' });
  await scroll(page, 600);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(5000);
  // A busy machine stalls tasks that are short by themselves: one smooth way of four shows that they are.
  const ways: number[][] = [];
  for (const pixels of [-600, 600, -600, 600]) {
    ways.push(await longTasksDuring(frame, () => scroll(page, pixels)));
    if (ways.at(-1)?.length === 0) break;
  }
  expect(ways).toContainEqual([]);
});
