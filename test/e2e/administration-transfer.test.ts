import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { expectReadable, narrowViews, openAdmin } from './support/administration.ts';
import { e2eWorld } from './support/e2e-world.ts';
import { openStage, openStageOf, type Stage, stageTimeoutMs } from './support/open-stage.ts';

/** The same company later: what was DEMO is called SHOP. */
const renamedWorld = JSON.parse(JSON.stringify(e2eWorld).replaceAll('DEMO', 'SHOP')) as unknown;

let from: Stage;
let to: Stage;
beforeAll(async () => {
  from = await openStage();
  to = await openStageOf(renamedWorld);
  await from.link('jane', 'TEST-1', 'DEMO-1', 'DEMO-A-1');
  await from.link('omar', 'TEST-2', 'project:OPS');
  await from.request('jane', 'POST', 'users/jane/extensionEndpoints/tracker-links/user/identity', {
    login: 'j.roe',
  });
}, stageTimeoutMs);
afterAll(() => Promise.all([from.close(), to.close()]));

async function exportText(stage: Stage): Promise<string> {
  const { admin } = await openAdmin(stage, 'transfer');
  await admin.getByRole('button', { name: 'Export everything' }).click();
  const link = admin.getByRole('link', { name: /^Download tracker-links-backup-/ });
  return await link.evaluate(
    async (element) => await (await fetch((element as HTMLAnchorElement).href)).text(),
  );
}

async function choose(admin: FrameLocator, text: string): Promise<void> {
  const file = { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await admin.locator('input[type=file]').setInputFiles(file);
}

test('everything comes to another server, under the new name of its project, and only once', async () => {
  const text = await exportText(from);
  const { admin } = await openAdmin(to, 'transfer');
  await choose(admin, text);
  await admin.getByText('Objects to change: 2. Links to add: 1, to remove: 0.').waitFor();
  await admin.getByText(/^Not found in this YouTrack, and left out: DEMO-A-1, DEMO-1/).waitFor();
  expect(await to.keysOf('issues/SHOP-1', 'issue')).toEqual([]);
  await admin.getByLabel('What DEMO is called here').selectOption('SHOP · Demo shop');
  await admin.getByText('Objects to change: 4. Links to add: 3, to remove: 0.').waitFor();
  await admin.getByRole('button', { name: 'Import', exact: true }).click();
  await admin.getByText('Imported. Objects changed: 4. Links added: 3, removed: 0.').waitFor();
  expect(await to.keysOf('issues/SHOP-1', 'issue')).toEqual(['TEST-1']);
  expect(await to.keysOf('articles/SHOP-A-1', 'article')).toEqual(['TEST-1']);
  const before = JSON.parse(text) as { objects: { key: string; links?: string[] }[] };
  const after = JSON.parse(await exportText(to)) as typeof before;
  const linksOf = ({ objects }: typeof before, key: string) => objects.find((one) => one.key === key)?.links;
  expect(linksOf(after, 'SHOP-1')).toEqual(linksOf(before, 'DEMO-1'));
  await choose(admin, text);
  await admin.getByText('Objects to change: 0.').waitFor();
});

test.each([
  ['no JSON', 'kind,key', 'This is not a JSON file.'],
  ['another app’s', '{"objects":[]}', 'This file was not exported by this app.'],
  [
    'damaged',
    '{"format":"tracker-links-backup","version":1,"objects":[{"kind":"issue","key":"SHOP-2","links":["TEST-1"]}]}',
    'SHOP-2 (links)',
  ],
])('a file that is %s says so and changes nothing', async (_, text, said) => {
  const { admin } = await openAdmin(to, 'transfer');
  await choose(admin, text);
  await admin.getByText(said).waitFor();
  expect(await admin.getByRole('button', { name: 'Import', exact: true }).count()).toBe(0);
  expect(await to.keysOf('issues/SHOP-2', 'issue')).toEqual([]);
});

test.each(narrowViews)(
  'the backup is readable for everybody, %s, in %s, 320 px wide',
  async (theme, locale) => {
    const text = await exportText(from);
    const { page, admin } = await openAdmin(to, 'transfer', { theme, locale, width: 320 });
    await choose(admin, text);
    await admin.getByText(/DEMO-A-1/).waitFor();
    await expectReadable(page);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/transfer-${theme}-${locale}.png`, fullPage: true });
  },
);
