import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Builds what the tests run: the app's zip and the sandbox. Runs once before all tests. */
export default function buildOnce() {
  for (const script of ['build.mjs', 'sandbox/build.mjs']) {
    if (!existsSync(script)) continue;
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${script} failed\n${stdout}${stderr}`);
  }
}
