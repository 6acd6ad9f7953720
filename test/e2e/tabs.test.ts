import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStage, type Stage, stageTimeoutMs } from './support/open-stage.ts';
import { widgetOn } from './support/widgets.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, stageTimeoutMs);
afterAll(() => stage.close());

test('Home and End lead to the first and the last tab, arrows around', async () => {
  const { page } = await stage.open('/admin/app/tracker-links/administration', { as: 'admin' });
  const tabs = widgetOn(page, 'Links for Yandex Tracker').getByRole('tab');
  await tabs.first().focus();
  const selected = async () =>
    await tabs.evaluateAll((all) => all.findIndex((one) => one.ariaSelected === 'true'));
  const last = (await tabs.count()) - 1;
  const way: [string, number][] = [];
  for (const key of ['End', 'ArrowRight', 'ArrowLeft', 'Home']) {
    await page.keyboard.press(key);
    way.push([key, await selected()]);
  }
  expect(way).toEqual([
    ['End', last],
    ['ArrowRight', 0],
    ['ArrowLeft', last],
    ['Home', 0],
  ]);
});
