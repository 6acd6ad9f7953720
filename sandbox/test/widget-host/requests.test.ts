import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { closeBrowser, launchBrowser } from '../../../test/support/browser.ts';
import { createLabApp } from './support/lab-app.ts';
import { attempt, openWidget, widgetOn } from './support/open-widget.ts';
import { type RunningHost, startTestHost } from './support/start-host.ts';

let browser: Browser;
let host: RunningHost;

beforeAll(async () => {
  const points = [
    'ISSUE_BELOW_SUMMARY',
    'ARTICLE_BELOW_SUMMARY',
    'PROJECT_TAB',
    'USER_PROFILE_SETTINGS',
    'MAIN_MENU_ITEM',
  ];
  const widgets = points.map((extensionPoint) => ({ name: extensionPoint, extensionPoint }));
  host = await startTestHost([createLabApp({ widgets })]);
  browser = await launchBrowser();
});

afterAll(async () => {
  await closeBrowser(browser);
  await host.close();
});

beforeEach(() => {
  host.calls.length = 0;
});

const pages = {
  issue: ['/issue/DEMO-1', 'ISSUE_BELOW_SUMMARY'],
  article: ['/articles/DEMO-A-1', 'ARTICLE_BELOW_SUMMARY'],
  project: ['/projects/DEMO?tab=lab/widget-2', 'PROJECT_TAB'],
  user: ['/users/jane?tab=lab/widget-3', 'USER_PROFILE_SETTINGS'],
  menu: ['/app/lab/widget-4', 'MAIN_MENU_ITEM'],
} as const;

function open(kind: keyof typeof pages, choice = 'as=jane') {
  const [path, name] = pages[kind];
  return openWidget(browser, `${host.origin}${path}${path.includes('?') ? '&' : '?'}${choice}`, { name });
}

test.each([
  ['issue', /^\/api\/issues\/\d+-\d+\/extensionEndpoints\/lab\/backend\/demo$/],
  ['article', /^\/api\/articles\/\d+-\d+\/extensionEndpoints\/lab\/backend\/demo$/],
  ['project', /^\/api\/admin\/projects\/\d+-\d+\/extensionEndpoints\/lab\/backend\/demo$/],
  ['user', /^\/api\/users\/\d+-\d+\/extensionEndpoints\/lab\/backend\/demo$/],
] as const)('fetchApp with scope goes to the %s', async (kind, path) => {
  const { widget } = await open(kind);
  expect(await attempt(widget, `host.fetchApp('backend/demo', { scope: true })`)).toMatchObject({
    method: 'GET',
    path: expect.stringMatching(path),
    authorization: 'Bearer perm:jane',
  });
});

test('fetchApp without scope goes to the global handler of its own app', async () => {
  const { widget } = await open('issue');
  expect(await attempt(widget, `host.fetchApp('/backend/demo', {})`)).toMatchObject({
    path: '/api/extensionEndpoints/lab/backend/demo',
  });
});

test('fetchApp with scope where there is no entity says so', async () => {
  const { widget } = await open('menu');
  expect(await attempt(widget, `host.fetchApp('backend/demo', { scope: true })`)).toMatch(/has no entity/);
});

test('fetchApp without its second argument fails as on a server, and nothing is sent', async () => {
  const { widget } = await open('issue');
  expect(await attempt(widget, `host.fetchApp('backend/demo')`)).toBe(
    "TypeError: Cannot read properties of undefined (reading 'scope')",
  );
  expect(host.calls).toEqual([]);
});

test('the query joins that of the URL; null and undefined are left out', async () => {
  const { widget } = await open('issue');
  const query = `{ key: 'а б&c', count: 20, filter: true, none: null, nothing: undefined, list: [1, 2] }`;
  expect(await attempt(widget, `host.fetchApp('backend/demo?first=1', { query: ${query} })`)).toMatchObject({
    path: '/api/extensionEndpoints/lab/backend/demo?first=1&key=%D0%B0+%D0%B1%26c&count=20&filter=true&list=1%2C2',
  });
});

test('the body is sent as JSON, and the method in any letter case', async () => {
  const { widget } = await open('issue');
  expect(
    await attempt(widget, `host.fetchApp('backend/demo', { method: 'post', body: { text: 'да' } })`),
  ).toMatchObject({
    method: 'POST',
    body: '{"text":"да"}',
  });
});

test('headers and a raw body go through as they are', async () => {
  const { widget } = await open('issue');
  const request = `{ method: 'POST', body: 'как есть', sendRawBody: true, headers: { 'Content-Type': 'text/plain' } }`;
  expect(await attempt(widget, `host.fetchApp('backend/demo', ${request})`)).toMatchObject({
    body: 'как есть',
  });
});

test('text that is no JSON arrives as {data}, an empty answer as empty data', async () => {
  const { widget } = await open('issue');
  expect(await attempt(widget, `host.fetchApp('backend/demo?text=hi', {})`)).toEqual({ data: 'hi' });
  expect(await attempt(widget, `host.fetchApp('backend/demo?status=204', {})`)).toEqual({ data: '' });
});

test.each([400, 403, 404, 409, 500])(
  'an answer %i rejects with an error that tells neither status nor body',
  async (status) => {
    const { widget } = await open('issue');
    const failed = `host.fetchApp('backend/demo?status=${status}', {}).catch((error) => [Object.keys(error), String(error)])`;
    expect(await attempt(widget, failed)).toEqual([[], 'Error: The request failed.']);
  },
);

test('the guest asks without a token', async () => {
  const { widget } = await open('menu', 'as=guest');
  expect(await attempt(widget, `host.fetchYouTrack('users/me', { query: { fields: 'login' } })`)).toEqual({
    method: 'GET',
    path: '/api/users/me?fields=login',
    body: '',
  });
});

test('fetchYouTrack needs no second argument and reaches nothing outside the REST API', async () => {
  const { widget } = await open('issue');
  expect(await attempt(widget, `host.fetchYouTrack('users/me')`)).toMatchObject({ path: '/api/users/me' });
  expect(await attempt(widget, `host.fetchYouTrack('../issue/DEMO-1')`)).toMatch(/Only URLs below \/api/);
  expect(await attempt(widget, `host.fetchYouTrack('//example.com/')`)).toMatchObject({
    path: '/api/example.com/',
  });
});

test('a change over fetchYouTrack is asked about once for user, app and kind of request', async () => {
  const { page, widget } = await open('issue');
  const change = `host.fetchYouTrack('issues/DEMO-1', { method: 'POST', body: { summary: 'новое' } })`;
  const first = attempt(widget, change);
  await page.getByText('The app “The lab” wants to send POST /api/issues on your behalf.').waitFor();
  expect(host.calls).toEqual([]);
  await page.getByRole('button', { name: 'Allow' }).click();
  expect(await first).toMatchObject({ method: 'POST', body: '{"summary":"новое"}' });
  expect(await attempt(widget, change)).toMatchObject({ method: 'POST' });

  const other = attempt(widget, `host.fetchYouTrack('issues/DEMO-1', { method: 'DELETE' })`);
  await page.getByText('DELETE /api/issues').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await other).toBe('Error: The user refused the request.');
});

test('another user is asked anew', async () => {
  const { page, widget } = await open('issue');
  const change = `host.fetchYouTrack('issues/DEMO-1', { method: 'POST', body: {} })`;
  const first = attempt(widget, change);
  await page.getByRole('button', { name: 'Allow' }).click();
  await first;
  await page.goto(`${host.origin}/issue/DEMO-1?as=admin`);
  const second = attempt(await widgetOn(page, 'ISSUE_BELOW_SUMMARY'), change);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await second).toMatch(/refused/);
});

test('fetchApp changes things without being asked about', async () => {
  const { widget } = await open('issue');
  expect(await attempt(widget, `host.fetchApp('backend/demo', { method: 'DELETE' })`)).toMatchObject({
    method: 'DELETE',
  });
});

test('?fail=500 and ?fail=offline make every call of every widget fail', async () => {
  const broken = await open('issue', 'as=jane&fail=500');
  expect(await attempt(broken.widget, `host.fetchApp('backend/demo', {})`)).toBe(
    'Error: The request failed.',
  );
  const offline = await open('issue', 'as=jane&fail=offline');
  expect(await attempt(offline.widget, `host.fetchYouTrack('users/me')`)).toBe('TypeError: Failed to fetch');
  expect(host.calls).toEqual([]);
});

test('?fail=timeout leaves calls without an answer', async () => {
  const { widget } = await open('issue', 'as=jane&fail=timeout');
  const race = `Promise.race([host.fetchApp('backend/demo', {}), new Promise((end) => setTimeout(end, 200, 'none'))])`;
  expect(await attempt(widget, race)).toBe('none');
});
