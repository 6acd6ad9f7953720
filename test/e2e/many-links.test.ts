import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
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

/** Turns the wheel from one end of the page to the other, a frame between two turns. */
async function scroll(page: Page, pixels: number): Promise<void> {
  await page.mouse.move(300, 400);
  for (let turn = 0; turn < 30; turn += 1) {
    await page.mouse.wheel(0, pixels);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

test('500 links come in piece by piece, and the page scrolls over all of them', async () => {
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
});
