import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { closeBrowser, launchBrowser } from '../../../test/support/browser.ts';
import { createLabApp } from './support/lab-app.ts';
import { attempt, openWidget, widgetOn } from './support/open-widget.ts';
import { type RunningHost, startTestHost } from './support/start-host.ts';

let browser: Browser;
let host: RunningHost;

beforeAll(async () => {
  const below = { extensionPoint: 'ISSUE_BELOW_SUMMARY' };
  host = await startTestHost([
    createLabApp({ widgets: [below, { ...below, name: 'sibling' }] }),
    createLabApp({ name: 'stranger', widgets: [{ ...below, name: 'stranger' }] }),
  ]);
  browser = await launchBrowser();
});

afterAll(async () => {
  await closeBrowser(browser);
  await host.close();
});

const open = () => openWidget(browser, `${host.origin}/issue/DEMO-1?as=jane`);

test('what is stored can be read, listed, removed and cleared', async () => {
  const { widget } = await open();
  const steps = `(async ({ storage }) => {
    await storage.setItem('b', 'два');
    await storage.setItem('a', '1');
    const read = [await storage.getItem('b'), await storage.getItem('nothing'), (await storage.getKeys()).sort()];
    await storage.removeItem('b');
    await storage.removeItem('nothing');
    const left = await storage.getKeys();
    await storage.clear();
    return [...read, left, await storage.getKeys()];
  })(host)`;
  expect(await attempt(widget, steps)).toEqual(['два', null, ['a', 'b'], ['a'], []]);
});

test('all widgets of an app share it, no other app sees it, and a reload keeps it', async () => {
  const { page, widget } = await open();
  await widget.evaluate(`host.storage.setItem('tab', 'links')`);
  expect(await (await widgetOn(page, 'sibling')).evaluate(`host.storage.getItem('tab')`)).toBe('links');
  expect(await (await widgetOn(page, 'stranger')).evaluate('host.storage.getKeys()')).toEqual([]);
  await page.reload();
  expect(await (await widgetOn(page, 'Widget 0')).evaluate(`host.storage.getItem('tab')`)).toBe('links');
});

test.each(['getItem', 'setItem', 'removeItem'])('%s refuses a reserved key', async (method) => {
  const { widget } = await open();
  expect(await attempt(widget, `host.storage.${method}('__meta:x', 'y')`)).toMatch(/^InvalidAccessError: /);
});

test('one megabyte of keys and values, counted in bytes, is the limit', async () => {
  const { widget } = await open();
  const store = (key: string, length: string) =>
    attempt(widget, `host.storage.setItem('${key}', 'я'.repeat(${length}))`);
  expect(await store('k', '(1048576 - 2) / 2')).toBeUndefined();
  expect(await store('m', '1')).toMatch(/^QuotaExceededError: /);
  expect(await store('k', '1048576 / 2')).toMatch(/^QuotaExceededError: /);
  expect(await attempt(widget, `host.storage.getItem('k').then((text) => text.length)`)).toBe(524_287);
  expect(await store('k', '10')).toBeUndefined();
  expect(await store('m', '1')).toBeUndefined();
});
