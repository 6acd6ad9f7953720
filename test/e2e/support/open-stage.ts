import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { closeBrowser, launchBrowser, openPage } from '../../support/browser.ts';
import { startSandbox } from '../../support/start-sandbox.ts';
import { e2eWorld } from './e2e-world.ts';

export interface Viewing {
  /** Whose eyes; `jane` when left out. */
  readonly as?: 'admin' | 'jane' | 'maria' | 'omar';
  readonly locale?: 'en' | 'ru';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  /** Lets every request of every widget on the page fail so. */
  readonly fail?: '500' | 'timeout' | 'offline';
  /** What to do with the page before it is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

export interface Viewed {
  readonly page: Page;
  /** Uncaught errors and `console.error` lines of the page and its frames. */
  readonly problems: readonly string[];
}

/** The packaged app in a sandbox of its own, and a browser to look at it with. */
export interface Stage {
  readonly url: string;
  /** Where the stand-in for Tracker is. */
  readonly tracker: string;
  /** A request as `login`; answers the parsed body, or throws when it was refused. */
  request(login: string, method: string, path: string, body?: unknown): Promise<unknown>;
  /** Links entities as `login`, through the global endpoint. */
  link(login: string, issueKey: string, ...entityIds: string[]): Promise<void>;
  /** Tracker keys of an entity, as the server has them now. `path` is `issues/DEMO-1`, `articles/…`. */
  keysOf(path: string, handler: string): Promise<string[]>;
  open(path: string, viewing?: Viewing): Promise<Viewed>;
  close(): Promise<void>;
}

/** For `beforeAll`: unpacked already, the browser still needs a moment. */
export const stageTimeoutMs = 150_000;

export function openStage(...flags: readonly string[]): Promise<Stage> {
  return openStageOf(e2eWorld, ...flags);
}

/** The same with a world of the test's own. */
export async function openStageOf(content: unknown, ...flags: readonly string[]): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'e2e-'));
  const world = join(folder, 'world.json');
  await writeFile(world, JSON.stringify(content));
  const sandbox = await startSandbox(
    '--world',
    world,
    '--app',
    'tracker-links.zip',
    '--delete',
    'writable',
    ...flags,
  );
  const browser = await launchBrowser();
  const url = sandbox.youtrack;

  async function request(login: string, method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${url}/api/${path}`, {
      method,
      headers: { authorization: `Bearer perm:${login}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  return {
    url,
    tracker: sandbox.tracker,
    request,
    async link(login, issueKey, ...entityIds) {
      await request(login, 'POST', 'extensionEndpoints/tracker-links/global/links', { issueKey, entityIds });
    },
    async keysOf(path, handler) {
      const answer = await request(
        'admin',
        'GET',
        `${path}/extensionEndpoints/tracker-links/${handler}/links`,
      );
      return (answer as { links: { issueKey: string }[] }).links.map(({ issueKey }) => issueKey);
    },
    open: (path, viewing) => openViewed({ browser, url, path, viewing }),
    async close() {
      await Promise.all([closeBrowser(browser), sandbox.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}

interface OpenOptions {
  readonly browser: Browser;
  readonly url: string;
  readonly path: string;
  readonly viewing: Viewing | undefined;
}

async function openViewed({ browser, url, path, viewing = {} }: OpenOptions): Promise<Viewed> {
  const { as = 'jane', locale = 'en', theme = 'light', width = 1000, fail, prepare } = viewing;
  const { page, problems } = await openPage(browser, { viewport: { width, height: 800 } });
  await prepare?.(page);
  const address = new URL(path, url);
  for (const [name, value] of Object.entries({ as, locale, theme, fail })) {
    if (value !== undefined) address.searchParams.set(name, value);
  }
  await page.goto(address.href);
  return { page, problems };
}
