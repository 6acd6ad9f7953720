import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { e2eWorld } from './support/e2e-world.ts';
import { openStageOf, type Stage, stageTimeoutMs } from './support/open-stage.ts';
import { widgetOn } from './support/widgets.ts';

const path = '/admin/app/tracker-links/administration';
const right = ['READ_ISSUE', 'LINK_ISSUE', 'READ_ARTICLE', 'UPDATE_ARTICLE', 'READ_PROJECT_BASIC'];

/** A server on which the app was uploaded and nothing else was done; Tracker's account exists and may do nothing. */
const freshWorld = {
  ...e2eWorld,
  permissions: e2eWorld.permissions.filter(({ user }) => user !== 'robot'),
  apps: { 'tracker-links': { projects: [], settings: {} } },
};

let stage: Stage;
let page: Page;
let admin: FrameLocator;
beforeAll(async () => {
  stage = await openStageOf({
    ...freshWorld,
    permissions: [...freshWorld.permissions, { user: 'robot', project: 'DEMO', keys: right }],
  });
  ({ page } = await stage.open(path, { as: 'admin' }));
  admin = widgetOn(page, 'Links for Yandex Tracker');
}, stageTimeoutMs);
afterAll(() => stage.close());

function step(id: string, state: string) {
  return admin.locator(`[data-step="${id}"][data-state="${state}"]`);
}

async function checkAgain(): Promise<void> {
  await admin.getByRole('button', { name: 'Check again' }).click();
}

/** What Tracker would send with the account's token. */
function call(key: string): Promise<Response> {
  return fetch(`${stage.url}/api/issues/${key}/extensionEndpoints/tracker-links/issue/info`, {
    headers: { authorization: 'Bearer perm:robot' },
  });
}

test('a server on which the app was only uploaded says what is missing, and every address answers 404', async () => {
  await step('uploaded', 'done').waitFor();
  await step('attached', 'todo').getByText('attached to no project yet').waitFor();
  await step('account', 'todo').waitFor();
  await step('connection', 'optional').waitFor();
  await step('letter', 'todo').waitFor();
  await step('called', 'unknown').getByText('Tracker has not called yet').waitFor();
  expect((await call('DEMO-1')).status).toBe(404);
});

test('the checks find that the app is attached nowhere, and name the projects', async () => {
  await admin.getByRole('tab', { name: 'Checks' }).click();
  const attached = admin.locator('[data-check="letter-attached"][data-state="failed"]');
  await attached.getByText('DEMO').waitFor();
  await attached.getByText('OPS').waitFor();
  await admin.locator('[data-check="letter-project"][data-state="failed"]').waitFor();
  await admin.locator('[data-check="outside-reach"][data-state="unknown"]').waitFor();
  await admin.getByRole('tab', { name: 'Overview' }).click();
});

test('the app is attached to the projects chosen, and the others stay named', async () => {
  await admin.getByLabel('OPS').uncheck();
  await admin.getByRole('button', { name: 'Attach to 1 project' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await step('attached', 'done').getByText('nor an answer for Tracker: OPS').waitFor();
});

test('an account that does not exist, and one that may not see a project, are told', async () => {
  await admin.getByLabel('Login of Tracker’s account').fill('nobody');
  await admin.getByRole('button', { name: 'Save' }).first().click();
  await step('account', 'wrong').getByText('There is no user nobody').waitFor();
  await admin.getByLabel('Login of Tracker’s account').fill('omar');
  await admin.getByRole('button', { name: 'Save' }).first().click();
  await step('account', 'wrong').getByText('omar cannot see the issues of DEMO').waitFor();
  await stage.request('admin', 'POST', 'admin/apps/tracker-links/globalConfig', {
    globalSettings: { serviceAccount: 'robot' },
  });
  await checkAgain();
  await step('account', 'done').getByText('robot can see issues').waitFor();
});

test('the day of the letter is kept for whoever opens the page next', async () => {
  await admin.getByLabel('Sent on').fill('2026-02-28');
  await step('letter', 'todo').getByRole('button', { name: 'Save' }).click();
  await step('letter', 'done').waitFor();
  await page.reload();
  await step('letter', 'done').waitFor();
  expect(await admin.getByLabel('Sent on').inputValue()).toBe('2026-02-28');
});

test('the first call of Tracker’s account is seen, one that finds nothing at first', async () => {
  const missing = await fetch(
    `${stage.url}/api/extensionEndpoints/tracker-links/global/info?key=DEMO-999&kind=issue`,
    { headers: { authorization: 'Bearer perm:robot' } },
  );
  expect(missing.status).toBe(404);
  await stage.request('admin', 'POST', '_sandbox/clock', { advanceMs: 1_000 });
  await checkAgain();
  await step('called', 'wrong').getByText('no call was answered with an object').waitFor();
  expect((await call('DEMO-1')).status).toBe(200);
  await stage.request('admin', 'POST', '_sandbox/clock', { advanceMs: 60_000 });
  await checkAgain();
  await step('called', 'done').getByText('extensionEndpoints/tracker-links/issue/info').waitFor();
  await admin.getByText('It works: Tracker’s account has called').waitFor();
  await admin.getByRole('tab', { name: 'Checks' }).click();
  await admin.locator('[data-check="outside-scheme"][data-state="ok"]').waitFor();
  await admin.locator('[data-call="issue"]').getByText('200').waitFor();
});
