import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { expectReadable, narrowViews, openAdmin } from './support/administration.ts';
import { connectedWorld, toStandIn } from './support/connected-world.ts';
import { openStageOf, type Stage, stageTimeoutMs } from './support/open-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStageOf(connectedWorld, ...toStandIn);
}, stageTimeoutMs);
afterAll(() => stage.close());

async function askTracker(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${stage.tracker}/v3/issues/${path}`, {
    method,
    headers: { authorization: 'OAuth test', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function listThere(issueKey: string): Promise<{ id: number; object: { key: string } }[]> {
  return (await askTracker('GET', `${issueKey}/remotelinks`)) as { id: number; object: { key: string } }[];
}

async function linkThere(issueKey: string, key: string): Promise<void> {
  const origin = connectedWorld.tracker.applications[0]?.id;
  await askTracker('POST', `${issueKey}/remotelinks`, { relationship: 'RELATES', key, origin });
}

/** One link that Tracker lost, one that YouTrack never had, and one that Tracker has twice. */
async function makeThreeDifferences(): Promise<void> {
  for (const issueKey of ['TEST-1', 'TEST-2', 'TEST-3']) await stage.link('jane', issueKey, 'DEMO-1');
  for (const issueKey of ['TEST-1', 'TEST-2', 'TEST-3'])
    while ((await listThere(issueKey)).length === 0) await new Promise((wait) => setTimeout(wait, 100));
  for (const { id } of await listThere('TEST-1')) await askTracker('DELETE', `TEST-1/remotelinks/${id}`);
  await linkThere('TEST-2', 'DEMO-2');
  await linkThere('TEST-3', 'demo-1');
}

test('three differences are found and settled, and then there are none', async () => {
  await makeThreeDifferences();
  const { admin } = await openAdmin(stage, 'reconcile');
  await admin.getByRole('button', { name: 'Compare', exact: true }).click();
  await admin.getByText('3 of 3 Tracker issues compared. 3 differences.').waitFor();
  for (const title of ['Only in YouTrack (1)', 'Only in Tracker (1)', 'Different (1)'])
    await admin.getByRole('heading', { name: title }).waitFor();
  expect(await admin.getByRole('button', { name: 'Apply 0 chosen' }).isDisabled()).toBe(true);
  await admin.getByLabel('Choose DEMO-1, TEST-1').check();
  await admin.getByLabel('Choose DEMO-2, TEST-2').check();
  await admin.getByLabel('What to do about DEMO-2, TEST-2').selectOption('Remove from Tracker');
  await admin.getByLabel('Choose DEMO-1, TEST-3').check();
  await admin.getByRole('button', { name: 'Apply 3 chosen' }).click();
  await admin.getByText('Added in Tracker').waitFor();
  await admin.getByText('Removed from Tracker').waitFor();
  await admin.getByText(/^Repaired/).waitFor();
  while ((await listThere('TEST-3')).length > 1) await new Promise((wait) => setTimeout(wait, 100));
  await admin.getByRole('button', { name: 'Compare', exact: true }).click();
  await admin.getByText('Both sides agree.').waitFor();
  expect((await listThere('TEST-2')).map(({ object }) => object.key)).toEqual(['DEMO-1']);
  expect(await stage.keysOf('issues/DEMO-1', 'issue')).toEqual(['TEST-1', 'TEST-2', 'TEST-3']);
});

test('a comparison can be left and is still there on return', async () => {
  await linkThere('TEST-2', 'DEMO-5');
  const { page, admin } = await openAdmin(stage, 'reconcile');
  await admin.getByLabel('What to compare').selectOption('Queue TEST');
  await admin.getByRole('button', { name: 'Compare', exact: true }).click();
  await admin.getByText('1 difference.').waitFor();
  await page.reload();
  await admin.getByText('1 difference.').waitFor();
  await admin.getByLabel('Choose DEMO-5, TEST-2').check();
  await admin.getByRole('button', { name: 'Apply 1 chosen' }).click();
  await admin.getByText('Added in YouTrack', { exact: true }).first().waitFor();
  expect(await stage.keysOf('issues/DEMO-5', 'issue')).toEqual(['TEST-2']);
});

test.each(narrowViews)(
  'differences are readable for everybody, %s, in %s, 320 px wide',
  async (theme, locale) => {
    await linkThere('TEST-4', 'NOPE-1');
    await stage.link('jane', 'TEST-4', 'DEMO-6');
    await linkThere('TEST-2', 'DEMO-7');
    const { page, admin } = await openAdmin(stage, 'reconcile', { theme, locale, width: 320 });
    await admin.getByRole('button', { name: /^(Compare|Сверить)$/ }).click();
    await admin.getByText('DEMO-7').waitFor();
    await expectReadable(page);
    if (process.env.SHOTS)
      await page.screenshot({
        path: `${process.env.SHOTS}/reconcile-${theme}-${locale}.png`,
        fullPage: true,
      });
  },
);
