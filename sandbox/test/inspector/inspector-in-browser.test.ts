import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createSandbox, type Sandbox } from 'youtrack-sandbox';
import { findAccessibilityProblems } from '../../../test/e2e/support/axe.ts';
import { closeBrowser, launchBrowser, openPage } from '../../../test/support/browser.ts';
import { packApp } from '../support/pack-app.ts';
import { packInspectedApp } from './inspected-app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => closeBrowser(browser));

let youtrack: Sandbox;
beforeEach(async () => {
  youtrack = await createSandbox({ port: 0, apps: [packInspectedApp()] });
});
afterEach(() => youtrack.close());

const endpoint = '/api/issues/DEMO-1/extensionEndpoints/inspected/backend';

const post = (path: string, body: object = {}) =>
  youtrack.as('admin').fetch(path, { method: 'POST', body: JSON.stringify(body) });

async function openInspector(address = '', choices = 'locale=en'): Promise<Page> {
  const { page } = await openPage(browser);
  await page.goto(`${youtrack.url}/_sandbox/inspector?${choices}`);
  if (address !== '') await page.goto(`${youtrack.url}/_sandbox/inspector${address}`);
  return page;
}

const summary = async () => {
  const answer = await youtrack.as('admin').fetch('/api/issues/DEMO-1?fields=summary');
  return ((await answer.json()) as { readonly summary: string }).summary;
};

describe('the inspector', () => {
  test('shows a request as it comes, with its bodies and what it wrote', async () => {
    const page = await openInspector();
    await page.getByText('Nothing has been asked yet.').waitFor();
    await post(`${endpoint}/rename`, { summary: 'Сканер' });
    await page.getByRole('link', { name: `POST ${endpoint}/rename` }).click();
    const chosen = page.locator('.still');
    await chosen.getByText('"summary": "Сканер"').waitFor();
    await chosen.getByText('"ok": true').waitFor();
    const written = chosen.getByRole('table', { name: 'Issue DEMO-1: changed' });
    expect(await written.getByRole('row', { name: 'summary' }).textContent()).toContain('Сканер');
    await chosen.getByText('Headers of the request').click();
    expect(await chosen.getByText('<***>').isVisible()).toBe(true);
  });

  test('shows transactions, and from there the request that set them off', async () => {
    await post(`${endpoint}/rename`, { summary: 'Сканер' });
    const page = await openInspector('?tab=transactions');
    await page.getByRole('link', { name: 'Issue DEMO-1: changed' }).click();
    await page
      .locator('.still')
      .getByRole('link', { name: /^request \d+$/ })
      .click();
    await page
      .locator('.still')
      .getByRole('heading', { name: `POST ${endpoint}/rename` })
      .waitFor();
  });

  test('runs an async function that waits, now', async () => {
    await post(`${endpoint}/later`);
    const page = await openInspector('?tab=waiting');
    await page.getByRole('button', { name: 'Run now: inspected/backend finish' }).click();
    await page.getByRole('status').getByText('Done.').waitFor();
    await page.getByText('No async function is waiting.').waitFor();
    expect(await summary()).toBe('Готово');
    await page.getByRole('link', { name: 'Transactions' }).click();
    await page.getByRole('row', { name: 'inspected/backend finish()' }).waitFor();
  });

  test('runs a schedule now and says for what', async () => {
    const page = await openInspector('?tab=waiting');
    await page.getByRole('button', { name: 'Run now: inspected/nightly' }).click();
    await page.getByRole('status').getByText('It has run for DEMO-1.').waitFor();
  });

  test('shows mails and, live, what apps log', async () => {
    const page = await openInspector('?tab=logs');
    await page.getByText('No app has said anything yet.').waitFor();
    await post(`${endpoint}/mail`);
    await page.getByRole('row', { name: 'inspected/backend' }).getByText('пишу').waitFor();
    await page.getByRole('link', { name: 'Mails' }).click();
    await page.getByRole('link', { name: 'Тема' }).click();
    await page.frameLocator('iframe[title="Тема"]').getByText('жирное').waitFor();
  });

  test('changes settings at both levels, keeps secrets unseen, and refuses what cannot be', async () => {
    const page = await openInspector('?tab=apps&app=inspected&project=DEMO');
    const global = page.locator('form', { hasText: 'Settings for the whole server' });
    await global.getByLabel('Токен').fill('очень тайно');
    await global.getByLabel('Цвет').selectOption('green');
    await global.getByLabel('owner').fill('jane');
    await global.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Done.').waitFor();
    expect(await page.content()).not.toContain('очень тайно');
    await global.getByLabel('Цвет').selectOption('red');
    await global.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Done.').waitFor();
    const read = async (path: string) => (await youtrack.as('admin').fetch(path)).json();
    expect(await read('/api/admin/apps/inspected/globalConfig?fields=globalSettings')).toMatchObject({
      globalSettings: expect.stringMatching(
        /"token":"<\*\*\*>".*"color":"red"|"color":"red".*"token":"<\*\*\*>"/,
      ),
    });
    const project = page.locator('form', { hasText: 'Settings in DEMO' });
    await project.getByLabel('limit').fill('0');
    await project.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('minimum').waitFor();
    await project.getByLabel('limit').fill('3');
    await project.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Done.').waitFor();
    expect(await page.getByLabel('limit').inputValue()).toBe('3');
  });

  test('detaches an app from a project and attaches it again', async () => {
    const page = await openInspector('?tab=apps&app=inspected');
    await page.getByRole('button', { name: 'Detach: DEMO' }).click();
    await page.getByRole('button', { name: 'Attach: DEMO' }).waitFor();
    expect((await post(`${endpoint}/rename`, { summary: 'Сканер' })).status).toBe(404);
    await page.getByRole('button', { name: 'Attach: DEMO' }).click();
    await page.getByRole('button', { name: 'Detach: DEMO' }).waitFor();
    expect((await post(`${endpoint}/rename`, { summary: 'Сканер' })).status).toBe(200);
  });

  test('imports a zip that is uploaded, and says why it does not', async () => {
    const page = await openInspector('?tab=apps');
    const upload = async (name: string, bytes: Uint8Array) => {
      await page
        .getByLabel('Zip of an app')
        .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
      await page.getByRole('button', { name: 'Import' }).click();
    };
    await upload('не zip.zip', new TextEncoder().encode('не zip'));
    await page.getByRole('alert').waitFor();
    const widgets = Array.from({ length: 40 }, (_, index) => ({
      key: `виджет ${index}`,
      extensionPoint: 'НИГДЕ',
    }));
    const manifest = { name: 'bad', title: 'Много ошибок', version: '1.0.0', widgets };
    await upload('много ошибок.zip', packApp('bad', { 'manifest.json': manifest }));
    await page.getByRole('alert').getByText('НИГДЕ').waitFor();
    await upload('second.zip', packInspectedApp('second'));
    await page.getByRole('status').getByText('second is imported.').waitFor();
    await page.getByRole('link', { name: 'second 1.0.0' }).waitFor();
  });

  test('begins anew when told twice', async () => {
    await post(`${endpoint}/rename`, { summary: 'Сканер' });
    await youtrack.install(packInspectedApp('second'));
    const page = await openInspector('?tab=apps');
    await page.getByText('Begin anew…').click();
    await page.getByRole('button', { name: 'Begin anew' }).click();
    await page.getByRole('status').getByText('Done.').waitFor();
    expect(await page.getByRole('link', { name: 'second 1.0.0' }).count()).toBe(0);
    expect(await summary()).not.toBe('Сканер');
  });

  test('keeps the focus and what is unfolded while lists grow', async () => {
    await post(`${endpoint}/rename`, { summary: 'Сканер' });
    const page = await openInspector();
    const link = page.getByRole('link', { name: `POST ${endpoint}/rename` });
    await link.focus();
    await post(`${endpoint}/mail`);
    await page.getByRole('link', { name: `POST ${endpoint}/mail` }).waitFor();
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('can be used with the keyboard alone', async () => {
    await post(`${endpoint}/later`);
    const page = await openInspector('?tab=waiting');
    const button = page.getByRole('button', { name: 'Run now: inspected/backend finish' });
    for (let presses = 0; presses < 40; presses += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Done.').waitFor();
    await page.getByText('Begin anew…').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Begin anew' }).waitFor();
  });

  test('takes nothing from pages of strangers', async () => {
    const address = `${youtrack.url}/_sandbox/inspector`;
    const form = new URLSearchParams({ act: 'reset' });
    const answer = await fetch(address, {
      method: 'POST',
      body: form,
      headers: { origin: 'https://evil.test' },
    });
    expect(answer.status).toBe(403);
  });

  test.each([
    ['light', 'en'],
    ['dark', 'ru'],
  ])('has nothing that axe finds wrong, in the %s theme, in %s', async (theme, locale) => {
    await post(`${endpoint}/rename`, { summary: 'Сканер' });
    await post(`${endpoint}/later`);
    await post(`${endpoint}/mail`);
    await post('/api/nothing');
    const page = await openInspector('', `theme=${theme}&locale=${locale}`);
    const folder = process.env.INSPECTOR_PICTURES;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator('td a').first().waitFor();
    const first = (await page.locator('td a', { hasText: 'rename' }).getAttribute('href')) ?? '';
    for (const address of [
      first,
      '?tab=transactions',
      '?tab=waiting',
      '?tab=mails&id=1',
      '?tab=logs',
      '?tab=apps&app=inspected&project=DEMO',
    ]) {
      await page.goto(`${youtrack.url}/_sandbox/inspector${address}`);
      expect([address, await findAccessibilityProblems(page)]).toEqual([address, []]);
      if (folder !== undefined)
        await page.screenshot({
          path: `${folder}/${/tab=(\w+)/.exec(address)?.[1]}-${theme}-${locale}.png`,
          fullPage: true,
        });
    }
  });
});
