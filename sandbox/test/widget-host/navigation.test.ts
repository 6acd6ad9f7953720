import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { closeBrowser, launchBrowser } from '../../../test/support/browser.ts';
import { createLabApp } from './support/lab-app.ts';
import { openWidget } from './support/open-widget.ts';
import { type RunningHost, startTestHost } from './support/start-host.ts';

let browser: Browser;
let host: RunningHost;

beforeAll(async () => {
  const widgets = [
    { key: 'main', name: 'main', extensionPoint: 'MAIN_MENU_ITEM' },
    { key: 'setup', name: 'setup', extensionPoint: 'ADMINISTRATION_MENU_ITEM' },
  ];
  host = await startTestHost([createLabApp({ widgets })]);
  browser = await launchBrowser();
});

afterAll(async () => {
  await closeBrowser(browser);
  await host.close();
});

const open = (path: string, name = 'main') => openWidget(browser, host.origin + path, { name });

test.each([
  ['/app/lab/main', { pathname: '', search: '', hash: '' }],
  [
    '/app/lab/main/requests/new?type=%D0%B0&x=1#top',
    { pathname: '/requests/new', search: 'type=%D0%B0&x=1', hash: 'top' },
  ],
  ['/app/lab/main?as=jane&locale=ru&theme=dark&own=1', { pathname: '', search: 'own=1', hash: '' }],
  ['/app/lab/main?fail=offline&own=1', { pathname: '', search: 'own=1', hash: '' }],
  ['/app/lab/main/%D0%B4%D0%B0', { pathname: '/да', search: '', hash: '' }],
])('the location of the app in %s', async (path, location) => {
  const { widget } = await open(path);
  expect(await widget.evaluate('host.navigation.getAppLocation()')).toEqual(location);
});

test('an administration page owns its part of the URL too', async () => {
  const { widget } = await open('/admin/app/lab/setup/links?tab=audit#app_pairing=1', 'setup');
  expect(await widget.evaluate('host.navigation.getAppLocation()')).toEqual({
    pathname: '/links',
    search: 'tab=audit',
    hash: 'app_pairing=1',
  });
});

test('an update adds to the history and changes what it names alone', async () => {
  const { page, widget } = await open('/app/lab/main/one?x=1#top');
  await widget.evaluate(`host.navigation.updateAppLocation({ pathname: '/two', search: 'y=да' })`);
  expect(page.url()).toBe(`${host.origin}/app/lab/main/two?y=%D0%B4%D0%B0#top`);
  await page.goBack();
  expect(page.url()).toBe(`${host.origin}/app/lab/main/one?x=1#top`);
});

test('a replacement adds nothing to the history', async () => {
  const { page, widget } = await open('/app/lab/main/one?x=1');
  const length = await page.evaluate('history.length');
  await widget.evaluate(`host.navigation.replaceAppLocation({ search: '' })`);
  expect(page.url()).toBe(`${host.origin}/app/lab/main/one`);
  expect(await page.evaluate('history.length')).toBe(length);
});

test('the widget is told of every change, also of Back and Forward', async () => {
  const { page, widget } = await open('/app/lab/main');
  await widget.evaluate(`host.navigation.updateAppLocation({ pathname: '/two' })`);
  await widget.evaluate(`host.navigation.updateAppLocation({ hash: 'end' })`);
  await page.goBack();
  await page.goForward();
  await widget.waitForFunction('told.length === 4');
  expect(await widget.evaluate('told.map(([name, { pathname, hash }]) => [name, pathname, hash])')).toEqual([
    ['onAppLocationChange', '/two', ''],
    ['onAppLocationChange', '/two', 'end'],
    ['onAppLocationChange', '/two', ''],
    ['onAppLocationChange', '/two', 'end'],
  ]);
});

test('what chooses user, language and theme never stays in the URL', async () => {
  const { page } = await open('/app/lab/main?as=jane&theme=dark');
  expect(page.url()).toBe(`${host.origin}/app/lab/main`);
});
