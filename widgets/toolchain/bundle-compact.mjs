import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';
import { bundleOptions } from './bundle-options.mjs';
import { listInputs } from './list-inputs.mjs';

/** The small widgets of YouTrack's pages come as this one script, and this one stands in their pages as text. */
const main = 'widgets/shared/compact/main.tsx';
const early = 'widgets/shared/compact/early.ts';

/**
 * Bundles what the small widgets have in common, and that is all of them. Answers the script, those that it may fetch later, the text
 * of the script in the page, the stylesheets and all files that any of it is made from.
 */
export async function bundleCompact({ root, assets }) {
  const options = { ...bundleOptions(root), outdir: assets };
  const whole = await build({
    ...options,
    entryPoints: [{ in: join(root, main), out: 'compact' }],
    splitting: true,
  });
  const first = await build({ ...bundleOptions(root), entryPoints: [join(root, early)], format: 'iife' });
  const [name] = Object.entries(whole.metafile.outputs).find(([, { entryPoint }]) => entryPoint === main);
  const [script, ...later] = await joinChunks(whole.outputFiles, resolve(root, name), assets);
  return {
    script,
    later,
    early: first.outputFiles[0].text.trim(),
    outputs: whole.metafile.outputs,
    inputs: [...listInputs(whole.metafile.outputs), ...listInputs(first.metafile.outputs)],
  };
}

/**
 * Nearly all of the script runs before there are rows. Chromium compiles functions when they are first called, on the thread that
 * draws, unless a script begins with this; then all are compiled beside it, while the answer is awaited. Other browsers read a comment.
 * Source: V8, "Giving V8 a Heads-Up: Faster JavaScript Startup with Explicit Compile Hints".
 */
const compileAtOnce = '//# allFunctionsCalledOnLoad\n';

/** A widget's `compact.json`: `{view, kind}`. */
export async function readPlace(root, key) {
  return JSON.parse(await readFile(join(root, 'widgets', key, 'compact.json'), 'utf8'));
}

/**
 * The bundler keeps what a script and those fetched later have in common in scripts of their own, each of them one more request
 * before anything is seen. Rollup leaves it in the first script, where the later ones find it.
 */
async function joinChunks(files, entry, assets) {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const graph = await rollup({
    input: { compact: entry },
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      {
        name: 'bundled-already',
        resolveId: (id) => (texts.has(id) ? id : join(assets, basename(id))),
        load: (id) => texts.get(id),
        renderChunk: async (code, { isEntry }) => ({
          code: (isEntry ? compileAtOnce : '') + (await minify(code)),
          map: null,
        }),
      },
    ],
  });
  const { output } = await graph.generate({
    format: 'es',
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: 'later-[hash].js',
    hashCharacters: 'base36',
  });
  await graph.close();
  return output.map(({ fileName, code }) => ({
    path: join(assets, fileName),
    contents: Buffer.from(code),
    text: code,
  }));
}

async function minify(code) {
  const { target, charset } = bundleOptions('.');
  return (await transform(code, { minify: true, format: 'esm', target, charset, legalComments: 'none' }))
    .code;
}
