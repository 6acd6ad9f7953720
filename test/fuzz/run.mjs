import { spawnSync } from 'node:child_process';

/** `npm run fuzz -- [seconds for each caller] [seed]`: ten minutes from a seed of its own, where nothing is said. */
const [seconds = '200', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
console.log(`${seconds} s for each caller, seed ${seed}`);
const { status } = spawnSync('npm', ['run', 'test:fuzz'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SECONDS: seconds, FUZZ_SEED: seed },
});
process.exitCode = status ?? 1;
