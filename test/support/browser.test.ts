import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { closeBrowser, launchBrowser, openPage } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => closeBrowser(browser));

test('a sandboxed frame without same-origin has no storage, no cookies and no parent document', async () => {
  const { page } = await openPage(browser);
  await page.route('http://widget.test/**', (route) => {
    const body = route.request().url().endsWith('/frame')
      ? '<!doctype html><p>frame</p>'
      : '<!doctype html><iframe sandbox="allow-scripts" src="/frame"></iframe>';
    return route.fulfill({ contentType: 'text/html', body });
  });
  await page.goto('http://widget.test/');
  const frame = page.frames()[1];
  const reach = (expression: string) =>
    frame?.evaluate(
      `(() => { try { return String(${expression}); } catch (error) { return error.name; } })()`,
    );

  expect(await reach('localStorage.length')).toBe('SecurityError');
  expect(await reach('document.cookie')).toBe('SecurityError');
  expect(await reach('parent.document.title')).toBe('SecurityError');
});
