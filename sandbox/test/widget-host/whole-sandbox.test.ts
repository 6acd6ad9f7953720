import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createSandbox, type Sandbox } from 'youtrack-sandbox';
import { closeBrowser, launchBrowser } from '../../../test/support/browser.ts';
import { writeZip } from '../../src/apps/write-zip.ts';
import { labWorld } from './support/lab-world.ts';
import { attempt, openWidget } from './support/open-widget.ts';

/** An app as a stranger would write it, after JetBrains' documentation alone. */
const page = `<!doctype html><html><head></head><body><div id="root"></div><script type="module">
  window.host = await YTApp.register();
  document.body.dataset.state = 'ready';
</script></body></html>`;

const entityHandler = `require('@jetbrains/youtrack-scripting-api/entities');
exports.httpHandler = { endpoints: [
  { scope: 'issue', method: 'GET', path: 'who', handle: (ctx) => ctx.response.json({ id: ctx.issue.id, me: ctx.currentUser.login }) },
  { scope: 'article', method: 'GET', path: 'who', handle: (ctx) => ctx.response.json({ id: ctx.article.id }) },
  { scope: 'project', method: 'GET', path: 'who', handle: (ctx) => ctx.response.json({ id: ctx.project.key }) },
  { scope: 'issue', method: 'GET', path: 'boom', handle: () => { throw new Error('секрет'); } },
] };`;

const globalHandler = `require('@jetbrains/youtrack-scripting-api/entities');
exports.httpHandler = { endpoints: [
  { scope: 'user', method: 'GET', path: 'who', handle: (ctx) => ctx.response.json({ id: ctx.user.login }) },
  { scope: 'global', method: 'POST', path: 'echo', handle: (ctx) => ctx.response.json({ said: ctx.request.json(), by: ctx.currentUser.login }) },
] };`;

const points = [
  'ISSUE_BELOW_SUMMARY',
  'ARTICLE_BELOW_SUMMARY',
  'PROJECT_TAB',
  'USER_PROFILE_SETTINGS',
  'MAIN_MENU_ITEM',
];

const manifest = {
  name: 'foreign',
  title: 'Foreign',
  version: '1.0.0',
  widgets: points.map((extensionPoint) => ({
    key: extensionPoint.toLowerCase().replaceAll('_', '-'),
    name: extensionPoint,
    extensionPoint,
    indexPath: 'page/index.html',
  })),
};

let browser: Browser;
let running: Sandbox;

beforeAll(async () => {
  const apps = { foreign: { projects: ['DEMO'] } };
  running = await createSandbox({ port: 0, world: { ...labWorld, apps } });
  const texts = {
    'manifest.json': JSON.stringify(manifest),
    'entity.js': entityHandler,
    'global.js': globalHandler,
    'widgets/page/index.html': page,
  };
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  await running.install(writeZip(files));
  browser = await launchBrowser();
});

afterAll(async () => {
  await closeBrowser(browser);
  await running.close();
});

const open = (path: string, name: string, as = 'jane') =>
  openWidget(browser, `${running.url}${path}${path.includes('?') ? '&' : '?'}as=${as}`, { name });

test.each([
  ['/issue/DEMO-1', 'ISSUE_BELOW_SUMMARY', 'entity/who', { id: 'DEMO-1', me: 'jane' }],
  ['/articles/DEMO-A-1', 'ARTICLE_BELOW_SUMMARY', 'entity/who', { id: 'DEMO-A-1' }],
  ['/projects/DEMO?tab=foreign/project-tab', 'PROJECT_TAB', 'entity/who', { id: 'DEMO' }],
  ['/users/jane?tab=foreign/user-profile-settings', 'USER_PROFILE_SETTINGS', 'global/who', { id: 'jane' }],
])('on %s scope: true reaches the handler with the entity', async (path, name, endpoint, answer) => {
  const { widget } = await open(path, name);
  expect(await attempt(widget, `host.fetchApp('${endpoint}', { scope: true })`)).toEqual(answer);
});

test('a global handler gets what a full page sends', async () => {
  const { widget } = await open('/app/foreign/main-menu-item', 'MAIN_MENU_ITEM');
  const call = `host.fetchApp('global/echo', { method: 'POST', body: { text: 'привет' } })`;
  expect(await attempt(widget, call)).toEqual({ said: { text: 'привет' }, by: 'jane' });
});

test('the REST API answers a widget as the reader', async () => {
  const { widget } = await open('/issue/DEMO-1', 'ISSUE_BELOW_SUMMARY');
  const call = `host.fetchYouTrack('issues/' + YTApp.entity.id, { query: { fields: 'idReadable,summary' } })`;
  expect(await attempt(widget, call)).toMatchObject({ idReadable: 'DEMO-1', summary: 'Печать <b>криво</b>' });
  expect(await attempt(widget, `host.fetchYouTrack('users/me?fields=login')`)).toMatchObject({
    login: 'jane',
  });
});

test('a handler that throws rejects without a word of why', async () => {
  const { widget } = await open('/issue/DEMO-1', 'ISSUE_BELOW_SUMMARY');
  expect(await attempt(widget, `host.fetchApp('entity/boom', { scope: true })`)).toBe(
    'Error: The request failed.',
  );
});

test('ordered faults meet the calls of widgets', async () => {
  const { widget } = await open('/issue/DEMO-1', 'ISSUE_BELOW_SUMMARY');
  const order = JSON.stringify({ calls: 1, status: 503, path: '/foreign/entity/who' });
  await fetch(`${running.url}/api/_sandbox/faults`, { method: 'POST', body: order });
  const call = `host.fetchApp('entity/who', { scope: true })`;
  expect(await attempt(widget, call)).toBe('Error: The request failed.');
  expect(await attempt(widget, call)).toMatchObject({ id: 'DEMO-1' });
});

test('where the app is not attached its widgets are not shown', async () => {
  const headers = { Cookie: 'youtrack-sandbox-user=jane' };
  const attached = await fetch(`${running.url}/issue/DEMO-1`, { headers });
  expect(await attached.text()).toContain('data-frame');
  const elsewhere = await fetch(`${running.url}/issue/OTHER-1`, { headers });
  expect(elsewhere.status).toBe(200);
  expect(await elsewhere.text()).not.toContain('data-frame');
});

test('an app that is removed takes its widgets and files along', async () => {
  const app = '/api/admin/apps/foreign?fields=id';
  const { id } = (await (await running.as('admin').fetch(app)).json()) as { readonly id: string };
  const file = `${running.url}/api/appResources/${id}/widgets/page/index.html`;
  expect((await fetch(file)).status).toBe(200);
  await running.as('admin').fetch(app, { method: 'DELETE' });
  expect((await fetch(file)).status).toBe(404);
  expect((await fetch(`${running.url}/app/foreign/main-menu-item`)).status).toBe(404);
});
