import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { closeBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { startSandbox } from '../support/start-sandbox.ts';

const size = { width: 960, height: 560 };

/** The inspector shows its lists beside what is chosen where there is room. */
const wideSize = { width: 1160, height: 820 };

/** One page to be taken, once it shows what it should. */
interface Scene {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly open: (page: Page, origin: string) => Promise<unknown>;
}

const scenes: readonly Scene[] = [
  {
    name: 'issue',
    size,
    async open(page, origin) {
      await page.goto(`${origin}/issue/DEMO-1`);
      await page.frameLocator('iframe[title="Release checklist"]').locator('li').nth(3).waitFor();
    },
  },
  {
    name: 'inspector-requests',
    size: wideSize,
    async open(page, origin) {
      await page.goto(`${origin}/_sandbox/inspector`);
      await page.getByRole('link', { name: 'POST /api/issues/DEMO-1' }).click();
      await page.locator('.still').waitFor();
    },
  },
  {
    name: 'inspector-apps',
    size: wideSize,
    open: (page, origin) =>
      page.goto(`${origin}/_sandbox/inspector?tab=apps&app=release-checklist&project=DEMO`),
  },
];

/** Takes the pictures of the sandbox's own pages, with a small app in them, in both themes. */
export async function takeSandboxPictures(folder: string, words: readonly string[] = []): Promise<void> {
  const wanted = scenes.filter(
    ({ name }) => words.length === 0 || words.some((word) => `sandbox-${name}`.includes(word)),
  );
  if (wanted.length === 0) return;
  await mkdir(folder, { recursive: true });
  const sandbox = await startSandbox('--app', 'sandbox/test/pictures/app');
  const browser = await launchBrowser();
  try {
    await useYouTrack(sandbox.youtrack);
    for (const { name, size: viewport, open } of wanted) {
      for (const theme of ['light', 'dark'] as const) {
        const { page } = await openPage(browser, { viewport, colorScheme: theme });
        await page.goto(`${sandbox.youtrack}/?as=jane&locale=en&theme=${theme}`);
        await open(page, sandbox.youtrack);
        await writeFile(join(folder, `${name}-${theme}.png`), await page.screenshot());
        await page.context().close();
      }
    }
  } finally {
    await closeBrowser(browser);
    await sandbox.stop();
  }
}

/** Something for the inspector to show. */
async function useYouTrack(origin: string): Promise<void> {
  const headers = { authorization: 'Bearer perm:admin' };
  const ask = async (path: string, body?: object) => {
    const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
    await (await fetch(origin + path, init)).text();
  };
  await ask('/api/issues/DEMO-2?fields=idReadable,summary');
  await ask('/api/issues/DEMO-1/extensionEndpoints/release-checklist/backend/steps');
  await ask('/api/issues/DEMO-1?fields=idReadable,description', { description: 'Since the last release.' });
  await ask('/api/issues/DEMO-9');
}
