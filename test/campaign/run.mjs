import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

// `npm run campaign -- --seeds 1000`: builds the package and the sandbox, and runs the command beside this file.
for (const script of ['build.mjs', 'sandbox/build.mjs']) {
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(1);
}
const folder = 'node_modules/.cache/campaign';
mkdirSync(folder, { recursive: true });
const outfile = `${folder}/command-${process.pid}.mjs`;
await build({
  entryPoints: ['test/campaign/command.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
});
const { status } = spawnSync(process.execPath, [...process.execArgv, outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
rmSync(outfile);
process.exit(status ?? 1);
