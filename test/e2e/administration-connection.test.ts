import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page, Response } from 'playwright-core';
import { expectReadable, narrowViews, openAdmin } from './support/administration.ts';
import { connectedWorld, toStandIn, trackerToken } from './support/connected-world.ts';
import { e2eWorld } from './support/e2e-world.ts';
import { openStageOf, type Stage, stageTimeoutMs } from './support/open-stage.ts';

let stage: Stage;
beforeAll(async () => {
  const tracker = { ...connectedWorld.tracker, organization: { id: '4711', kind: '360' } };
  stage = await openStageOf({ ...e2eWorld, tracker }, ...toStandIn);
}, stageTimeoutMs);
afterAll(() => stage.close());

/** YouTrack asks once whether the app may send requests that change something. */
async function allow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Allow' }).click();
}

/** However quick the machine is, so much is not asked of Tracker in one second. */
async function letASecondPass(): Promise<void> {
  await stage.request('admin', 'POST', '_sandbox/clock', { advanceMs: 2_000 });
}

function isPost(response: Response): boolean {
  return response.request().method() === 'POST';
}

test('wrong is said by its cause, right chooses applications by name, and then links are mirrored', async () => {
  const { page, admin } = await openAdmin(stage, 'connection');
  await admin.getByText('Not connected.').waitFor();
  await admin.getByLabel('Organisation ID').fill('4711');
  await admin.getByLabel('Token', { exact: true }).fill('y0_wrong');
  await admin.getByRole('button', { name: 'Save and check' }).click();
  await allow(page);
  await admin.getByText('Tracker does not accept the token.').waitFor();

  await letASecondPass();
  await admin.getByLabel('Token', { exact: true }).fill(trackerToken);
  await admin.getByLabel('Organisation ID').fill('1');
  await admin.getByRole('button', { name: 'Save and check' }).click();
  await admin.getByText('Tracker does not let this account in.').waitFor();

  await letASecondPass();
  await admin.getByLabel('Organisation ID').fill('4711');
  await admin.getByRole('button', { name: 'Save and check' }).click();
  await admin.getByText('Connected. Tracker knows the token as Ирина Ковалёва (irina).').waitFor();
  await admin.getByText('A token is stored.').waitFor();
  expect(await admin.getByLabel('Token', { exact: true }).inputValue()).toBe('');

  await letASecondPass();
  await admin.getByLabel('Application for issues').selectOption({ label: 'YouTrack' });
  const saved = page.waitForResponse(
    (response) => /\/globalConfig\b/.test(response.url()) && isPost(response),
  );
  await admin.getByRole('button', { name: 'Save and check' }).click();
  await saved;
  await stage.link('jane', 'TEST-1', 'DEMO-1');
  const { admin: later } = await openAdmin(stage, 'outstanding');
  await later.getByText('Nothing is outstanding.').waitFor();
  const links = await fetch(`${stage.tracker}/v3/issues/TEST-1/remotelinks`, {
    headers: { authorization: 'OAuth test', 'x-org-id': '4711' },
  });
  expect(JSON.stringify(await links.json())).toContain('DEMO-1');
});

test('settings that YouTrack did not save are not said to be saved', async () => {
  const { page, admin } = await openAdmin(stage, 'connection', { locale: 'ru' });
  await admin.getByLabel('Идентификатор организации').fill('4712');
  await admin.getByRole('button', { name: 'Сохранить и проверить' }).click();
  await page.getByRole('button', { name: 'Отмена' }).click();
  await admin.getByText('YouTrack не сохранил настройки.').waitFor();
});

test.each(narrowViews)(
  'the connection is readable for everybody, %s, in %s, 320 px wide',
  async (theme, locale) => {
    const { page, admin } = await openAdmin(stage, 'connection', { theme, locale, width: 320 });
    await admin.getByText(/Ирина Ковалёва/).waitFor();
    await expectReadable(page);
    if (process.env.SHOTS)
      await page.screenshot({
        path: `${process.env.SHOTS}/connection-${theme}-${locale}.png`,
        fullPage: true,
      });
  },
);
