import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { findAccessibilityProblems } from './support/axe.ts';
import { connectedWorld, toStandIn } from './support/connected-world.ts';
import { openStageOf, type Stage, stageTimeoutMs, type Viewing } from './support/open-stage.ts';
import { rowOf } from './support/reach.ts';
import { widgetOn } from './support/widgets.ts';

const texts: Readonly<Record<string, object>> = {
  'DEMO-20': {
    description: 'It began with TEST-2, in UTF-8 and on 2026-10-10.',
    comments: [{ author: 'jane', text: 'See https://tracker.yandex.ru/TEST-3' }],
  },
};
const world = {
  ...connectedWorld,
  issues: connectedWorld.issues.map((issue) => ({ ...issue, ...texts[issue.id] })),
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStageOf(world, ...toStandIn);
  await stage.link('jane', 'TEST-4', 'DEMO-30');
}, stageTimeoutMs);
afterAll(() => stage.close());

async function openBox(number: number, viewing: Viewing = {}) {
  const { page } = await stage.open(`/issue/DEMO-${number}`, viewing);
  const panel = widgetOn(page, 'Tracker links');
  await panel.locator('.tl-opener button').click();
  await panel.locator('input:focus').waitFor();
  return { page, panel, box: panel.getByRole('combobox') };
}

function countAsking(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname.endsWith('/candidates')) asked.push(url.searchParams.get('input') ?? '');
  });
  return asked;
}

/** Lets the next calls of Tracker fail, or no more of them. */
async function fault(method: 'POST' | 'DELETE', body?: object): Promise<void> {
  const response = await fetch(`${stage.tracker}/_sandbox/faults`, {
    method,
    headers: { authorization: 'OAuth test', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.ok).toBe(true);
}

async function frameOf(page: Page) {
  const frame = await (await page.locator('iframe[title="Tracker links"]').elementHandle())?.contentFrame();
  if (!frame) throw new Error('the frame has no document');
  return frame;
}

async function activeOption(panel: FrameLocator): Promise<string | null> {
  return await panel.locator('[role=option][aria-selected=true]').textContent();
}

describe('words of a summary', () => {
  test('find issues, those linked in the project first, by the keyboard alone', async () => {
    const { page, panel, box } = await openBox(1);
    const asked = countAsking(page);
    await page.keyboard.type('sign', { delay: 20 });
    await panel.getByText('2 issues found').waitFor();
    // On a busy machine the pause between two letters may be long enough to ask.
    expect(asked.at(-1)).toBe('sign');
    expect(await panel.getByRole('option').first().textContent()).toContain('TEST-4');
    expect(await panel.getByRole('option').first().textContent()).toContain('already linked elsewhere');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await activeOption(panel)).toContain('Sign in');
    expect(await box.getAttribute('aria-activedescendant')).toBe('tl-suggestions-1');
    await page.keyboard.press('Enter');
    await rowOf(panel, 'TEST-3').getByText('Sign in').waitFor();
    expect(await box.inputValue()).toBe('');
    expect(await stage.keysOf('issues/DEMO-1', 'issue')).toEqual(['TEST-3']);
    await page.keyboard.press('Escape');
    expect(await box.count()).toBe(0);
  });

  test('Enter goes to the first of them, Escape closes the list and then the box', async () => {
    const { page, panel, box } = await openBox(2, { locale: 'ru' });
    await page.keyboard.type('картой');
    await panel.getByText('Найдена 1 задача').waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('listbox').waitFor({ state: 'detached' });
    await page.keyboard.press('Backspace');
    await page.keyboard.type('й');
    await panel.getByRole('listbox').waitFor();
    await page.keyboard.press('Enter');
    expect(await activeOption(panel)).toContain('TEST-2');
    expect(await stage.keysOf('issues/DEMO-2', 'issue')).toEqual([]);
    await page.keyboard.press('Enter');
    await rowOf(panel, 'TEST-2').waitFor();
    await page.keyboard.press('Escape');
    expect(await box.count()).toBe(0);
  });

  test('nothing found is said, and so is a Tracker that does not answer', async () => {
    const { panel, box } = await openBox(3);
    await box.fill('nowhere');
    await panel.getByText('Nothing found in Tracker.').waitFor();
    await fault('POST', { status: 500, calls: 50 });
    await box.fill('payments');
    await panel.getByText('The search did not work. Tracker has a fault at the moment.').waitFor();
    await fault('DELETE');
  });
});

describe('a key', () => {
  test('that Tracker does not know is offered, and says why', async () => {
    const { page, panel, box } = await openBox(4);
    await box.fill('TEST-404');
    await panel.getByText('TEST-404: Tracker has no such issue').waitFor();
    expect(await panel.getByRole('button', { name: 'Add', exact: true }).isDisabled()).toBe(true);
    await box.press('Enter');
    await panel.locator('button:focus', { hasText: 'Add TEST-404' }).waitFor();
    await page.keyboard.press('Enter');
    await rowOf(panel, 'TEST-404').waitFor();
  });

  test('that Tracker knows says what it is about before it is added', async () => {
    const { panel, box } = await openBox(5);
    await box.fill('TEST-1');
    await panel.getByText('TEST-1: Card payments').waitFor();
    await box.press('Enter');
    await rowOf(panel, 'TEST-1').getByText('Card payments').waitFor();
  });
});

describe('keys in the issue’s own texts', () => {
  test('are offered with one click, and never linked by themselves', async () => {
    const { page } = await stage.open('/issue/DEMO-20');
    const panel = widgetOn(page, 'Tracker links');
    await panel.getByText('TEST-2 is mentioned here').waitFor();
    await panel.getByText('TEST-3 is mentioned here').waitFor();
    expect(await panel.getByText('UTF-8').count()).toBe(0);
    expect(await stage.keysOf('issues/DEMO-20', 'issue')).toEqual([]);
    await panel.getByRole('button', { name: 'Add TEST-3' }).click();
    await rowOf(panel, 'TEST-3').getByText('Sign in').waitFor();
    await panel.getByText('TEST-3 is mentioned here').waitFor({ state: 'detached' });
    expect(await stage.keysOf('issues/DEMO-20', 'issue')).toEqual(['TEST-3']);
  });

  test('are nothing to who may only read', async () => {
    const { page } = await stage.open('/issue/DEMO-20', { as: 'maria' });
    await page.waitForLoadState('networkidle');
    expect(await widgetOn(page, 'Tracker links').getByText('is mentioned here').count()).toBe(0);
  });
});

test.each([
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'ru'],
  ['dark', 'ru'],
] as const)('the list is readable for everybody, %s, in %s, 320 px wide', async (theme, locale) => {
  const { page, panel, box } = await openBox(8, { theme, locale, width: 320 });
  await box.fill('sign');
  await panel.getByRole('option').first().waitFor();
  await box.press('ArrowDown');
  const frame = await frameOf(page);
  expect(await findAccessibilityProblems(frame)).toEqual([]);
  expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/words-${theme}-${locale}.png` });
  await page.context().close();
});
