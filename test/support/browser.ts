import { setTimeout as pause } from 'node:timers/promises';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const launchTimeoutMs = 30_000;
const closeTimeoutMs = 10_000;
const actionTimeoutMs = 10_000;

/**
 * A real Chromium without a window, with the web's security rules in force: the flags that @sparticuz/chromium suggests
 * switch them off and are not used. `CHROMIUM_PATH` names another browser. End it with `closeBrowser`.
 */
export async function launchBrowser(): Promise<Browser> {
  const deadline = Date.now() + launchTimeoutMs;
  for (;;) {
    try {
      return await chromium.launch({
        executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
        args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
        timeout: launchTimeoutMs,
      });
    } catch (error) {
      // The first launch on a machine unpacks the browser; another process may meet a file that is still being written.
      if (process.env.CHROMIUM_PATH !== undefined || Date.now() > deadline) throw error;
      await pause(500);
    }
  }
}

/** Ends the browser; gives up waiting after ten seconds (the process then goes when this one ends). */
export async function closeBrowser(browser: Browser | undefined): Promise<void> {
  const waiting = new AbortController();
  const giveUp = pause(closeTimeoutMs, undefined, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([browser?.close(), giveUp]);
  waiting.abort();
}

export interface OpenedPage {
  readonly page: Page;
  /** Uncaught errors and `console.error` lines of the page and of its frames, in the order they came. */
  readonly problems: readonly string[];
}

/** A page in a browser context of its own (cookies, storage), with a bound of ten seconds on every action. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(actionTimeoutMs);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, problems };
}
