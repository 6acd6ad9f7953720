import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { closeBrowser, launchBrowser, openPage } from '../../../test/support/browser.ts';
import { type Received, section, startWorld } from './fake-world.ts';

const axeSource = readFileSync(join(__dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8');
const links = ['DEMO-1', 'DEMO-2', 'DEMO-3', 'DEMO-404'].map((key) => ({
  issue: 'TEST-1',
  application: 'com.example.youtrack',
  key,
}));

let browser: Browser;
let server: ServerType;
let world: ReturnType<typeof startWorld>;
let origin: string;

beforeAll(async () => {
  browser = await launchBrowser();
  world = startWorld(answer, { config: { ...section(), links } });
  server = createAdaptorServer({ fetch: world.app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await closeBrowser(browser);
  if ('closeAllConnections' in server) server.closeAllConnections();
  server.close();
});

/** Objects in every state that a page can show. */
function answer({ method, url }: Received): Response {
  if (method !== 'GET') return Response.json({});
  const key = new URL(url).searchParams.get('key') ?? '';
  if (key === 'DEMO-404') return Response.json({ error_description: 'Нет такого объекта.' }, { status: 404 });
  if (key === 'DEMO-3') return Response.json({ key, summary: 'Неверная дата', updated: '2026-01-01' });
  const resolution = key === 'DEMO-2' ? { resolution: { name: 'Fixed' } } : {};
  return Response.json({
    key,
    summary: 'Отчёт_с_очень_длинным_словом_без_единого_пробела_в_названии не открывается',
    status: { name: 'Open', description: 'Ждёт разбора' },
    assignee: { login: 'irina' },
    updated: '2026-01-10T08:09:10.000+0000',
    deadline: '2026-01-12T00:00:00.000+0000',
    ...resolution,
  });
}

async function open(
  path: string,
  options: BrowserContextOptions,
): Promise<{ page: Page; problems: readonly string[] }> {
  const opened = await openPage(browser, options);
  await opened.page.goto(origin + path);
  return opened;
}

async function findAxeViolations(page: Page): Promise<unknown> {
  // Through evaluate, since the page's content security policy lets no script in.
  return await page.evaluate(
    `${axeSource}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`,
  );
}

const looks = [
  { colorScheme: 'light', locale: 'en-GB', viewport: { width: 1000, height: 800 } },
  { colorScheme: 'dark', locale: 'ru-RU', viewport: { width: 1000, height: 800 } },
  { colorScheme: 'light', locale: 'ru-RU', viewport: { width: 320, height: 640 } },
  { colorScheme: 'dark', locale: 'en-GB', viewport: { width: 320, height: 640 } },
] as const;

test.each(looks)(
  'the pages are accessible and fit the window: $colorScheme $locale $viewport.width px',
  async (look) => {
    for (const path of ['/', '/TEST-1', '/TEST-2', '/NONE-1']) {
      const { page } = await open(path, look);
      for (const details of await page.locator('details').all()) await details.locator('summary').click();
      expect(await findAxeViolations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  },
);

test('a link is added with the keyboard and removed again, and reloading repeats nothing', async () => {
  const { page, problems } = await open('/TEST-2', { locale: 'en-GB' });
  const before = world.received.length;
  await page.getByLabel('Object key').fill('DEMO-1');
  await page.keyboard.press('Enter');
  await page.getByText('The application has been told (DEMO-1).').waitFor();
  await page.reload();
  expect(await page.getByRole('link', { name: 'DEMO-1' }).getAttribute('href')).toBe(
    'http://youtrack.test/issue/DEMO-1',
  );
  await page.getByRole('button', { name: 'Remove: DEMO-1' }).click();
  await page.getByText('This issue has no external links yet.').waitFor();
  const changes = world.received.slice(before).filter(({ method }) => method !== 'GET');
  expect(changes.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  expect(problems).toEqual([]);
  await page.context().close();
});
