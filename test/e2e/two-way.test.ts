import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { type BothSides, openBothSides } from './support/open-both-sides.ts';
import { stageTimeoutMs } from './support/open-stage.ts';
import { enter, rowOf } from './support/reach.ts';
import { widgetOn } from './support/widgets.ts';

let sides: BothSides;
const folder = mkdtempSync(join(tmpdir(), 'two-way-'));
beforeAll(async () => {
  sides = await openBothSides(join(folder, 'tracker.json'));
}, stageTimeoutMs);
afterAll(async () => {
  await sides.close();
  rmSync(folder, { recursive: true });
});

const panelName = 'Tracker links';

/** What the panel has just read is good enough for it for ten seconds. */
const soon = { timeout: 60_000 };

/** An object's page beside the page of a Tracker issue, each in a window of its own. */
async function openBoth(
  key: string,
  issueKey: string,
): Promise<{ panel: FrameLocator; page: Page; tracker: Page }> {
  const { page } = await sides.stage.open(`/issue/${key}`);
  const tracker = await page.context().newPage();
  await tracker.goto(`${sides.tracker}/${issueKey}`);
  await page.bringToFront();
  return { panel: widgetOn(page, panelName), page, tracker };
}

/** Lets somebody come back to the page now and again, which makes the panel look, until it shows what is expected. */
async function untilShown(page: Page, expected: Promise<unknown>): Promise<void> {
  const frame = await (await page.locator(`iframe[title="${panelName}"]`).elementHandle())?.contentFrame();
  const focus = () => void frame?.evaluate(() => window.dispatchEvent(new Event('focus')));
  const returning = setInterval(focus, 300);
  await expected.finally(() => clearInterval(returning));
}

function later(ms: number): Promise<unknown> {
  return sides.stage.request('admin', 'POST', '_sandbox/clock', { advanceMs: ms });
}

/** Keys of the objects that the Tracker issue's page shows. */
async function shownOn(tracker: Page): Promise<readonly string[]> {
  await tracker.reload();
  return await tracker.locator('.link .name').allTextContents();
}

test('a link made in YouTrack is on the Tracker issue’s page, and goes from there when it is removed', async () => {
  const { panel, tracker } = await openBoth('DEMO-1', 'TEST-1');
  expect(await shownOn(tracker)).toEqual([]);
  await enter(panel, 'TEST-1');
  await rowOf(panel, 'TEST-1').waitFor();
  await later(2_000);
  expect(await shownOn(tracker)).toEqual(['DEMO-1']);

  await panel.getByRole('button', { name: 'Remove TEST-1' }).click();
  await rowOf(panel, 'TEST-1').getByRole('button', { name: 'Undo' }).waitFor();
  await later(10_000);
  expect(await shownOn(tracker)).toEqual([]);
});

test('a link made on the Tracker issue’s page is in the panel without a reload, and so is its removal', async () => {
  const { panel, page, tracker } = await openBoth('DEMO-2', 'TEST-2');
  await panel.getByRole('button', { name: 'Add link' }).waitFor();
  await tracker.locator('input[name="key"]').fill('DEMO-2');
  await tracker.locator('form.add button').click();
  await tracker.locator('.link .name', { hasText: 'DEMO-2' }).waitFor();
  const row = rowOf(panel, 'TEST-2');
  await untilShown(page, row.waitFor(soon));
  expect(await row.locator('.tl-mirror').count()).toBe(0);

  await tracker.locator('button[aria-label$=": DEMO-2"]').click();
  await tracker.locator('.link').waitFor({ state: 'detached' });
  await untilShown(page, row.waitFor({ ...soon, state: 'detached' }));
});

test('while Tracker is away a row says that it is not there yet, and falls silent once Tracker is back', async () => {
  const { panel, page, tracker } = await openBoth('DEMO-3', 'TEST-3');
  await panel.getByRole('button', { name: 'Add link' }).waitFor();
  await sides.killTracker();
  await enter(panel, 'TEST-3');
  await later(2_000);
  const words = rowOf(panel, 'TEST-3').locator('.tl-mirror');
  await untilShown(page, words.filter({ hasText: 'Not in Tracker yet' }).waitFor(soon));

  await sides.startTracker();
  await later(60_000);
  await untilShown(page, words.waitFor({ ...soon, state: 'detached' }));
  expect(await shownOn(tracker)).toEqual(['DEMO-3']);
});
