import { expect } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { findAccessibilityProblems } from './axe.ts';
import type { Stage, Viewing } from './open-stage.ts';
import { widgetOn } from './widgets.ts';

const name = 'Links for Yandex Tracker';

/** A tab of the administration page, as an administrator. */
export async function openAdmin(
  stage: Stage,
  tab: string,
  viewing: Viewing = {},
): Promise<{ page: Page; admin: FrameLocator }> {
  const path = `/admin/app/tracker-links/administration?tab=${tab}`;
  const { page } = await stage.open(path, { as: 'admin', ...viewing });
  return { page, admin: widgetOn(page, name) };
}

/** Nothing that axe finds, and nothing wider than the screen. */
export async function expectReadable(page: Page): Promise<void> {
  await widgetOn(page, name).locator('#tl-tab-panel h2').waitFor();
  await page.waitForLoadState('networkidle');
  const frame = await (await page.locator(`iframe[title="${name}"]`).elementHandle())?.contentFrame();
  if (!frame) throw new Error('the frame has no document');
  expect(await findAccessibilityProblems(frame)).toEqual([]);
  const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Both themes and both languages, on the narrowest screen. */
export const narrowViews = [
  ['light', 'ru'],
  ['dark', 'en'],
] as const;
