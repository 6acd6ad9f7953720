import { spawnSync } from 'node:child_process';
import { runSections } from '../sandbox/bench/run-sections.mjs';
import { buildSandbox } from '../sandbox/build.mjs';

/** `npm run load`: a minute of what a server gets, at its limit. */
const { status } = spawnSync(process.execPath, ['build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) process.exit(1);
await buildSandbox();
await runSections({ load: 'bench', 'load-server': 'bench' }, ['load']);
