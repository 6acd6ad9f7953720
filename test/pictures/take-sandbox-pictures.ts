import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closeBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { startSandbox } from '../support/start-sandbox.ts';

const size = { width: 960, height: 560 };

/** Takes the pictures of the sandbox's own pages, with a small app in them, in both themes. */
export async function takeSandboxPictures(folder: string, words: readonly string[] = []): Promise<void> {
  if (words.length > 0 && !words.some((word) => 'sandbox-issue'.includes(word))) return;
  await mkdir(folder, { recursive: true });
  const sandbox = await startSandbox('--app', 'sandbox/test/pictures/app');
  const browser = await launchBrowser();
  try {
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await openPage(browser, { viewport: size, colorScheme: theme });
      await page.goto(`${sandbox.youtrack}/issue/DEMO-1?as=jane&locale=en&theme=${theme}`);
      await page.frameLocator('iframe[title="Release checklist"]').locator('li').nth(3).waitFor();
      await writeFile(join(folder, `issue-${theme}.png`), await page.screenshot());
      await page.context().close();
    }
  } finally {
    await closeBrowser(browser);
    await sandbox.stop();
  }
}
