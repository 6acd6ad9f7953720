import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openStage, type Stage, stageTimeoutMs } from './support/open-stage.ts';
import { rowOf } from './support/reach.ts';
import { widgetOn } from './support/widgets.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.link('jane', 'TEST-1', 'DEMO-30');
}, stageTimeoutMs);
afterAll(() => stage.close());

async function openBox(number: number) {
  const { page } = await stage.open(`/issue/DEMO-${number}`);
  const panel = widgetOn(page, 'Tracker links');
  await panel.getByRole('button', { name: 'Add link' }).click();
  return { page, panel, box: panel.getByRole('combobox', { name: 'Tracker issues' }) };
}

function listPosts(page: Page): string[] {
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.postData() ?? '');
  });
  return posts;
}

test('what is surely a key is added, what may be something else is offered', async () => {
  const { panel, box } = await openBox(1);
  await box.fill('в UTF-8 см. TEST-5');
  await panel.getByText('Enter adds TEST-5', { exact: true }).waitFor();
  await panel.getByText('UTF-8 may be something else').waitFor();
  await box.press('Enter');
  await rowOf(panel, 'TEST-5').getByText('Jane Roe').waitFor();
  expect(await stage.keysOf('issues/DEMO-1', 'issue')).toEqual(['TEST-5']);
  await panel.getByRole('button', { name: 'Add UTF-8' }).click();
  await rowOf(panel, 'UTF-8').getByText('Jane Roe').waitFor();
});

test('a key of this YouTrack’s own is offered, by the keyboard alone as well', async () => {
  const { page, panel, box } = await openBox(2);
  await box.fill('DEMO-5');
  await panel.getByText('DEMO-5 looks like an issue of this YouTrack').waitFor();
  await box.press('Enter');
  await panel.locator('button:focus', { hasText: 'Add DEMO-5' }).waitFor();
  expect(await stage.keysOf('issues/DEMO-2', 'issue')).toEqual([]);
  await page.keyboard.press('Enter');
  await rowOf(panel, 'DEMO-5').getByText('Jane Roe').waitFor();
});

test('Add is off while there is nothing to add, and a double click is no mistake', async () => {
  const { panel, box } = await openBox(3);
  const add = panel.getByRole('button', { name: 'Add', exact: true });
  expect(await add.isDisabled()).toBe(true);
  await box.fill('hello');
  expect(await add.isDisabled()).toBe(true);
  await box.fill('TEST-6');
  await panel.getByText('Enter adds TEST-6').waitFor();
  await add.dblclick();
  await rowOf(panel, 'TEST-6').getByText('Jane Roe').waitFor();
  expect(await panel.locator('.tl-error').count()).toBe(0);
});

test('twenty keys are one request and one announcement', async () => {
  const { page, panel, box } = await openBox(4);
  const posts = listPosts(page);
  const keys = Array.from({ length: 20 }, (_, index) => `TEST-${index + 100}`);
  await box.fill(keys.join('/'));
  await panel.getByText('Enter adds 20:').waitFor();
  await box.press('Enter');
  const told = panel.locator('.tl-hidden[role=status]');
  await told
    .getByText('TEST-100, TEST-101, TEST-102, TEST-103, TEST-104 and 15 more added')
    .waitFor({ state: 'attached' });
  expect(posts.map((post) => JSON.parse(post))).toEqual([{ issueKeys: keys }]);
});

test('what one request cannot carry is told before it is sent, and stays in the box', async () => {
  const { panel, box } = await openBox(5);
  const keys = Array.from({ length: 102 }, (_, index) => `TEST-${index + 1}`);
  await box.fill(keys.join(' '));
  await panel.getByText('At most 100 links are added at once: 2 more stay in the box').waitFor();
  await box.press('Enter');
  await panel.getByText('100 links', { exact: true }).waitFor();
  expect(await box.inputValue()).toBe('TEST-101 TEST-102');
});

test('a key in the wrong layout is added, and it is said how it was read', async () => {
  const { panel, box } = await openBox(6);
  await box.fill('еуые-9');
  await panel.getByText('“еуые-9” is read as TEST-9').waitFor();
  await box.press('Enter');
  await rowOf(panel, 'TEST-9').getByText('Jane Roe').waitFor();
});
