import { afterAll, beforeAll, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { closeBrowser, launchBrowser } from '../../../test/support/browser.ts';
import { createLabApp } from './support/lab-app.ts';
import { openWidget } from './support/open-widget.ts';
import { type RunningHost, startTestHost } from './support/start-host.ts';

let browser: Browser;
let host: RunningHost;

beforeAll(async () => {
  const points = [
    'ISSUE_BELOW_SUMMARY',
    'ISSUE_OPTIONS_MENU_ITEM',
    'PROJECT_TAB',
    'DASHBOARD_WIDGET',
    'MAIN_MENU_ITEM',
  ];
  host = await startTestHost([
    createLabApp({ widgets: points.map((extensionPoint) => ({ extensionPoint })) }),
  ]);
  browser = await launchBrowser();
});

afterAll(async () => {
  await closeBrowser(browser);
  await host.close();
});

test.each(['light', 'dark'])('axe finds nothing wrong with the pages in the %s theme', async (theme) => {
  const { page } = await openWidget(browser, `${host.origin}/issue/DEMO-1?as=jane&theme=${theme}`);
  for (const path of [
    '/issue/DEMO-1',
    '/articles/DEMO-A-1',
    '/projects/DEMO',
    '/users/jane',
    '/dashboard',
    '/',
  ]) {
    await page.goto(host.origin + path);
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate(
      `axe.run({ exclude: ['iframe'] }, { iframes: false })`,
    )) as axe.AxeResults;
    const found = violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html)]);
    expect(found).toEqual([]);
  }
});
