import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createSandbox, type Sandbox } from 'youtrack-sandbox';
import { closeBrowser, launchBrowser, openPage } from '../../../test/support/browser.ts';
import { conformanceWorld } from '../conformance/world.ts';
import { packApp } from '../support/pack-app.ts';
import { buildScaffold } from './build-scaffold.ts';
import { javascriptApp } from './javascript-app.ts';
import { typescriptApp } from './typescript-app.ts';

let browser: Browser;
let running: Sandbox;

beforeAll(async () => {
  running = await createSandbox({ port: 0, world: conformanceWorld });
  for (const sources of [javascriptApp, typescriptApp]) {
    const form = new FormData();
    const zip = packApp('scaffold', await buildScaffold(sources));
    form.set('file', new Blob([new Uint8Array(zip)]), 'scaffold.zip');
    const answer = await fetch(`${running.url}/api/admin/apps/import`, {
      method: 'POST',
      headers: { authorization: 'Bearer perm:admin' },
      body: form,
    });
    expect({ status: answer.status, text: await answer.text() }).toMatchObject({ status: 200 });
  }
  browser = await launchBrowser();
});

afterAll(async () => {
  await closeBrowser(browser);
  await running.close();
});

describe.each([
  { language: 'JavaScript', page: '/app/word-count/main', button: 'Make HTTP Request', shown: 'DEMO-1: 1' },
  {
    language: 'TypeScript',
    page: '/app/typed-word-count/enhanced-dx',
    button: 'Call API',
    shown: 'Привет: 6',
  },
])('an app as the generator writes it in $language', ({ page: path, button, shown }) => {
  test('its widget asks its endpoint and shows the answer', async () => {
    const { page, problems } = await openPage(browser);
    await page.goto(`${running.url}${path}?as=jane`);
    const widget = page.frameLocator('iframe').first();
    await widget.getByRole('button', { name: button }).click();
    await widget.getByText(shown).waitFor();
    const colour = await widget.locator('.widget').evaluate((element) => getComputedStyle(element).color);
    expect({ colour, problems }).toEqual({ colour: 'rgb(1, 2, 3)', problems: [] });
  });
});

test.each([
  ['GET /api/extensionEndpoints/word-count/backend/count?issue=DEMO-2', { id: 'DEMO-2', words: 1 }],
  ['GET /api/issues/DEMO-2/extensionEndpoints/typed-word-count/issue/details', { id: 'DEMO-2', words: 1 }],
  [
    'GET /api/admin/projects/DEMO/extensionEndpoints/typed-word-count/project/demo',
    { key: 'DEMO', words: 1, isEnabled: true },
  ],
])('%s answers', async (call, answer) => {
  expect(await ask(call)).toEqual(answer);
});

test('its rules run in both languages', async () => {
  await ask('POST /api/issues/DEMO-2', { summary: '  Три разных слова ' });
  expect(await ask('GET /api/issues/DEMO-2?fields=summary')).toMatchObject({ summary: 'Три разных слова' });
  const logs = await ask('GET /api/admin/apps/typed-word-count/logs?fields=message');
  expect(JSON.stringify(logs)).toMatch(/changed: DEMO-2/);
});

test('its tool counts', async () => {
  const answer = await fetch(`${running.url}/mcp?customToolPackages=typed-word-count`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer perm:admin',
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'typed-word-count_count_words', arguments: { issue: 'DEMO-1' } },
    }),
  });
  expect(await answer.text()).toMatch(/words\\?":1/);
});

async function ask(call: string, body?: unknown): Promise<unknown> {
  const [method = '', path = ''] = call.split(' ');
  const answer = await fetch(running.url + path, {
    method,
    headers: { authorization: 'Bearer perm:admin' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.json();
}
