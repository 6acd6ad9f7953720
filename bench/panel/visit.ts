import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openPage } from '../../test/support/browser.ts';
import { type Contestant, toIssue } from './contestants.ts';

const said = 'shown after ';

/**
 * Opens a contestant's page with cold caches.
 * @returns milliseconds from the navigation of the widget's frame to the end of the frame in which its first row was painted, taken in
 * the page itself; nobody asks the page meanwhile
 */
export async function timeRows(browser: Browser, url: string, contestant: Contestant): Promise<number> {
  const { page } = await openPage(browser);
  await page.addInitScript({ content: stampFirstRow(contestant.row) });
  const stamp = page.waitForEvent('console', (message) => message.text().startsWith(said));
  await visit(page, url, contestant);
  const shown = (await stamp).text();
  await page.context().close();
  return Number(shown.slice(said.length));
}

/** Runs in every frame: notes when a row was first there for a painted frame. */
function stampFirstRow(row: string): string {
  return `if (top !== self) new MutationObserver((_, observer) => {
    if (!document.querySelector(${JSON.stringify(row)})) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => console.debug(${JSON.stringify(said)} + performance.now());
      port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true });`;
}

/** Bytes of a widget's own files, compressed. */
export interface Weight {
  readonly script: number;
  readonly style: number;
  /** All of them, its page included, with what the host puts into it. */
  readonly all: number;
}

/** Weighs what a contestant loads until its rows are there and nothing more is asked for. */
export async function weigh(browser: Browser, url: string, contestant: Contestant): Promise<Weight> {
  const { page } = await openPage(browser);
  const files: Promise<{ readonly type: string; readonly bytes: number }>[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/api/appResources/')) return;
    const type = response.request().resourceType();
    files.push(response.body().then((body) => ({ type, bytes: gzipSync(body, { level: 9 }).length })));
  });
  await visit(page, url, contestant);
  await page.frameLocator('iframe').locator(contestant.row).first().waitFor();
  await page.waitForLoadState('networkidle');
  const loaded = await Promise.all(files);
  await page.context().close();
  const sum = (type?: string) =>
    loaded.reduce((bytes, file) => bytes + (type === undefined || file.type === type ? file.bytes : 0), 0);
  return { script: sum('script'), style: sum('stylesheet'), all: sum() };
}

export async function visit(page: Page, url: string, contestant: Contestant): Promise<void> {
  await page.goto(`${url}/issue/${toIssue(contestant)}?as=jane`);
}
