import { beforeAll, expect, test } from '@jest/globals';
import type { Hono } from 'hono';
import { withScript } from '../../src/widget-host/widget-files.ts';
import { createLabApp } from './support/lab-app.ts';
import { createTestHost } from './support/start-host.ts';

let host: Hono;

beforeAll(async () => {
  ({ app: host } = await createTestHost([createLabApp({ widgets: [{ extensionPoint: 'MAIN_MENU_ITEM' }] })]));
});

const folder = '/api/appResources/144-3/widgets/lab';

test.each([
  ['note.js', 'text/javascript; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
  ['picture.png', 'image/png'],
  ['index.html', 'text/html; charset=utf-8'],
])('%s is served as %s, readable from anywhere', async (file, contentType) => {
  const { status, headers } = await host.request(`${folder}/${file}`);
  expect(status).toBe(200);
  expect(headers.get('Content-Type')).toBe(contentType);
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test('pages and pictures that can run scripts are sandboxed wherever they are opened', async () => {
  for (const file of ['index.html', 'icon.svg']) {
    const policy = (await host.request(`${folder}/${file}`)).headers.get('Content-Security-Policy');
    expect(policy).toMatch(/^sandbox allow-scripts /);
    expect(policy).not.toContain('allow-same-origin');
  }
});

test('a page that is opened gets the script, a page that is fetched is the file', async () => {
  const opened = await host.request(`${folder}/index.html`, { headers: { Accept: 'text/html,*/*' } });
  expect(await opened.text()).toMatch(/<head><script>/);
  const fetched = await host.request(`${folder}/index.html`);
  expect(await fetched.text()).toMatch(/^<!doctype html>\n<html>\n<head><meta/);
});

test.each([
  '/api/appResources/144-3/backend.js',
  '/api/appResources/144-3/manifest.json',
  `${folder}/../../backend.js`,
  `${folder}/%2e%2e/%2e%2e/backend.js`,
  `${folder}/nothing.js`,
  '/api/appResources/144-99/widgets/lab/index.html',
])('%s is not to be had', async (path) => {
  expect((await host.request(path)).status).toBe(404);
});

test.each([
  [
    '<!doctype html><html><head lang="ru"><title>x</title>',
    '<!doctype html><html><head lang="ru">!<title>x</title>',
  ],
  ['<!doctype html><header>x</header>', '<!doctype html>!<header>x</header>'],
  ['<html lang="en"><body>', '<html lang="en">!<body>'],
  ['<p>да', '!<p>да'],
])('in %s the script stands before all others', (page, expected) => {
  expect(withScript(new TextEncoder().encode(page), '!').replace('<script>!</script>', '!')).toBe(expected);
});
