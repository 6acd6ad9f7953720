import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { closeBrowser, launchBrowser, openPage } from '../../../test/support/browser.ts';
import { appFiles, buildScript, panelScript } from './newcomer/app-files.ts';
import { installPackedSandbox } from './pack-sandbox.ts';

let folder: string;
let browser: Browser;
const started: ChildProcess[] = [];

beforeAll(async () => {
  folder = await installPackedSandbox();
  browser = await launchBrowser();
});
afterAll(async () => {
  await Promise.all(started.map(stop));
  await closeBrowser(browser);
  rmSync(folder, { recursive: true });
});

test('from an empty folder to the widget on screen, and an edit without a restart, in three commands', async () => {
  // What `npm create @jetbrains/youtrack-app` leaves behind: an app in the generator's layout.
  for (const [path, text] of Object.entries(appFiles)) write(path, text);
  write('build.mjs', buildScript(createRequire(__filename).resolve('esbuild')));
  const build = run('npm', ['run', 'build', '--', '--watch']);
  await said(build, 'built');
  const sandbox = run(join('node_modules', '.bin', 'youtrack-sandbox'), [
    'dist',
    '--watch',
    '--port',
    '0',
    '--tracker-port',
    '0',
  ]);
  const { youtrack } = JSON.parse((await said(sandbox, 'ready ')).replace('ready ', '')) as {
    readonly youtrack: string;
  };

  const { page, problems } = await openPage(browser);
  await page.goto(`${youtrack}/issue/DEMO-1?as=jane`);
  const panel = page.frameLocator('[data-point="ISSUE_BELOW_SUMMARY"] iframe').locator('#panel');
  await panel.getByText('Здравствуйте, Jane Roe!').waitFor();

  write('src/widgets/panel/main.js', panelScript('Доброе утро'));
  await panel.getByText('Доброе утро, Jane Roe!').waitFor();
  expect(problems).toEqual([]);
  expect(sandbox.exitCode).toBeNull();
});

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** npm starts others: they are a group that ends together. */
function run(command: string, args: readonly string[]): ChildProcess {
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  started.push(child);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

/** Waits for a text on a command's output. @returns the output so far */
async function said({ stdout }: ChildProcess, text: string): Promise<string> {
  let output = '';
  stdout?.on('data', (chunk) => {
    output += String(chunk);
  });
  const signal = AbortSignal.timeout(60_000);
  while (stdout !== null && !output.includes(text)) await once(stdout, 'data', { signal });
  return output.slice(output.indexOf(text));
}
