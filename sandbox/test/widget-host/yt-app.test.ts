import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { closeBrowser, launchBrowser } from '../../../test/support/browser.ts';
import { createLabApp } from './support/lab-app.ts';
import { attempt, openWidget, widgetOn } from './support/open-widget.ts';
import { type RunningHost, startTestHost } from './support/start-host.ts';

let browser: Browser;
let host: RunningHost;

const points = {
  'issue panel': 'ISSUE_FIELD_PANEL_FIRST',
  'issue menu': 'ISSUE_OPTIONS_MENU_ITEM',
  'article panel': 'ARTICLE_BELOW_SUMMARY',
  settings: 'PROJECT_SETTINGS',
  profile: 'USER_PROFILE_SETTINGS',
  card: 'USER_CARD',
  page: 'MAIN_MENU_ITEM',
  tile: 'DASHBOARD_WIDGET',
};

beforeAll(async () => {
  const widgets = Object.entries(points).map(([name, extensionPoint]) => ({
    name,
    key: name.replace(' ', '-'),
    extensionPoint,
  }));
  const text = { name: 'text', key: 'text', extensionPoint: 'MARKDOWN' };
  host = await startTestHost([createLabApp({ widgets: [...widgets, text] })]);
  browser = await launchBrowser();
});

afterAll(async () => {
  await closeBrowser(browser);
  await host.close();
});

const open = (path: string, name: string) => openWidget(browser, `${host.origin}${path}`, { name });

test('YTApp knows the issue, the reader, the language and itself before it registers', async () => {
  const { widget } = await open('/issue/DEMO-1?as=jane&locale=ru', 'issue panel');
  expect(await widget.evaluate('Object.keys(YTApp).sort()')).toEqual([
    'entity',
    'locale',
    'me',
    'register',
    'widget',
  ]);
  expect(await widget.evaluate('YTApp.entity')).toEqual({
    id: 'DEMO-1',
    type: 'ticket',
    idReadable: 'DEMO-1',
    summary: 'Печать <b>криво</b>',
    draft: false,
    isEditing: false,
  });
  expect(await widget.evaluate('YTApp.me')).toEqual({
    id: expect.stringMatching(/^\d+-\d+$/),
    login: 'jane',
    name: 'Jane Roe',
    avatarUrl: expect.any(String),
    userType: { id: 'STANDARD_USER' },
  });
  expect(await widget.evaluate('YTApp.locale')).toBe('ru');
  expect(await widget.evaluate('YTApp.widget')).toEqual({ id: '144-3-1', appId: '144-3' });
});

test.each([
  ['/articles/DEMO-A-1', 'article panel', { type: 'article', idReadable: 'DEMO-A-1', summary: 'Handbook' }],
  [
    '/projects/DEMO?tab=lab%3Asettings',
    'settings',
    { type: 'project', shortName: 'DEMO', key: 'DEMO', name: 'Demo' },
  ],
  ['/users/jane?tab=lab/profile', 'profile', { type: 'user', login: 'jane', name: 'Jane Roe' }],
  ['/users/олег?tab=lab/profile', 'profile', { type: 'user', login: 'олег', name: 'Олег Шишкин' }],
])('on %s the entity of the %s is of its kind', async (path, name, entity) => {
  const { widget } = await open(`${path}${path.includes('?') ? '&' : '?'}as=jane`, name);
  expect(await widget.evaluate('YTApp.entity')).toMatchObject({
    id: expect.stringMatching(/^\d+-\d+$/),
    ...entity,
  });
});

test.each([
  ['/app/lab/page', 'page'],
  ['/dashboard', 'tile'],
])('on %s there is no entity', async (path, name) => {
  const { widget } = await open(`${path}?as=jane`, name);
  expect(await widget.evaluate('YTApp.entity')).toBeNull();
});

test('a widget in text learns the id and the type of the entity, no more', async () => {
  const { widget } = await open('/issue/DEMO-1?as=jane', 'text');
  expect(await widget.evaluate('Object.keys(YTApp.entity)')).toEqual(['id', 'type']);
});

const everywhere = [
  'alert',
  'collapse',
  'enterModalMode',
  'exitModalMode',
  'fetchApp',
  'fetchYouTrack',
  'reportWidgetScroll',
  'reportWidgetSize',
  'storage',
];

test.each([
  ['/issue/DEMO-1', 'issue panel', []],
  ['/app/lab/page', 'page', ['navigation']],
])('on %s the host of the %s has the documented members', async (path, name, more) => {
  const { widget } = await open(`${path}?as=jane`, name);
  expect(await widget.evaluate('Object.keys(host).sort()')).toEqual([...everywhere, ...more].sort());
});

test('storage and navigation have the documented methods', async () => {
  const { widget } = await open('/app/lab/page?as=jane', 'page');
  expect(await widget.evaluate('Object.keys(host.storage).sort()')).toEqual([
    'clear',
    'getItem',
    'getKeys',
    'removeItem',
    'setItem',
  ]);
  expect(await widget.evaluate('Object.keys(host.navigation).sort()')).toEqual([
    'getAppLocation',
    'replaceAppLocation',
    'updateAppLocation',
  ]);
});

test('a dashboard widget can set its title, keep its configuration and say what is wrong', async () => {
  const { page, widget } = await open('/dashboard?as=jane', 'tile');
  await widget.evaluate(`host.setTitle('Плитка', 'https://example.com/')`);
  await page.getByRole('link', { name: 'Плитка' }).waitFor();
  await widget.evaluate(`host.setError(new Error('Сломалось'))`);
  await page.getByText('Сломалось').waitFor();
  await widget.evaluate('host.clearError()');
  await page.getByText('Сломалось').waitFor({ state: 'detached' });
  expect(await widget.evaluate('host.readConfig()')).toBeNull();
  await widget.evaluate('host.storeConfig({ query: "мои" })');
  await page.reload();
  expect(await (await widgetOn(page, 'tile')).evaluate('host.readConfig()')).toEqual({ query: 'мои' });
});

test('the buttons of a dashboard widget call what it registered', async () => {
  const { page, widget } = await open('/dashboard?as=jane', 'tile');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(widget.waitForFunction('told.length === 2')).resolves.toBeTruthy();
  expect(await widget.evaluate('told')).toEqual([['onRefresh'], ['onConfigure']]);
});

test('a menu item opens its widget in a dialog, and the widget can close it', async () => {
  const { page } = await open('/issue/DEMO-1?as=jane', 'issue panel');
  await page.locator('.options summary').click();
  await page.getByRole('button', { name: 'issue menu' }).click();
  const dialog = page.getByRole('dialog', { name: 'issue menu' });
  await dialog.waitFor();
  const widget = await widgetOn(page, 'issue menu');
  expect(await widget.evaluate('YTApp.entity.idReadable')).toBe('DEMO-1');
  await attempt(widget, 'host.closeWidget()').catch(() => undefined);
  await dialog.waitFor({ state: 'detached' });
});

test('the card of a user comes up with its widgets while the pointer is on the name', async () => {
  const { page } = await open('/issue/DEMO-1?as=jane', 'issue panel');
  await page.locator('a[data-user-card]').first().hover();
  const widget = await widgetOn(page, 'card');
  expect(await widget.evaluate('YTApp.entity')).toMatchObject({ type: 'user', login: 'jane' });
  await page.keyboard.press('Escape');
  await page.locator('.user-card').waitFor({ state: 'detached' });
});

test('alerts of a widget are shown on the page as text', async () => {
  const { page, widget } = await open('/issue/DEMO-1?as=jane', 'issue panel');
  await widget.evaluate(`host.alert('<b>Готово</b>', 'success')`);
  expect(await page.locator('.alert-success').textContent()).toContain('<b>Готово</b>');
});

test('a widget that reloads itself finds its host again', async () => {
  const { page, widget } = await open('/issue/DEMO-1?as=jane', 'issue panel');
  await widget.evaluate('void setTimeout(() => location.reload(), 0)');
  await page.waitForResponse(/index\.html/);
  const again = await widgetOn(page, 'issue panel');
  expect(await attempt(again, `host.fetchYouTrack('users/me')`)).toMatchObject({ path: '/api/users/me' });
});
