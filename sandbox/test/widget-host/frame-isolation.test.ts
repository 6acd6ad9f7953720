import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { closeBrowser, launchBrowser } from '../../../test/support/browser.ts';
import { createLabApp } from './support/lab-app.ts';
import { attempt, openWidget } from './support/open-widget.ts';
import { type RunningHost, startTestHost } from './support/start-host.ts';

let browser: Browser;
let host: RunningHost;

beforeAll(async () => {
  host = await startTestHost([
    createLabApp({
      widgets: [{ extensionPoint: 'ISSUE_BELOW_SUMMARY', indexPath: 'lab/index.html?mode=a' }],
    }),
  ]);
  browser = await launchBrowser();
});

afterAll(async () => {
  await closeBrowser(browser);
  await host.close();
});

const url = () => `${host.origin}/issue/DEMO-1?as=jane`;

test('a widget has no storage, no cookies and no way to the page around it', async () => {
  const { widget, page } = await openWidget(browser, url());
  expect(await attempt(widget, 'localStorage.length')).toMatch(/^SecurityError/);
  expect(await attempt(widget, 'sessionStorage.length')).toMatch(/^SecurityError/);
  expect(await attempt(widget, 'document.cookie')).toMatch(/^SecurityError/);
  expect(await attempt(widget, 'indexedDB.open("x")')).toMatch(/^SecurityError/);
  expect(await attempt(widget, 'parent.document.title')).toMatch(/^SecurityError/);
  expect(await attempt(widget, 'parent.localStorage')).toMatch(/^SecurityError/);
  expect(await widget.evaluate('origin')).toBe('null');
  expect(await page.locator('iframe').getAttribute('sandbox')).not.toContain('allow-same-origin');
});

test('a widget cannot read the API behind the back of the page', async () => {
  const { widget } = await openWidget(browser, url());
  expect(await attempt(widget, `fetch('/api/users/me')`)).toMatch(/^TypeError/);
});

test('nothing of the style of the page reaches a widget', async () => {
  const { widget } = await openWidget(browser, url());
  expect(await widget.evaluate('document.styleSheets.length')).toBe(0);
});

test('the token of the reader is nowhere in the widget', async () => {
  const { widget } = await openWidget(browser, url());
  const everything =
    'document.documentElement.outerHTML + JSON.stringify(YTApp) + name + location.href + document.referrer';
  expect(await widget.evaluate(everything)).not.toContain('perm:');
});

test('modules and the query of the manifest work as on a server', async () => {
  const { widget, problems } = await openWidget(browser, url());
  expect(await widget.evaluate('location.pathname + location.search')).toBe(
    '/api/appResources/144-3/widgets/lab/index.html?mode=a',
  );
  expect(await widget.evaluate('document.compatMode')).toBe('CSS1Compat');
  expect(problems).toEqual([]);
});

test("a widget's page opened by itself has no YTApp and no storage either", async () => {
  const { page } = await openWidget(browser, url());
  await page.goto(`${host.origin}/api/appResources/144-3/widgets/lab/index.html`);
  expect(await page.evaluate('typeof YTApp')).toBe('undefined');
  expect(
    await page.evaluate('(() => { try { return localStorage.length; } catch (e) { return e.name; } })()'),
  ).toBe('SecurityError');
});
