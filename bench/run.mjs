import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { buildSandbox } from '../sandbox/build.mjs';

const sections = ['package', 'endpoints', 'storage', 'start', 'world', 'panel'];
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !sections.includes(name));
if (unknown !== undefined) {
  console.error(`There is no section ${unknown}; the sections are ${sections.join(', ')}.`);
  process.exit(1);
}

const { status } = spawnSync(process.execPath, ['build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) process.exit(1);
await buildSandbox();
await build({
  entryPoints: sections.map((name) => `bench/${name}.ts`),
  outdir: 'build/bench',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
});
console.log(
  `Node ${process.versions.node}, ${process.platform} ${process.arch}. Ratios compare columns of one run.\n`,
);
for (const name of sections) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { runBenchmark } = await import(`../build/bench/${name}.mjs`);
  await runBenchmark();
}
