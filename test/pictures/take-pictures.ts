import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { closeBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { startSandbox } from '../support/start-sandbox.ts';
import { furnish, linkInTracker, pretend } from './furnish.ts';
import { pageScenes, type Scene, scenes } from './scenes.ts';

const themes = ['light', 'dark'] as const;
const locales = ['en', 'ru'] as const;

interface Round {
  readonly browser: Browser;
  readonly theme: (typeof themes)[number];
  readonly locale: (typeof locales)[number];
  readonly folder: string;
  /** Words of the names wanted; none: all. */
  readonly words: readonly string[];
}

interface Shot extends Round {
  readonly url: string;
  readonly scene: Scene;
}

/** Takes a picture of every scene, or of those named, in both themes and both languages. */
export async function takePictures(folder: string, words: readonly string[] = []): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const theme of themes) {
      for (const locale of locales) await takeRound({ browser, theme, locale, folder, words });
    }
  } finally {
    await closeBrowser(browser);
  }
}

/** Every round has a world of its own, since some scenes change it. */
async function takeRound(round: Round): Promise<void> {
  const worlds = await mkdtemp(join(tmpdir(), 'pictures-'));
  const toStandIn = ['--map', 'api.tracker.yandex.net=tracker'];
  const world = await writeWorld(worlds);
  const sandbox = await startSandbox('--world', world, '--app', 'tracker-links.zip', ...toStandIn);
  try {
    await furnish(sandbox.youtrack);
    await linkInTracker(sandbox.tracker);
    if (isWanted('tracker-issue', round)) await shootTracker(round, sandbox.tracker);
    const asked = round.theme === 'light' ? [...scenes, ...pageScenes] : scenes;
    for (const scene of asked.filter(({ name }) => isWanted(name, round)))
      await shoot({ ...round, url: sandbox.youtrack, scene });
  } finally {
    await sandbox.stop();
    await rm(worlds, { recursive: true });
  }
}

function isWanted(name: string, { words }: Round): boolean {
  return words.length === 0 || words.some((word) => name.includes(word));
}

/** What connects the app with the stand-in for Tracker, as `npm start` does it. */
const connection = {
  trackerOrganizationId: '4711',
  trackerAuthorization: 'OAuth pictures',
  issueApplication: 'com.example.youtrack.issue',
  articleApplication: 'com.example.youtrack.article',
  trackerDetails: 'readers',
};

/** The demo world, connected, with one value that nobody can read. */
async function writeWorld(folder: string): Promise<string> {
  const world = JSON.parse(await readFile('demo/world.json', 'utf8'));
  world.apps['tracker-links'].extensionProperties.Issue = {
    'DEMO-9': { trackerLinks: '{"version":1,"links":{"TEST-5":{"ad', hasTrackerLinks: true },
  };
  Object.assign(world.apps['tracker-links'].settings, connection);
  const file = join(folder, 'world.json');
  await writeFile(file, JSON.stringify(world));
  return file;
}

/** An issue in Tracker, with the links it has into YouTrack. */
async function shootTracker({ browser, theme, locale, folder }: Round, tracker: string): Promise<void> {
  const { page } = await openPage(browser, { viewport: { width: 900, height: 900 }, colorScheme: theme });
  await page.goto(`${tracker}/TEST-1?lang=${locale}`);
  await page.locator('.link').nth(1).waitFor();
  const path = join(folder, `tracker-issue-${theme}-${locale}.png`);
  await page.locator('main').screenshot({ path, animations: 'disabled' });
  await page.context().close();
}

async function shoot({ browser, url, scene, theme, locale, folder }: Shot): Promise<void> {
  const { page, problems } = await openPage(browser, {
    viewport: { width: scene.width, height: scene.wholePage ? 800 : 900 },
  });
  await pretend(page);
  const address = new URL(scene.path, url);
  for (const [name, value] of Object.entries({ as: scene.as, theme, locale }))
    address.searchParams.set(name, value);
  await page.goto(address.href);
  await scene.reveal?.(page);
  await scene.prepare(page.frameLocator(`iframe[title="${scene.widget}"]`), page);
  const path = join(folder, `${scene.name}-${theme}-${locale}.png`);
  const seen = scene.wholePage ? page : page.locator(`iframe[title="${scene.widget}"]`);
  await seen.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const unexpected = problems.filter((problem) => !problem.includes('500'));
  if (unexpected.length > 0) throw new Error(`${path}: ${unexpected.join('\n')}`);
  await page.context().close();
}
