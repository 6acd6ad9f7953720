import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build, transformSync } from 'esbuild';
import { instrument } from './instrument.mjs';

/**
 * The tests of a room as one script, with every mutant of the room's files in it.
 * @param {{room: string, tests: readonly string[]}} what the room's folder is `src/<room>`
 * @returns {Promise<{code: string, mutants: {id: number, file: string, original: string, mutated: string}[]}>}
 */
export async function bundleTests({ room, tests }) {
  const mutants = [];
  const folder = resolve('src', room);
  const mutating = {
    name: 'mutants',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!path.startsWith(`${folder}/`)) return undefined;
        const made = instrumentFile(path, mutants.length);
        mutants.push(...made.mutants.map((one) => ({ ...one, file: relative('.', path) })));
        return { contents: made.code, loader: 'js' };
      });
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: tests.map((file) => `import './${file}';`).join('\n'), resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [mutating],
  });
  for (const file of readdirSync(folder)) noteUnmet(`${folder}/${file}`, mutants);
  return { code: outputFiles[0].text, mutants };
}

/** Files that no test so much as loads have mutants too. */
function noteUnmet(path, mutants) {
  const file = relative('.', path);
  if (mutants.some((one) => one.file === file)) return;
  mutants.push(...instrumentFile(path, mutants.length).mutants.map((one) => ({ ...one, file })));
}

function instrumentFile(path, firstId) {
  const { code } = transformSync(readFileSync(path, 'utf8'), {
    loader: 'ts',
    target: 'es2022',
    charset: 'utf8',
  });
  return instrument(code, firstId);
}
