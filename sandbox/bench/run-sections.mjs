import { build } from 'esbuild';

const outdir = 'build/bench';

/**
 * Bundles the sections of a benchmark and runs those that are asked for, one after another; all when none is.
 * To be called from the repository's root.
 * @param sections name → folder of its source; the source exports `runBenchmark`
 */
export async function runSections(sections, asked) {
  const unknown = asked.find((name) => sections[name] === undefined);
  if (unknown !== undefined) {
    console.error(`There is no section ${unknown}; the sections are ${Object.keys(sections).join(', ')}.`);
    process.exit(1);
  }
  await build({
    entryPoints: Object.entries(sections).map(([name, folder]) => ({
      in: `${folder}/${name}.ts`,
      out: name,
    })),
    outdir,
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
  for (const name of Object.keys(sections)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const { runBenchmark } = await import(`../../${outdir}/${name}.mjs`);
    await runBenchmark();
  }
}
