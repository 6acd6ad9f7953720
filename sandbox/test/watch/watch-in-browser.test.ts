import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { findAccessibilityProblems } from '../../../test/e2e/support/axe.ts';
import { closeBrowser, launchBrowser, openPage } from '../../../test/support/browser.ts';
import { parseFlags } from '../../src/server/parse-flags.ts';
import { type RunningSandbox, startSandbox } from '../../src/server/start-sandbox.ts';
import { buildFolder } from '../support/build-folder.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => closeBrowser(browser));

const manifest = {
  name: 'watched',
  title: 'Под присмотром',
  version: '1.0.0',
  widgets: [
    { key: 'panel', name: 'Панель', extensionPoint: 'ISSUE_BELOW_SUMMARY', indexPath: 'panel/index.html' },
    { key: 'item', name: 'Пункт', extensionPoint: 'ISSUE_OPTIONS_MENU_ITEM', indexPath: 'panel/index.html' },
  ],
};

let folder: string;
let running: RunningSandbox;
let lines: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  lines = [];
  write('manifest.json', JSON.stringify(manifest));
  write('widgets/panel/index.html', pageOf('первая'));
  write('backend.js', 'exports.value = 1;');
  running = await startSandbox({
    flags: parseFlags([folder, '--watch', '--port', '0', '--tracker-port', '0']),
    buildFolder,
    onLine: (line) => lines.push(line),
  });
});
afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function pageOf(text: string, script = ''): string {
  return `<!doctype html><html lang="ru"><head><title>Панель</title></head><body><p>${text}</p><script>YTApp.register();</script>${script}</body></html>`;
}

async function openIssue(choices = 'as=admin&locale=ru'): Promise<Page> {
  const { page } = await openPage(browser);
  await page.goto(`${running.youtrack}/issue/DEMO-1?${choices}`);
  return page;
}

const textIn = (page: Page, name: string, text: string) =>
  page.frameLocator(`iframe[title="${name}"]`).getByText(text).waitFor();

describe('with --watch', () => {
  test('an edit is on screen without a restart', async () => {
    const page = await openIssue();
    await textIn(page, 'Панель', 'первая');
    write('widgets/panel/index.html', pageOf('вторая'));
    await textIn(page, 'Панель', 'вторая');
    expect(lines.join('\n')).toMatch(/watched 1\.0\.0 is imported/);
  });

  test.each(['light', 'dark'])(
    'an error is where the widget is, in the %s theme, until it is mended',
    async (theme) => {
      const page = await openIssue(`as=admin&locale=ru&theme=${theme}`);
      await textIn(page, 'Панель', 'первая');
      write('backend.js', 'exports.value = ;');
      const problem = page.locator('[data-point="ISSUE_BELOW_SUMMARY"]').getByRole('alert');
      await problem.getByText('Не удалось импортировать').waitFor();
      expect(await problem.locator('pre').textContent()).toMatch(/backend/);
      expect(await page.locator('iframe[title="Панель"]').isVisible()).toBe(false);
      expect(await findAccessibilityProblems(page)).toEqual([]);
      expect(lines.join('\n')).toMatch(/cannot be imported: .*backend/);
      write('backend.js', 'exports.value = 2;');
      write('widgets/panel/index.html', pageOf('вторая'));
      await textIn(page, 'Панель', 'вторая');
      expect(await page.getByRole('alert').count()).toBe(0);
    },
  );

  test('an error is in the open dialog of a menu item as well, which comes back with the page', async () => {
    const page = await openIssue();
    await page.locator('.options summary').click();
    await page.getByRole('button', { name: 'Пункт' }).click();
    await textIn(page, 'Пункт', 'первая');
    write('manifest.json', '{"name":');
    await page.getByRole('dialog').getByRole('alert').getByText('manifest.json').waitFor();
    write('manifest.json', JSON.stringify(manifest));
    write('widgets/panel/index.html', pageOf('вторая'));
    await textIn(page, 'Пункт', 'вторая');
    expect(await page.getByRole('dialog', { name: 'Пункт' }).isVisible()).toBe(true);
  });

  test('what a widget does not catch is said above it', async () => {
    const page = await openIssue();
    write('widgets/panel/index.html', pageOf('вторая', '<script>throw new Error("упало")</script>'));
    await textIn(page, 'Панель', 'вторая');
    const problem = page.locator('[data-point="ISSUE_BELOW_SUMMARY"]').getByRole('alert');
    await problem.getByText('упало').waitFor();
    expect(await page.locator('iframe[title="Панель"]').isVisible()).toBe(true);
  });

  test('an app that could never be imported is told of on every page', async () => {
    await running.close();
    write('manifest.json', '{}');
    running = await startSandbox({
      flags: parseFlags([folder, '--watch', '--port', '0', '--tracker-port', '0']),
      buildFolder,
      onLine: (line) => lines.push(line),
    });
    const page = await openIssue();
    await page.locator('main').getByRole('alert').getByText('manifest.json').waitFor();
    write('manifest.json', JSON.stringify(manifest));
    await textIn(page, 'Панель', 'первая');
  });

  test('what esbuild and vite write into their folders, emptied first, is imported whole', async () => {
    const page = await openIssue();
    await textIn(page, 'Панель', 'первая');
    for (const text of ['вторая', 'третья']) {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      write('manifest.json', JSON.stringify(manifest));
      const { outputFiles } = await build({
        stdin: { contents: `document.querySelector('p').textContent = '${text}';` },
        entryNames: 'main-[hash]',
        outdir: join(folder, 'widgets', 'panel'),
        bundle: true,
        write: false,
      });
      for (const { path, contents } of outputFiles) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, contents);
        const name = path.split('/').pop();
        write('widgets/panel/index.html', pageOf('ещё ничего', `<script src="${name}"></script>`));
      }
      write('backend.js', `exports.value = '${text}';`);
      await textIn(page, 'Панель', text);
      expect(lines.filter((line) => line.includes('cannot be imported'))).toEqual([]);
    }
  });
});
