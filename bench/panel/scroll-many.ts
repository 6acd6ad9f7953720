import type { Browser, Page } from 'playwright-core';
import { printTable } from '../../sandbox/bench/print-table.ts';
import { openPage } from '../../test/support/browser.ts';
import { ours } from './contestants.ts';
import { visit } from './visit.ts';

const manyLinks = 500;

/** Shows 500 links in our panel and scrolls through them; prints the tasks that would be felt. */
export async function scrollMany(browser: Browser, url: string): Promise<void> {
  const { page } = await openPage(browser, { viewport: { width: 1000, height: 800 } });
  await page.route('**/issue/panel*', async (route) => {
    const response = await route.fetch();
    const { data } = await response.json();
    const links = Array.from({ length: manyLinks }, (_, n) => ({
      ...data.links[0],
      issueKey: `TEST-${n + 1}`,
    }));
    await route.fulfill({ response, json: { ok: true, data: { ...data, links } } });
  });
  await visit(page, url, ours);
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('the panel has no frame');
  await frame.evaluate(collectLongTasks);
  await frame.getByRole('button', { name: `Show ${manyLinks - 10} more links` }).click();
  await frame
    .locator('.tl-row')
    .nth(manyLinks - 1)
    .waitFor({ state: 'attached' });
  const drawing = (await frame.evaluate('longTasks.splice(0)')) as number[];
  await scroll(page);
  const scrolling = (await frame.evaluate('longTasks.splice(0)')) as number[];
  printTable(`${manyLinks} links in our panel: tasks of more than 50 ms`, [
    ['', 'tasks', 'longest'],
    ['while they are drawn', ...toLongest(drawing)],
    ['while scrolling through them', ...toLongest(scrolling)],
  ]);
}

const collectLongTasks = `globalThis.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
  .observe({ type: 'longtask' });`;

function toLongest(tasks: readonly number[]): string[] {
  return [String(tasks.length), tasks.length === 0 ? '–' : `${Math.max(...tasks).toFixed(0)} ms`];
}

async function scroll(page: Page): Promise<void> {
  await page.mouse.move(300, 400);
  for (let turn = 0; turn < 120; turn += 1) {
    await page.mouse.wheel(0, turn < 60 ? 300 : -300);
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
}
