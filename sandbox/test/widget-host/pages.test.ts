import { beforeAll, expect, test } from '@jest/globals';
import type { Hono } from 'hono';
import { createLabApp } from './support/lab-app.ts';
import { createTestHost } from './support/start-host.ts';

let host: Hono;

beforeAll(async () => {
  const widgets = [
    { key: 'text', extensionPoint: 'MARKDOWN', name: 'in text' },
    { key: 'main', extensionPoint: 'MAIN_MENU_ITEM', name: 'Main' },
    { key: 'bare', extensionPoint: 'MAIN_MENU_ITEM', name: 'Bare', showHeader: false },
    {
      key: 'setup',
      extensionPoint: 'ADMINISTRATION_MENU_ITEM',
      name: 'Setup',
      permissions: ['ADMIN_UPDATE_APP'],
    },
    { key: 'tab', extensionPoint: 'PROJECT_TAB', name: 'Tab' },
    {
      key: 'channel',
      extensionPoint: 'HELPDESK_CHANNEL',
      name: 'Channel',
      description: 'x',
      iconPath: 'lab/icon.svg',
    },
  ];
  ({ app: host } = await createTestHost([createLabApp({ widgets })]));
});

async function look(path: string, login = 'jane', cookies = ''): Promise<{ status: number; page: string }> {
  const headers = { Cookie: `youtrack-sandbox-user=${encodeURIComponent(login)}; ${cookies}` };
  const response = await host.request(path, { headers });
  return { status: response.status, page: await response.text() };
}

test('an issue is shown plainly: key, summary, text, fields, links, comments', async () => {
  const { status, page } = await look('/issue/DEMO-1');
  expect(status).toBe(200);
  const shown = page
    .replaceAll(/data-frame="[^"]*"/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  for (const text of [
    'DEMO-1',
    'Первый абзац вторая строка',
    'State Open',
    'Assignee Jane Roe',
    'Parts Press, Ink',
  ])
    expect(shown).toContain(text);
  for (const text of ['Due Date 2026-01-01', 'Effort 1w 2h', 'parent for DEMO-2 Done thing', 'Смотрю'])
    expect(shown).toContain(text);
});

test('what people wrote is text, never markup', async () => {
  const { page } = await look('/issue/DEMO-1');
  expect(page).toContain('<h1>Печать &lt;b&gt;криво&lt;/b&gt;</h1>');
  expect(page).toContain('&lt;/script&gt;&lt;i&gt;x&lt;/i&gt;');
  expect(page).not.toContain('<b>криво');
});

test.each(['/issue/OLD-7', '/issue/demo-1', '/issue/DEMO-1/pechat-krivo'])(
  '%s leads to the issue',
  async (path) => {
    expect((await look(path)).page).toContain('<title>DEMO-1 ');
  },
);

test.each([
  ['/projects/DEMO/issues/DEMO-1', '/issue/DEMO-1'],
  ['/projects/DEMO/articles/DEMO-A-1/Handbook', '/articles/DEMO-A-1'],
])('%s goes on to %s', async (path, location) => {
  expect((await host.request(path)).headers.get('Location')).toBe(location);
});

test.each([
  ['/issue/DEMO-99', 'jane'],
  ['/issue/DEMO-1', 'guest'],
  ['/articles/DEMO-A-1', 'guest'],
  ['/articles/DEMO-A-9', 'jane'],
  ['/projects/DEMO', 'guest'],
  ['/projects/NONE', 'jane'],
  ['/users/jane', 'guest'],
  ['/users/nobody', 'jane'],
  ['/app/lab/nothing', 'jane'],
  ['/app/lab/setup', 'admin'],
  ['/app/other/main', 'jane'],
  ['/admin/app/lab/setup', 'jane'],
])('%s for %s: what is not there and what may not be seen look the same', async (path, login) => {
  const { status, page } = await look(path, login);
  expect(status).toBe(404);
  expect(page).toContain('There is nothing here');
});

test('an article shows its place in the tree', async () => {
  expect((await look('/articles/DEMO-A-1')).page).toContain('href="/articles/DEMO-A-2"');
  expect((await look('/articles/DEMO-A-2')).page).toContain('href="/articles/DEMO-A-1"');
});

test('a project lists what the reader may see of it and has a tab for each widget', async () => {
  const { page } = await look('/projects/demo');
  expect(page).toContain('href="/issue/DEMO-2"');
  expect(page).toContain('href="?tab=lab%2Ftab"');
  expect(page).not.toContain('data-frame');
  expect((await look('/projects/DEMO?tab=lab/tab')).page).toContain('data-point="PROJECT_TAB"');
  expect((await look('/projects/DEMO?tab=lab/channel')).page).toContain(
    'YouTrack offers this channel in helpdesk',
  );
});

test('a full page has its name above it unless the manifest says otherwise', async () => {
  expect((await look('/app/lab/main')).page).toContain('<h1 class="page-title">Main</h1>');
  expect((await look('/app/lab/main/deep/down')).status).toBe(200);
  expect((await look('/app/lab/bare')).page).not.toContain('page-title');
  expect((await look('/app/lab/mainly')).status).toBe(404);
});

test('the menu offers full pages to those who see them', async () => {
  expect((await look('/')).page).not.toContain('Setup');
  expect((await look('/', 'admin')).page).toContain('href="/admin/app/lab/setup"');
});

test('a URL chooses user, language and theme once, and goes on without them', async () => {
  const response = await host.request('/issue/DEMO-1?as=jane&x=1&locale=ru&theme=dark');
  expect(response.status).toBe(303);
  expect(response.headers.get('Location')).toBe('/issue/DEMO-1?x=1');
  const cookies = response.headers.getSetCookie();
  expect(cookies).toHaveLength(3);
  for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('a choice that does not exist is left to the app', async () => {
  const response = await host.request('/app/lab/main?locale=de&theme=neon');
  expect(response.status).toBe(200);
});

test('the pages speak the language and wear the theme of the reader', async () => {
  const { page } = await look(
    '/issue/DEMO-1',
    'jane',
    'youtrack-sandbox-locale=ru; youtrack-sandbox-theme=dark',
  );
  expect(page).toContain('<html lang="ru" data-theme="dark">');
  expect(page).toContain('Комментарии');
});

test('somebody who is gone is the guest', async () => {
  expect((await look('/', 'nobody')).page).toContain('"login":"guest","token":null');
});

test('the page hands the token to its script alone', async () => {
  const { page } = await look('/issue/DEMO-1');
  expect(page.match(/perm:jane/g)).toHaveLength(1);
  expect(page).toMatch(/id="page-state">[^<]*perm:jane/);
});

test('the card of a user is a piece of a page', async () => {
  expect((await look('/_host/user-card/jane')).page).toMatch(/^<h2>Jane Roe<\/h2>/);
  expect((await look('/_host/user-card/jane', 'guest')).status).toBe(404);
});
