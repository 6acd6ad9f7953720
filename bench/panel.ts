import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { createSandbox } from 'youtrack-sandbox';
import { createBenchmarkWorld } from '../sandbox/bench/benchmark-world.ts';
import { sorted, toRatio } from '../sandbox/bench/measure.ts';
import { formatRatio, printTable } from '../sandbox/bench/print-table.ts';
import { closeBrowser, launchBrowser, openPage } from '../test/support/browser.ts';
import { unpackBrowser } from '../test/support/unpack-browser.mjs';
import { buildRival } from './rival/build-rival.ts';

const rounds = 15;
const linkCount = 10;
const manyLinks = 500;
const rivalFolder = 'build/bench/rival';

interface Contestant {
  readonly name: string;
  readonly app: string;
  readonly issue: string;
  readonly row: string;
}

const ours: Contestant = { name: 'our issue panel', app: 'tracker-links', issue: 'DEMO-1', row: '.tl-row' };
const rival: Contestant = {
  name: 'minimal React + Ring UI',
  app: 'rival-panel',
  issue: 'RIVAL-1',
  row: '.row',
};

/** Our issue panel beside a minimal one of React and Ring UI, turn by turn in one Chromium; and 500 links in ours. */
export async function runBenchmark(): Promise<void> {
  await unpackBrowser();
  await buildRival(rivalFolder);
  const sandbox = await startWithBoth();
  const browser = await launchBrowser();
  try {
    const { url } = sandbox;
    for (const contestant of [ours, rival]) await link(url, contestant);
    await compare(browser, url);
    await scrollMany(browser, url);
  } finally {
    await closeBrowser(browser);
    await sandbox.close();
  }
}

/** Each app is attached to a project of its own, so that a page has one panel. */
function startWithBoth() {
  return createSandbox({
    port: 0,
    deletes: 'writable',
    apps: ['tracker-links.zip', rivalFolder],
    onLine: (line) => console.error(line),
    world: createWorldForBoth(),
  });
}

function createWorldForBoth(): object {
  const world = createBenchmarkWorld(1) as { projects: object[]; issues: object[] };
  return {
    ...world,
    projects: [...world.projects, { ...world.projects[0], key: 'RIVAL', name: 'Rival' }],
    issues: [...world.issues, { ...world.issues[0], id: rival.issue }],
    apps: { [ours.app]: { projects: ['DEMO'] }, [rival.app]: { projects: ['RIVAL'] } },
  };
}

async function link(url: string, { app, issue }: Contestant): Promise<void> {
  for (let n = 1; n <= linkCount; n += 1) {
    const response = await fetch(`${url}/api/issues/${issue}/extensionEndpoints/${app}/issue/links`, {
      method: 'POST',
      headers: { authorization: 'Bearer perm:jane', 'content-type': 'application/json' },
      body: JSON.stringify({ issueKey: `TEST-${n}` }),
    });
    if (!response.ok) throw new Error(`${issue} answered ${response.status}`);
  }
}

async function compare(browser: Browser, url: string): Promise<void> {
  const seen = new Map<Contestant, Visit[]>([
    [ours, []],
    [rival, []],
  ]);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [contestant, visits] of seen) {
      const visit = await visitOnce(browser, url, contestant);
      if (round > 0) visits.push(visit);
    }
  }
  const [own = [], others = []] = [...seen.values()];
  const [one, other] = [summarize(own), summarize(others)];
  const quotients = own.map(({ shownMs }, at) => shownMs / (others[at]?.shownMs ?? Number.NaN));
  printTable(`Panel with ${linkCount} links: from navigation to rows shown, median of ${rounds}`, [
    ['', 'time', 'script, gzip', 'style, gzip', 'all, gzip'],
    [ours.name, ...toCells(one)],
    [rival.name, ...toCells(other)],
    [
      'ours / minimal',
      formatRatio(toRatio(sorted(quotients))),
      `${(one.scriptBytes / other.scriptBytes).toFixed(2)} ×`,
      `${(one.styleBytes / other.styleBytes).toFixed(2)} ×`,
      `${(total(one) / total(other)).toFixed(2)} ×`,
    ],
  ]);
}

/** One opening of a page with cold caches. Bytes are those of the widget's own files, compressed. */
interface Visit {
  /** From the navigation of the widget's frame to the frame in which its first row was painted. */
  readonly shownMs: number;
  readonly scriptBytes: number;
  readonly styleBytes: number;
}

function total({ scriptBytes, styleBytes }: Visit): number {
  return scriptBytes + styleBytes;
}

function toCells(visit: Visit): string[] {
  const bytes = [visit.scriptBytes, visit.styleBytes, total(visit)];
  return [`${visit.shownMs.toFixed(0)} ms`, ...bytes.map((count) => count.toLocaleString('en-US'))];
}

function summarize(visits: readonly Visit[]): Visit {
  const times = visits.map(({ shownMs }) => shownMs).sort((one, other) => one - other);
  const [first] = visits;
  if (first === undefined) throw new Error('nothing was measured');
  return { ...first, shownMs: times[Math.floor(times.length / 2)] ?? Number.NaN };
}

async function visitOnce(browser: Browser, url: string, { issue, row }: Contestant): Promise<Visit> {
  const { page } = await openPage(browser);
  await page.addInitScript({ content: stampFirstRow(row) });
  const bodies: Promise<{ readonly type: string; readonly bytes: number }>[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/api/appResources/')) return;
    const type = response.request().resourceType();
    bodies.push(response.body().then((body) => ({ type, bytes: gzipSync(body, { level: 9 }).length })));
  });
  await page.goto(`${url}/issue/${issue}?as=jane`);
  const frame = page.frameLocator('iframe').locator('html[data-shown-ms]');
  await frame.waitFor();
  const shownMs = Number(await frame.getAttribute('data-shown-ms'));
  const files = await Promise.all(bodies);
  const sum = (wanted: string) =>
    files.reduce((bytes, file) => bytes + (file.type === wanted ? file.bytes : 0), 0);
  await page.context().close();
  return { shownMs, scriptBytes: sum('script'), styleBytes: sum('stylesheet') };
}

/** Runs in every frame: notes when a row was first there for a painted frame. */
function stampFirstRow(row: string): string {
  return `if (top !== self) new MutationObserver((_, observer) => {
    if (!document.querySelector(${JSON.stringify(row)})) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { document.documentElement.dataset.shownMs = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });`;
}

async function scrollMany(browser: Browser, url: string): Promise<void> {
  const { page } = await openPage(browser, { viewport: { width: 1000, height: 800 } });
  await page.route('**/issue/panel*', async (route) => {
    const response = await route.fetch();
    const { data } = await response.json();
    const links = Array.from({ length: manyLinks }, (_, n) => ({
      ...data.links[0],
      issueKey: `TEST-${n + 1}`,
    }));
    await route.fulfill({ response, json: { ok: true, data: { ...data, links } } });
  });
  await page.goto(`${url}/issue/${ours.issue}?as=jane`);
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('the panel has no frame');
  await frame.evaluate(collectLongTasks);
  await frame.getByRole('button', { name: `Show ${manyLinks - 10} more links` }).click();
  await frame
    .locator('.tl-row')
    .nth(manyLinks - 1)
    .waitFor({ state: 'attached' });
  const drawing = (await frame.evaluate('longTasks.splice(0)')) as number[];
  await scroll(page);
  const scrolling = (await frame.evaluate('longTasks.splice(0)')) as number[];
  printTable(`${manyLinks} links in our panel: tasks of more than 50 ms`, [
    ['', 'tasks', 'longest'],
    ['while they are drawn', ...toLongest(drawing)],
    ['while scrolling through them', ...toLongest(scrolling)],
  ]);
}

const collectLongTasks = `globalThis.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
  .observe({ type: 'longtask' });`;

function toLongest(tasks: readonly number[]): string[] {
  return [String(tasks.length), tasks.length === 0 ? '–' : `${Math.max(...tasks).toFixed(0)} ms`];
}

async function scroll(page: Page): Promise<void> {
  await page.mouse.move(300, 400);
  for (let turn = 0; turn < 120; turn += 1) {
    await page.mouse.wheel(0, turn < 60 ? 300 : -300);
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
}
