import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findAccessibilityProblems } from './support/axe.ts';
import { connectedWorld, toStandIn } from './support/connected-world.ts';
import { openStageOf, type Stage, stageTimeoutMs } from './support/open-stage.ts';
import { enter, rowOf } from './support/reach.ts';
import { widgetOn } from './support/widgets.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStageOf(connectedWorld, ...toStandIn);
}, stageTimeoutMs);
afterAll(() => stage.close());

test('a row says what Tracker says: summary, status, assignee, deadline', async () => {
  await stage.link('jane', 'TEST-1', 'DEMO-1');
  await stage.link('jane', 'TEST-2', 'DEMO-1');
  await stage.link('jane', 'TEST-3', 'DEMO-1');
  const { page } = await stage.open('/issue/DEMO-1', { as: 'maria' });
  const panel = widgetOn(page, 'Tracker links');
  const overdue = rowOf(panel, 'TEST-1');
  await overdue.getByText('Card payments').waitFor();
  expect(await overdue.getByText('Open').isVisible()).toBe(true);
  expect(await overdue.getByText('Ирина Ковалёва').isVisible()).toBe(true);
  expect(await overdue.locator('.tl-error').textContent()).toBe('overdue since 3 Feb 2020');
  expect(await rowOf(panel, 'TEST-3').getByText('due 31 Dec 2099').isVisible()).toBe(true);
});

test('what is resolved is struck through, and never overdue', async () => {
  await stage.link('jane', 'TEST-2', 'DEMO-2');
  const { page } = await stage.open('/issue/DEMO-2');
  const row = rowOf(widgetOn(page, 'Tracker links'), 'TEST-2');
  await row.locator('bdi', { hasText: 'Оплата' }).waitFor();
  expect(await row.locator('.tl-key.tl-gone').count()).toBe(1);
  expect(await row.locator('.tl-error').count()).toBe(0);
});

test('who linked it, when and where is in the tooltip and told to those who listen', async () => {
  await stage.link('jane', 'TEST-1', 'DEMO-3');
  const { page } = await stage.open('/issue/DEMO-3');
  const row = rowOf(widgetOn(page, 'Tracker links'), 'TEST-1');
  await row.getByText('Card payments').waitFor();
  const origin = /^Linked by Jane Roe in YouTrack on \d+ \w+ \d{4} at \d\d:\d\d$/;
  expect(await row.getAttribute('title')).toMatch(origin);
  expect(await row.locator('.tl-hidden').textContent()).toMatch(origin);
});

test('a link that Tracker has been told of needs no words', async () => {
  const { page } = await stage.open('/issue/DEMO-4');
  const panel = widgetOn(page, 'Tracker links');
  await enter(panel, 'TEST-4');
  await rowOf(panel, 'TEST-4').getByText('Sign out').waitFor();
  await rowOf(panel, 'TEST-4').locator('.tl-mirror').waitFor({ state: 'detached' });
});

test('a link that Tracker refuses says why, and is tried again on request', async () => {
  const { page } = await stage.open('/issue/DEMO-5', { locale: 'ru' });
  const panel = widgetOn(page, 'Tracker links');
  await panel.getByRole('button', { name: 'Добавить связь' }).click();
  await panel.getByRole('combobox').fill('TEST-404');
  await panel.getByRole('combobox').press('Enter');
  const row = rowOf(panel, 'TEST-404');
  await row.getByText('В Трекере нет такого объекта').waitFor();
  await row.getByRole('button', { name: 'Повторить' }).click();
  await row.getByText('В Трекере нет такого объекта').waitFor();
});

test('what others do shows without a reload, and in the panel behind the dialog', async () => {
  const { page } = await stage.open('/issue/DEMO-6');
  const panel = widgetOn(page, 'Tracker links');
  await panel.getByRole('button', { name: 'Add link' }).waitFor();
  await page.locator('.options summary').click();
  await page.getByRole('button', { name: 'Link to a Tracker issue', exact: true }).click();
  await enter(widgetOn(page, 'Link to a Tracker issue'), 'TEST-3');
  await rowOf(panel, 'TEST-3').getByText('Sign in').waitFor();
});

test('Ctrl+Z brings back what was removed', async () => {
  await stage.link('jane', 'TEST-1', 'DEMO-7');
  const { page } = await stage.open('/issue/DEMO-7');
  const panel = widgetOn(page, 'Tracker links');
  await panel.getByRole('button', { name: 'Remove TEST-1' }).click();
  await rowOf(panel, 'TEST-1').getByRole('button', { name: 'Undo' }).waitFor();
  await page.keyboard.press('Control+z');
  await panel.getByRole('button', { name: 'Remove TEST-1' }).waitFor();
  expect(await stage.keysOf('issues/DEMO-7', 'issue')).toEqual(['TEST-1']);
});

test.each([
  ['light', 'en'],
  ['dark', 'ru'],
] as const)('live rows are readable for everybody, %s, in %s, 320 px wide', async (theme, locale) => {
  await stage.link('jane', 'TEST-1', 'DEMO-8');
  await stage.link('jane', 'TEST-2', 'DEMO-8');
  const { page } = await stage.open('/issue/DEMO-8', { theme, locale, width: 320 });
  await widgetOn(page, 'Tracker links').getByText('Card payments').waitFor();
  const frame = await (await page.locator('iframe[title="Tracker links"]').elementHandle())?.contentFrame();
  if (!frame) throw new Error('the frame has no document');
  expect(await findAccessibilityProblems(frame)).toEqual([]);
  expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );
});
