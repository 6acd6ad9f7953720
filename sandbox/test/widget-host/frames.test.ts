import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { closeBrowser, launchBrowser } from '../../../test/support/browser.ts';
import { createLabApp } from './support/lab-app.ts';
import { openWidget, widgetOn } from './support/open-widget.ts';
import { type RunningHost, startTestHost } from './support/start-host.ts';

let browser: Browser;
let host: RunningHost;

beforeAll(async () => {
  const widgets = [
    { name: 'panel', extensionPoint: 'ISSUE_BELOW_SUMMARY' },
    {
      name: 'menu',
      extensionPoint: 'ISSUE_OPTIONS_MENU_ITEM',
      expectedDimensions: { width: 400, height: 300 },
    },
    { key: 'text', name: 'text', extensionPoint: 'MARKDOWN' },
    { key: 'page', name: 'page', extensionPoint: 'MAIN_MENU_ITEM' },
    { key: 'low', name: 'low', extensionPoint: 'MAIN_MENU_ITEM', expectedDimensions: { height: '200' } },
  ];
  host = await startTestHost([createLabApp({ widgets })]);
  browser = await launchBrowser();
});

afterAll(async () => {
  await closeBrowser(browser);
  await host.close();
});

const issueUrl = (choice = '') => `${host.origin}/issue/DEMO-1?as=jane${choice}`;

async function heightOf(page: Page, name: string): Promise<number> {
  const box = await page.locator(`iframe[title="${name}"]`).boundingBox();
  return Math.round(box?.height ?? 0);
}

async function grown(page: Page, name: string, height: number): Promise<void> {
  await page.waitForFunction(
    ([title, wanted]) => document.querySelector(`iframe[title="${title}"]`)?.clientHeight === wanted,
    [name, height] as const,
  );
}

test('a frame is as high as its content and follows it', async () => {
  const { page, widget } = await openWidget(browser, issueUrl(), { name: 'panel' });
  await widget.evaluate(`document.body.style.height = '333px'`);
  await grown(page, 'panel', 333);
  await widget.evaluate(`document.body.style.height = '40px'`);
  await grown(page, 'panel', 40);
});

test('a size that the widget reports wins over that of its content', async () => {
  const { page, widget } = await openWidget(browser, issueUrl(), { name: 'panel' });
  await widget.evaluate('host.reportWidgetSize({ width: 100, height: 150 })');
  await widget.evaluate(`document.body.style.height = '333px'`);
  await widget.evaluate('host.storage.getKeys()');
  expect(await heightOf(page, 'panel')).toBe(150);
});

test('a widget in text keeps the size written in the text', async () => {
  const { page, widget } = await openWidget(browser, issueUrl(), { name: 'text' });
  await widget.evaluate('host.reportWidgetSize({ width: 100, height: 150 })');
  expect(await heightOf(page, 'text')).toBe(68);
});

test('a dialog has the dimensions that the manifest expects until the content is there', async () => {
  const { page } = await openWidget(browser, issueUrl(), { name: 'panel' });
  await page.locator('.options summary').click();
  await page.getByRole('button', { name: 'menu' }).click();
  await widgetOn(page, 'menu');
  const style = await page.locator('iframe[title="menu"]').getAttribute('style');
  expect(style).toContain('width: 400px');
});

test('a page fills what is left of the window and grows with its content', async () => {
  const { page, widget } = await openWidget(browser, `${host.origin}/app/lab/page?as=jane`, { name: 'page' });
  expect(await heightOf(page, 'page')).toBeGreaterThan(500);
  await widget.evaluate(`document.body.style.height = '2000px'`);
  await grown(page, 'page', 2000);
});

test('a page whose manifest expects a height does not fill the window', async () => {
  const { page, widget } = await openWidget(browser, `${host.origin}/app/lab/low?as=jane`, { name: 'low' });
  await widget.evaluate(`document.body.style.height = '120px'`);
  await grown(page, 'low', 120);
});

test('a widget can send the page elsewhere after a click', async () => {
  const { page, widget } = await openWidget(browser, issueUrl(), { name: 'panel' });
  expect(await widget.evaluate('document.referrer')).toBe(`${host.origin}/issue/DEMO-1`);
  const leave = `parent.location.href = document.referrer + '?left'`;
  await widget.evaluate(`void (document.body.onclick = () => { ${leave}; })`);
  await widget.locator('body').click();
  await page.waitForURL(/\?left$/);
});

test('in modal mode the frame lies over the dimmed page, until the widget or a click beside it ends that', async () => {
  const { page, widget } = await openWidget(browser, issueUrl(), { name: 'panel' });
  await widget.evaluate(`document.body.style.height = '333px'`);
  await grown(page, 'panel', 333);
  await widget.evaluate('host.enterModalMode()');
  await page.locator('iframe.widget-modal').waitFor();
  await widget.evaluate('host.exitModalMode()');
  await page.locator('.backdrop').waitFor({ state: 'detached' });
  await widget.evaluate('host.enterModalMode()');
  await page.locator('.backdrop').click({ position: { x: 5, y: 5 } });
  await page.locator('iframe.widget-modal').waitFor({ state: 'detached' });
  await grown(page, 'panel', 333);
});

test.each([
  ['&theme=dark', 'light', true],
  ['&theme=light', 'dark', false],
  ['&theme=system', 'dark', true],
  ['&theme=system', 'light', false],
] as const)(
  'with %s and a system that prefers %s dark is %s in the widget',
  async (choice, colorScheme, isDark) => {
    const { widget } = await openWidget(browser, issueUrl(choice), { name: 'panel', colorScheme });
    const classes =
      '[document.documentElement, document.body].map(({ classList }) => classList.contains("ring-ui-theme-dark"))';
    expect(await widget.evaluate(classes)).toEqual([isDark, isDark]);
  },
);

test('a change of the theme reaches the widget at once', async () => {
  const { page, widget } = await openWidget(browser, issueUrl('&theme=system'), {
    name: 'panel',
    colorScheme: 'light',
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await widget.waitForFunction('document.querySelector(".ring-ui-theme-dark") !== null');
  await page.emulateMedia({ colorScheme: 'light' });
  await widget.waitForFunction('document.querySelector(".ring-ui-theme-dark") === null');
});

test('the ground of the page shines through a widget without a ground of its own', async () => {
  const { page } = await openWidget(browser, issueUrl('&theme=dark'), { name: 'panel' });
  const picture = await page.locator('iframe[title="panel"]').screenshot();
  const isDark = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas').getContext('2d');
    canvas?.drawImage(image, -image.width + 1, 0);
    return (canvas?.getImageData(0, 0, 1, 1).data[0] ?? 255) < 64;
  }, picture.toString('base64'));
  expect(isDark).toBe(true);
});

test('choosing another user, language or theme in the header takes effect at once', async () => {
  const { page } = await openWidget(browser, issueUrl(), { name: 'panel' });
  await page.getByLabel('Language').selectOption('ru');
  await page.getByRole('heading', { name: 'Комментарии' }).waitFor();
  expect(await (await widgetOn(page, 'panel')).evaluate('YTApp.locale')).toBe('ru');
  await page.getByLabel('Смотреть как').selectOption('admin');
  await page.waitForLoadState();
  expect(await (await widgetOn(page, 'panel')).evaluate('YTApp.me.login')).toBe('admin');
});

test('at 320 px no page is wider than the window', async () => {
  const viewport = { width: 320, height: 640 };
  const { page } = await openWidget(browser, issueUrl(), { name: 'panel', viewport });
  for (const path of [
    '/issue/DEMO-1',
    '/articles/DEMO-A-1',
    '/projects/DEMO',
    '/users/jane',
    '/dashboard',
    '/',
  ]) {
    await page.goto(host.origin + path);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  }
});
