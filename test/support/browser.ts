import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const launchTimeoutMs = 60_000;
const closeTimeoutMs = 10_000;
const actionTimeoutMs = 30_000;

/**
 * A real Chromium without a window, with the web's security rules in force: the flags that @sparticuz/chromium suggests
 * switch them off and are not used. `CHROMIUM_PATH` names the browser (`unpack-browser.mjs` sets it before the tests).
 * End it with `closeBrowser`.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (executablePath === undefined) throw new Error('CHROMIUM_PATH is not set: run unpackBrowser() first');
  return await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    env: { ...process.env, ...carriedLibraries() },
    timeout: launchTimeoutMs,
  });
}

/** The browser that the package carries brings its own libraries and fonts; an installed one uses the system's. */
function carriedLibraries(): Record<string, string> {
  const folder = process.env.CHROMIUM_FOLDER;
  if (folder === undefined) return {};
  return { LD_LIBRARY_PATH: `${folder}/al2023/lib`, FONTCONFIG_FILE: `${folder}/fonts.conf` };
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

/** A page in a browser context of its own (cookies, storage), where it is UTC, with a bound of half a minute on every action. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const context = await browser.newContext({ timezoneId: 'UTC', ...options });
  context.setDefaultTimeout(actionTimeoutMs);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, problems };
}
