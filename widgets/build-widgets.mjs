import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { keepUsedStyles } from './toolchain/keep-used-styles.mjs';
import { pageHtml } from './toolchain/write-page.mjs';

/**
 * Builds every widget (each folder here that has a `main.tsx`) into `<outDir>/widgets`: `<key>/index.html`, and
 * `assets/` with the scripts, of which widgets share chunks, and one stylesheet a widget with only the rules it uses.
 * Answers the weight of each widget, everything its page loads taken together.
 */
export async function buildWidgets({ root, outDir }) {
  const folder = join(root, 'widgets');
  const assets = join(outDir, 'widgets', 'assets');
  const keys = (await readdir(folder)).filter((key) => existsSync(join(folder, key, 'main.tsx'))).sort();
  const bundled = await bundle(root, keys, assets);
  const sizes = {};
  for (const key of keys) sizes[key] = await writeWidget({ key, outDir, assets, bundled });
  await writeFiles(bundled.files.filter(({ path }) => path.endsWith('.js')));
  return { sizes };
}

async function bundle(root, keys, assets) {
  const here = join(root, 'widgets');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: keys.map((key) => ({ in: join(here, key, 'main.tsx'), out: key })),
    outdir: assets,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: {
      react: 'preact/compat',
      'react-dom': 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react-compiler-runtime': join(here, 'toolchain', 'react-compiler-runtime.ts'),
      'util-deprecate': join(here, 'toolchain', 'util-deprecate.ts'),
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  return { root, files: outputFiles, outputs: metafile.outputs };
}

async function writeWidget({ key, outDir, assets, bundled }) {
  const [script, output] = Object.entries(bundled.outputs).find(([, { entryPoint }]) =>
    entryPoint?.endsWith(`widgets/${key}/main.tsx`),
  );
  const scripts = closure(bundled.outputs, script).map((name) => fileOf(bundled, name));
  const css = output.cssBundle ? fileOf(bundled, output.cssBundle).text : '';
  const styles = await writeStyles({ key, assets, css, scripts });
  const page = join(outDir, 'widgets', key, 'index.html');
  const fromPage = (path) => relative(dirname(page), path);
  const [own, ...chunks] = scripts.map(({ path }) => fromPage(path));
  await writeFiles([
    { path: page, contents: pageHtml({ script: own, chunks, styles: fromPage(styles.path) }) },
  ]);
  return {
    jsBytes: sum(scripts.map(({ contents }) => contents.length)),
    jsGzipBytes: sum(scripts.map(({ contents }) => gzipBytes(contents))),
    cssBytes: styles.contents.length,
    cssGzipBytes: gzipBytes(styles.contents),
  };
}

/** The script itself first, then every chunk it imports, near or far. */
function closure(outputs, script) {
  const reached = new Set([script]);
  for (const name of reached) {
    for (const { path, kind } of outputs[name].imports) if (kind === 'import-statement') reached.add(path);
  }
  return [...reached];
}

async function writeStyles({ key, assets, css, scripts }) {
  const texts = scripts.map(({ text }) => text);
  const contents = Buffer.from(await keepUsedStyles(css, texts));
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8);
  const file = { path: join(assets, `${key}-${hash}.css`), contents };
  await writeFiles([file]);
  return file;
}

function fileOf({ root, files }, name) {
  const path = resolve(root, name);
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`The bundler names ${basename(name)} but did not make it`);
  return file;
}

async function writeFiles(files) {
  for (const { path, contents } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
}

function gzipBytes(contents) {
  return gzipSync(contents, { level: 9 }).length;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
