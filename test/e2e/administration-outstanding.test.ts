import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { expectReadable, narrowViews, openAdmin } from './support/administration.ts';
import { connectedWorld, toStandIn } from './support/connected-world.ts';
import { openStageOf, type Stage, stageTimeoutMs } from './support/open-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStageOf(connectedWorld, ...toStandIn);
}, stageTimeoutMs);
afterAll(() => stage.close());

async function askTracker(method: string, path: string, body?: unknown): Promise<void> {
  await fetch(`${stage.tracker}${path}`, {
    method,
    headers: { authorization: 'OAuth test', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test('nothing outstanding is said in so many words', async () => {
  const { admin } = await openAdmin(stage, 'outstanding');
  await admin.getByText('Nothing is outstanding.').waitFor();
});

test('what Tracker refused says why, and is dropped once that is confirmed', async () => {
  await stage.link('jane', 'TEST-404', 'DEMO-1');
  const { admin } = await openAdmin(stage, 'outstanding');
  const item = admin.getByRole('listitem').filter({ hasText: 'TEST-404' });
  await item.getByText('Tracker has no such object').waitFor();
  expect(await item.getByRole('link', { name: 'DEMO-1' }).getAttribute('href')).toMatch(/\/issue\/DEMO-1$/);
  await item.getByText('It is not tried again by itself.').waitFor();
  await item.getByRole('button', { name: 'Drop: DEMO-1, TEST-404' }).click();
  await item.getByRole('button', { name: 'Keep' }).click();
  await item.getByRole('button', { name: 'Drop: DEMO-1, TEST-404' }).click();
  await item.getByRole('button', { name: 'Drop it' }).click();
  await admin.getByText('1 change dropped.').waitFor();
  await admin.getByText('Nothing is outstanding.').waitFor();
  expect(await stage.keysOf('issues/DEMO-1', 'issue')).toEqual(['TEST-404']);
});

test('what could not be told says when it is tried next, and goes once everything is tried again', async () => {
  await askTracker('POST', '/_sandbox/faults', { calls: 50, status: 503 });
  for (const key of ['DEMO-2', 'DEMO-3']) await stage.link('jane', 'TEST-3', key);
  const { admin } = await openAdmin(stage, 'outstanding', { locale: 'ru' });
  const item = admin.getByRole('listitem').filter({ hasText: 'DEMO-2' });
  await item.getByText('В Трекере сейчас сбой').waitFor();
  await item.getByText('Следующая попытка').waitFor();
  await askTracker('DELETE', '/_sandbox/faults');
  await admin.getByRole('button', { name: 'Повторить все' }).click();
  await admin.getByText('Всё передано.').waitFor();
});

test.each(narrowViews)(
  'what is outstanding is readable for everybody, %s, in %s, 320 px wide',
  async (theme, locale) => {
    await stage.link('jane', 'TEST-405', 'DEMO-4');
    const { page, admin } = await openAdmin(stage, 'outstanding', { theme, locale, width: 320 });
    await admin
      .getByText(/Tracker has no such object|В Трекере нет такого объекта/)
      .first()
      .waitFor();
    await expectReadable(page);
    if (process.env.SHOTS)
      await page.screenshot({
        path: `${process.env.SHOTS}/outstanding-${theme}-${locale}.png`,
        fullPage: true,
      });
  },
);
