import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { findAccessibilityProblems } from './support/axe.ts';
import { openStage, type Stage, stageTimeoutMs, type Viewing } from './support/open-stage.ts';
import { widgetOn } from './support/widgets.ts';

const name = 'Yandex Tracker';
const endpoint = 'admin/projects/DEMO/extensionEndpoints/tracker-links/project/settings';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, stageTimeoutMs);
afterAll(() => stage.close());

async function open(viewing?: Viewing): Promise<{ page: Page; section: FrameLocator }> {
  const { page } = await stage.open('/projects/DEMO?tab=tracker-links/project-links', viewing);
  return { page, section: widgetOn(page, name) };
}

async function openForm(section: FrameLocator): Promise<void> {
  const form = section.locator('details');
  await form.waitFor();
  if (!(await form.evaluate((element) => (element as HTMLDetailsElement).open)))
    await form.locator('summary').click();
}

async function infoOf(key: string): Promise<unknown> {
  return await stage.request('jane', 'GET', `extensionEndpoints/tracker-links/global/info?key=${key}`);
}

describe("the form of a project's settings", () => {
  test('is folded while the project says nothing, and so is what holds by default', async () => {
    const { section } = await open();
    await section.getByText('Nothing is set here: Tracker can see everything').waitFor();
    expect(await section.locator('.tl-fact').count()).toBe(0);
    expect(await section.getByRole('button', { name: 'Save' }).isVisible()).toBe(false);
  });

  test('is filled in and saved with the keyboard alone, and holds at once and after a reload', async () => {
    const { page, section } = await open();
    await section.locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The key and the status');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await section.getByLabel('Status field').press('Tab');
    await section.getByLabel('Deadline field').press('Tab');
    await section.getByLabel('Assignee field').press('Tab');
    await page.keyboard.press('Enter');
    await section.getByText('Saved. Applies from the next request on.').waitFor();
    expect(await infoOf('DEMO-1')).toMatchObject({ summary: 'DEMO-1' });
    expect(await infoOf('DEMO-1')).not.toHaveProperty('status');
    await page.reload();
    const level = section.getByLabel('What Tracker can see of an issue');
    await level.waitFor();
    expect(await level.inputValue()).toBe('status');
    expect(await section.getByLabel('Status field').inputValue()).toBe('Стадия');
    await stage.request('jane', 'POST', endpoint, {});
  });

  test('says what would hold otherwise, and takes changes back', async () => {
    const { section } = await open();
    await openForm(section);
    const status = section.getByLabel('Status field');
    expect(await status.locator('option').allTextContents()).toEqual([
      'Found by its type: State',
      'State',
      'Стадия',
    ]);
    const deadline = section.getByLabel('Deadline field');
    expect(await deadline.locator('option').allTextContents()).toEqual([
      'None: this project has no such field',
    ]);
    await status.selectOption('Стадия');
    await section.getByRole('button', { name: 'Undo changes' }).click();
    expect(await status.inputValue()).toBe('');
    expect(await section.getByRole('button', { name: 'Save' }).isEnabled()).toBe(false);
  });

  test('says when it could not be saved, and saves on the second try', async () => {
    const { section } = await open();
    await openForm(section);
    await section.getByLabel('Status field').selectOption('Стадия');
    await stage.request('admin', 'POST', '_sandbox/faults', { status: 500, path: '/project/settings' });
    await section.getByRole('button', { name: 'Save' }).click();
    await section.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await section.getByText('Saved. Applies').waitFor();
    await stage.request('jane', 'POST', endpoint, {});
  });

  test('says when the right was lost meanwhile', async () => {
    const { page, section } = await open();
    await openForm(section);
    await page.route('**/project/settings?*', async (route) => {
      await route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer perm:maria' } });
    });
    await section.getByLabel('What Tracker can see of an issue').selectOption('key');
    await section.getByRole('button', { name: 'Save' }).click();
    await section.getByText('You may not change this.').waitFor();
  });

  test('is not there for who may only read, who sees what holds', async () => {
    const { page } = await stage.open('/projects/DEMO?tab=tracker-links/project-tab', { as: 'maria' });
    const section = widgetOn(page, 'Tracker links of the project');
    await section.getByText('Project administrators can change this.').waitFor();
    expect(await section.getByText('Status field').isVisible()).toBe(false);
    await section.getByText('Show the defaults').click();
    const facts = await section.locator('.tl-fact').allTextContents();
    expect(facts).toEqual([
      'What Tracker can see of an issueEverything default',
      'Status fieldState default',
      'Deadline fieldnone',
      'Assignee fieldAssignee default',
    ]);
    expect(await section.locator('form').count()).toBe(0);
  });

  test.each([
    ['light', 'en', 1000],
    ['dark', 'ru', 320],
  ] as const)('is readable for everybody, %s, in %s, %d px wide', async (theme, locale, width) => {
    const { page, section } = await open({ theme, locale, width });
    await openForm(section);
    await section.locator('form select').first().waitFor();
    const frame = await (await page.locator(`iframe[title="${name}"]`).elementHandle())?.contentFrame();
    if (!frame) throw new Error('the frame has no document');
    expect(await findAccessibilityProblems(frame)).toEqual([]);
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
