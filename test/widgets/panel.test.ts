import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { PanelAnswer } from '../../src/pages/panel-answer.ts';
import { closeBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { type BuiltWidgets, buildWidgetsForTest } from './support/build-widgets-for-test.ts';
import { type HostCall, openWidget } from './support/widget-page.ts';

let built: BuiltWidgets;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  built = await buildWidgetsForTest();
  browser = await launchBrowser();
});
afterEach(() => page.context().close());
afterAll(async () => {
  await closeBrowser(browser);
  await built.remove();
});

const panel: PanelAnswer = {
  kind: 'issue',
  key: 'DEMO-1',
  mayEdit: true,
  trackerUrl: 'https://tracker.yandex.ru',
  links: [
    {
      issueKey: 'TEST-1',
      url: 'https://tracker.yandex.ru/TEST-1',
      addedAt: '2026-01-31T09:15:00.000Z',
      addedBy: 'ivan',
      via: 'tracker',
    },
  ],
  people: { ivan: 'Иван Петров' },
};

interface Opening {
  readonly answer: (call: HostCall) => unknown;
  readonly locale?: string;
  readonly key?: string;
  readonly prepare?: (opened: Page) => Promise<void>;
}

async function open({ answer, locale = 'en', key = 'issue-links', prepare }: Opening): Promise<void> {
  page = (await openPage(browser)).page;
  await prepare?.(page);
  await openWidget(page, { folder: built.folder, key, locale, answer });
}

function answerPanel({ endpoint, body }: HostCall): unknown {
  if (endpoint === 'issue/panel') return { ok: true, data: panel };
  if (endpoint === 'issue/queues') return { ok: true, data: { queues: ['TEST'] } };
  const { issueKeys } = body as { issueKeys: string[] };
  const created = issueKeys.map((issueKey) => ({ issueKey, linked: ['DEMO-1'], alreadyLinked: [] }));
  return { ok: true, data: { created } };
}

test('a wait shows a loader after 200 ms, and nothing before', async () => {
  let answerNow: (answer: unknown) => void = () => undefined;
  const answer = new Promise((resolve) => {
    answerNow = resolve;
  });
  await open({
    answer: () => answer,
    locale: 'ru',
    prepare: async (opened) => {
      await opened.clock.install({ time: new Date('2026-02-01T00:00:00Z') });
      await opened.clock.pauseAt(new Date('2026-02-01T00:00:01Z'));
    },
  });
  await page.locator('html[lang="ru"]').waitFor({ state: 'attached' });
  await page.clock.runFor(199);
  expect(await page.locator('#root').textContent()).toBe('');
  // The first of them goes to the browser's next frame.
  await page.clock.runFor(20);
  await page.getByText('Загрузка…').waitFor();
  answerNow({ ok: true, data: panel });
  await page.getByText('Иван Петров').waitFor();
  expect(await page.getByText('Загрузка…').count()).toBe(0);
});

test.each([
  ['en', '2026-02-10T00:00:00Z', '1 link', '10 days ago'],
  ['ru', '2027-02-10T00:00:00Z', '1 связь', '31 янв. 2026 г.'],
])('rows in %s do not wait for the formatters of the browser', async (locale, time, count, when) => {
  await open({
    answer: answerPanel,
    locale,
    prepare: async (opened) => {
      await opened.clock.setFixedTime(new Date(time));
      await opened.addInitScript(countFormatters);
    },
  });
  await page.getByText(when, { exact: true }).waitFor();
  await page.getByText(count, { exact: true }).waitFor();
  expect(await page.evaluate('madeFormatters')).toEqual([]);
});

/** Runs in the page: names the formatters that were made there and cost ten milliseconds the first time. */
const countFormatters = `globalThis.madeFormatters = [];
for (const name of ['NumberFormat', 'DateTimeFormat', 'RelativeTimeFormat', 'ListFormat'])
  Intl[name] = new Proxy(Intl[name], {
    construct(target, args) {
      madeFormatters.push(name);
      return new target(...args);
    },
  });`;

test('keys on lines of their own stay apart when they are pasted', async () => {
  await open({ answer: answerPanel });
  await page.getByRole('button', { name: 'Add link' }).click();
  await page.getByRole('combobox').evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'TEST-2\nTEST-3\r\nTEST-4');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByText('Enter adds 3: TEST-2, TEST-3 and TEST-4').waitFor();
  await page.getByRole('combobox').press('Enter');
  await page.getByRole('button', { name: 'Remove TEST-4' }).waitFor();
  expect(await page.locator('.tl-row').count()).toBe(4);
});

test('coming back to an old panel shows what others did meanwhile', async () => {
  let links = panel.links;
  await open({
    answer: () => ({ ok: true, data: { ...panel, links } }),
    prepare: (opened) => opened.clock.install({ time: new Date('2026-02-01T00:00:00Z') }),
  });
  await page.getByRole('link', { name: 'TEST-1' }).waitFor();
  links = [];
  await page.clock.fastForward(60_000);
  await page.locator('.tl-panel').hover();
  await page.getByRole('link', { name: 'TEST-1' }).waitFor({ state: 'detached' });
});

test('what happens is told to those who listen', async () => {
  await open({ answer: answerPanel });
  await page.getByRole('button', { name: 'Add link' }).click();
  await page.getByRole('combobox').fill('TEST-9 TEST-1');
  await page.getByRole('combobox').press('Enter');
  await page.locator('.tl-hidden[role=status]', { hasText: 'TEST-9 added' }).waitFor({ state: 'attached' });
  expect(await page.locator('.tl-row.tl-pointed').count()).toBe(0);
});

test('a time tells its exact moment when it is pointed at', async () => {
  await open({ answer: answerPanel });
  await page.locator('time').hover();
  expect(await page.locator('time').getAttribute('title')).toBe('31 January 2026 at 09:15');
});

test.each([
  ['en', 'You may not add links here.'],
  ['ru', 'У вас нет прав добавлять здесь связи.'],
])('a dialog says at once that a right was lost meanwhile, in %s', async (locale, sentence) => {
  await open({
    key: 'issue-add-link',
    locale,
    answer: () => ({ ok: true, data: { ...panel, mayEdit: false } }),
  });
  await page.getByText(sentence).waitFor();
  expect(await page.getByRole('combobox').count()).toBe(0);
});
