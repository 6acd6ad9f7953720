import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { expectReadable, narrowViews, openAdmin } from './support/administration.ts';
import { e2eWorld } from './support/e2e-world.ts';
import { openStageOf, type Stage, stageTimeoutMs } from './support/open-stage.ts';

const app = e2eWorld.apps['tracker-links'];
const long = `{"v":1,"links":"${'ёж'.repeat(200)}"}`;
const stored = (trackerLinks: string) => ({ trackerLinks, hasTrackerLinks: true });

let stage: Stage;
beforeAll(async () => {
  const Issue = { 'DEMO-9': stored('{"v":1,"lin'), 'DEMO-10': stored(long) };
  const apps = { 'tracker-links': { ...app, extensionProperties: { Issue } } };
  stage = await openStageOf({ ...e2eWorld, apps });
  for (const issueKey of ['TEST-1', 'TEST-2', 'TEST-3']) await stage.link('jane', issueKey, 'DEMO-1');
  await stage.link('jane', 'TEST-2', 'DEMO-A-2', 'user:jane');
}, stageTimeoutMs);
afterAll(() => stage.close());

test('the list has each object once with its links, filters on one line, and no column without a difference', async () => {
  const { admin } = await openAdmin(stage, 'links', { width: 1200 });
  await admin.getByText('1–5 of 5').waitFor();
  expect(await admin.getByRole('link', { name: 'DEMO-1', exact: true }).count()).toBe(1);
  expect(await admin.locator('td[rowspan="3"]').textContent()).toContain('DEMO-1');
  expect(await admin.getByRole('columnheader').allTextContents()).toEqual([
    'In YouTrack',
    'In Tracker',
    'Added by',
    'When',
    'Remove',
  ]);
  const tops = await admin
    .locator('.tl-filters > *')
    .evaluateAll((fields) => fields.map((field) => Math.round(field.getBoundingClientRect().bottom)));
  expect(tops).toHaveLength(6);
  expect(new Set(tops).size).toBe(1);
});

test('a link is removed from the list, and brought back', async () => {
  const { admin } = await openAdmin(stage, 'links');
  await admin.getByRole('button', { name: 'Remove DEMO-1, TEST-2' }).click();
  await admin.getByRole('button', { name: 'Bring back DEMO-1, TEST-2' }).waitFor();
  expect(await stage.keysOf('issues/DEMO-1', 'issue')).toEqual(['TEST-1', 'TEST-3']);
  await admin.getByRole('button', { name: 'Bring back DEMO-1, TEST-2' }).click();
  await admin.getByRole('button', { name: 'Remove DEMO-1, TEST-2' }).waitFor();
  expect(await stage.keysOf('issues/DEMO-1', 'issue')).toEqual(['TEST-1', 'TEST-2', 'TEST-3']);
  await admin.getByRole('button', { name: 'Remove jane, TEST-2' }).click();
  await admin.getByRole('button', { name: 'Bring back jane, TEST-2' }).waitFor();
  expect(await stage.keysOf('users/jane', 'user')).toEqual([]);
});

test('a damaged value is shown whole and downloaded, and forgotten once its key is typed', async () => {
  const { admin } = await openAdmin(stage, 'audit');
  await admin.getByRole('button', { name: 'Show all of DEMO-10' }).click();
  await admin.getByText(long).waitFor();
  const link = admin.getByRole('link', { name: 'Download DEMO-10.txt' });
  expect(
    await link.evaluate(async (element) => await (await fetch((element as HTMLAnchorElement).href)).text()),
  ).toBe(long);
  await admin.getByRole('button', { name: 'Forget what is stored on DEMO-10' }).click();
  const forget = admin.getByRole('button', { name: 'Forget it' });
  expect(await forget.isDisabled()).toBe(true);
  await admin.getByLabel('Type DEMO-10 to confirm').fill('demo-10');
  await forget.click();
  await admin.getByText(long).waitFor({ state: 'detached' });
  await admin.getByRole('link', { name: 'DEMO-9', exact: true }).waitFor();
  await stage.link('jane', 'TEST-1', 'DEMO-10');
  expect(await stage.keysOf('issues/DEMO-10', 'issue')).toEqual(['TEST-1']);
});

test.each(narrowViews)(
  'links and damage are readable for everybody, %s, in %s, 320 px wide',
  async (theme, locale) => {
    for (const tab of ['links', 'audit']) {
      const { page, admin } = await openAdmin(stage, tab, { theme, locale, width: 320 });
      await admin.getByRole('link', { name: tab === 'links' ? 'DEMO-1' : 'DEMO-9', exact: true }).waitFor();
      if (tab === 'audit') await admin.getByRole('button', { name: /DEMO-9$/ }).click();
      await expectReadable(page);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/${tab}-${theme}-${locale}.png`, fullPage: true });
    }
  },
);

test('the list on a wide screen', async () => {
  const { page, admin } = await openAdmin(stage, 'links', { width: 1200, locale: 'ru' });
  await admin.getByRole('link', { name: 'DEMO-1', exact: true }).waitFor();
  expect(await admin.locator('tbody tr').count()).toBeGreaterThan(3);
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/links-wide.png`, fullPage: true });
});
