import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { openStage, type Stage, stageTimeoutMs, type Viewing } from './support/open-stage.ts';
import { enter, rowOf } from './support/reach.ts';
import { widgetOn } from './support/widgets.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, stageTimeoutMs);
afterAll(() => stage.close());

const kinds = [
  { kind: 'issue', name: 'Tracker links', page: '/issue/DEMO-', rest: 'issues/DEMO-' },
  {
    kind: 'article',
    name: 'Tracker links of the article',
    page: '/articles/DEMO-A-',
    rest: 'articles/DEMO-A-',
  },
] as const;

describe.each(kinds)('the panel of an $kind', ({ kind, name, page: pagePath, rest }) => {
  async function open(number: number, viewing?: Viewing): Promise<{ page: Page; panel: FrameLocator }> {
    const { page } = await stage.open(`${pagePath}${number}`, viewing);
    return { page, panel: widgetOn(page, name) };
  }
  function keys(number: number): Promise<string[]> {
    return stage.keysOf(`${rest}${number}`, kind);
  }
  const key = (number: number) => (kind === 'issue' ? `DEMO-${number}` : `DEMO-A-${number}`);

  test('adds what a person pastes, each once, and says what is no key', async () => {
    await stage.link('jane', 'TEST-1', key(2));
    const { page, panel } = await open(2);
    await rowOf(panel, 'TEST-1').waitFor();
    await enter(panel, 'see https://tracker.yandex.ru/TEST-2, TEST-3, TEST-3 and TEST-1 but not TEST-0');
    await rowOf(panel, 'TEST-3').getByText('Jane Roe').waitFor();
    expect(await panel.getByText('TEST-0 is not a Tracker key').isVisible()).toBe(true);
    expect(await panel.locator('.tl-hint').getByText('TEST-1 is linked already').isVisible()).toBe(true);
    expect(await panel.getByRole('combobox').inputValue()).toBe('TEST-0');
    await rowOf(panel, 'TEST-2').getByText('Jane Roe').waitFor();
    expect((await keys(2)).sort()).toEqual(['TEST-1', 'TEST-2', 'TEST-3']);
    await page.reload();
    await rowOf(panel, 'TEST-2').waitFor();
    expect(await panel.locator('.tl-row').count()).toBe(3);
  });

  test('shows who linked, when, and from which side', async () => {
    await stage.link('robot', 'TEST-5', key(3));
    const { panel } = await open(3, { as: 'maria' });
    const row = rowOf(panel, 'TEST-5');
    await row.getByText('Yandex Tracker').waitFor();
    expect(await row.getByText('in Tracker').isVisible()).toBe(true);
    expect(await row.locator('time').getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    const link = row.getByRole('link', { name: 'TEST-5' });
    expect(await link.getAttribute('href')).toBe('https://tracker.yandex.ru/TEST-5');
    expect(await link.getAttribute('target')).toBe('_blank');
  });

  test('removes with an undo in place of a question', async () => {
    await stage.link('jane', 'TEST-1', key(4));
    await stage.link('jane', 'TEST-2', key(4));
    const { panel } = await open(4);
    await panel.getByRole('button', { name: 'Remove TEST-1' }).click();
    const undo = rowOf(panel, 'TEST-1').getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    expect(await keys(4)).toEqual(['TEST-2']);
    await undo.click();
    await panel.getByRole('button', { name: 'Remove TEST-1' }).waitFor();
    expect((await keys(4)).sort()).toEqual(['TEST-1', 'TEST-2']);
  });

  test('can be used by keyboard alone', async () => {
    const { page, panel } = await open(5);
    await panel.getByRole('button', { name: 'Add link' }).focus();
    await page.keyboard.press('Enter');
    await panel.locator('input:focus').waitFor();
    await page.keyboard.type('test-7');
    await panel.getByText('Enter adds TEST-7').waitFor();
    await page.keyboard.press('Enter');
    await rowOf(panel, 'TEST-7').getByText('Jane Roe').waitFor();
    await page.keyboard.press('Escape');
    expect(await panel.getByRole('combobox').count()).toBe(0);
    expect(await panel.locator(':focus').textContent()).toBe('Add link');
    await page.keyboard.press('Tab');
    expect(await panel.locator(':focus').textContent()).toBe('TEST-7');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.locator('button:focus', { hasText: 'Undo' }).waitFor();
    await page.keyboard.press('Enter');
    await panel.locator('button:focus[aria-label="Remove TEST-7"]').waitFor();
    expect(await keys(5)).toEqual(['TEST-7']);
  });

  test('lets who may only read look, and nothing else', async () => {
    await stage.link('jane', 'TEST-1', key(6));
    const { panel } = await open(6, { as: 'maria' });
    await rowOf(panel, 'TEST-1').waitFor();
    expect(await panel.getByRole('button').count()).toBe(0);
  });

  test('takes no room where nothing is linked and nothing may be', async () => {
    const { page } = await open(7, { as: 'maria' });
    const frame = page.locator(`iframe[title="${name}"]`);
    await frame.waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    expect(await frame.evaluate((element) => element.getBoundingClientRect().height)).toBe(0);
  });

  test('is not there for who may not see the page', async () => {
    const { page } = await open(2, { as: 'omar' });
    expect(await page.locator('iframe').count()).toBe(0);
    expect(await page.getByText('TEST-1').count()).toBe(0);
  });

  test('turns a failed row into an error with a retry, and never doubles it', async () => {
    const { page, panel } = await open(8);
    await panel.getByRole('button', { name: 'Add link' }).waitFor();
    await stage.request('admin', 'POST', '_sandbox/faults', { status: 500, method: 'POST' });
    await enter(panel, 'TEST-8');
    const row = rowOf(panel, 'TEST-8');
    await row.getByText('Not added. YouTrack works, but this app did not answer.').waitFor();
    const sent: string[] = [];
    page.on('request', (sending) => {
      if (sending.method() === 'POST' && sending.url().includes('/links')) sent.push(sending.url());
    });
    let send = () => {};
    const isSeen = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.route(`**/${kind}/links?*`, async (route) => {
      await isSeen;
      await route.continue();
    });
    await row.getByRole('button', { name: 'Try again' }).dblclick();
    await row.getByText('Adding…').waitFor();
    send();
    await row.getByText('Jane Roe').waitFor();
    expect(sent).toHaveLength(1);
    expect(await keys(8)).toEqual(['TEST-8']);
  });
});

test('a value that cannot be read is told, and cannot be written over', async () => {
  const { page } = await stage.open('/issue/DEMO-9');
  const panel = widgetOn(page, 'Tracker links');
  await panel.getByText('The link data is damaged').waitFor();
  expect(await panel.getByRole('button').count()).toBe(0);
});
