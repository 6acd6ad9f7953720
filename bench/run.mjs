import { spawnSync } from 'node:child_process';
import { runSections } from '../sandbox/bench/run-sections.mjs';
import { buildSandbox } from '../sandbox/build.mjs';

const { status } = spawnSync(process.execPath, ['build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) process.exit(1);
await buildSandbox();
await runSections(
  {
    package: 'bench',
    endpoints: 'bench',
    storage: 'bench',
    'reverse-lookup': 'bench',
    start: 'sandbox/bench',
    world: 'sandbox/bench',
    graal: 'bench',
    panel: 'bench',
  },
  process.argv.slice(2),
);
