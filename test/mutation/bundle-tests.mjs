import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build, transformSync } from 'esbuild';
import { instrument } from './instrument.mjs';

const bundling = {
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
};

/**
 * Those of some files of tests that come by a room, as one script, with every mutant of the room's files in it.
 * @param {{room: string, files: readonly string[]}} what the room's folder is `src/<room>`
 * @returns {Promise<{code: string, fileCount: number, ownCount: number, mutants: {id: number, file: string, within: string, original: string,
 *   mutated: string}[]}>} the script exports one function for each file, which loads it, the room's own files first; mutants
 *   as `instrument` gives them
 */
export async function bundleTests({ room, files }) {
  const tests = await chooseTests(room, files);
  const mutants = [];
  const folder = resolve('src', room);
  const mutating = {
    name: 'mutants',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path.endsWith('.test.ts')) return loadTest({ path });
        if (!path.startsWith(`${folder}/`)) return undefined;
        const made = instrumentFile(path, mutants.length);
        mutants.push(...made.mutants.map((one) => ({ ...one, file: relative('.', path) })));
        return { contents: made.code, loader: 'js' };
      });
    },
  };
  const { outputFiles } = await build({
    ...bundling,
    stdin: { contents: listLoaders(tests), resolveDir: '.', loader: 'ts' },
    plugins: [mutating],
  });
  for (const file of readdirSync(folder)) noteUnmet(`${folder}/${file}`, mutants);
  const ownCount = tests.filter((file) => isOwn(room, file)).length;
  return { code: outputFiles[0].text, fileCount: tests.length, ownCount, mutants };
}

/** The files whose imports lead to the room. */
async function chooseTests(room, files) {
  const { metafile } = await build({
    ...bundling,
    entryPoints: [...files],
    outdir: 'build/mutation/tests',
    metafile: true,
    plugins: [{ name: 'tests', setup: ({ onLoad }) => onLoad({ filter: /\.test\.ts$/ }, loadTest) }],
  });
  const outputs = Object.values(metafile.outputs).filter(({ inputs }) =>
    Object.keys(inputs).some((input) => input.startsWith(`src/${room}/`)),
  );
  const tests = outputs.map(({ entryPoint }) => entryPoint).sort();
  return [...tests.filter((file) => isOwn(room, file)), ...tests.filter((file) => !isOwn(room, file))];
}

function isOwn(room, file) {
  return file.startsWith(`test/${room}/`);
}

/** The script's exports: what loads each file, with all that it needs and no other does. */
function listLoaders(tests) {
  return `module.exports = [${tests.map((file) => `() => require('./${file}')`).join(', ')}];`;
}

/** What only jest can load late is loaded by the bundle's own means, which take a pattern too. */
function loadTest({ path }) {
  const contents = readFileSync(path, 'utf8').replace(/jest\.requireActual<[^>]*>\(/g, 'require(');
  return { contents, loader: 'ts' };
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
