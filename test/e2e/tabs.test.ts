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
  const selected = widgetOn(page, 'Links for Yandex Tracker').getByRole('tab', { selected: true });
  const last = (await tabs.count()) - 1;
  for (const [key, at] of [
    ['End', last],
    ['ArrowRight', 0],
    ['ArrowLeft', last],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await tabs.nth(at).and(selected).waitFor();
  }
  expect(last).toBeGreaterThan(1);
});
