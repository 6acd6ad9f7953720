import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { unpackBrowser } from './unpack-browser.mjs';

/** Makes what the tests run, once before all of them: the app's zip, the sandbox, the browser. */
export default async function buildOnce() {
  for (const script of ['build.mjs', 'sandbox/build.mjs']) {
    if (!existsSync(script)) continue;
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${script} failed\n${stdout}${stderr}`);
  }
  await unpackBrowser();
}
