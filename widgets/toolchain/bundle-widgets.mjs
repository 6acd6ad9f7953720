import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleCompact, readPlace } from './bundle-compact.mjs';
import { bundleOptions } from './bundle-options.mjs';
import { listInputs } from './list-inputs.mjs';

/**
 * Bundles the widgets with these keys: a page with a `main.tsx`, or one of the small widgets, which only say what they are
 * (`compact.json`). Answers for each its scripts (its own first), those that it may fetch later, its stylesheet before the unused
 * rules go and the scripts that use it, and what its page needs; and beside them every source file that any of it was made from.
 */
export async function bundleWidgets({ root, keys, assets }) {
  const isPage = (key) => existsSync(join(root, 'widgets', key, 'main.tsx'));
  const compact = await bundleCompact({ root, assets });
  const pages = await bundlePages({ root, assets, keys: keys.filter(isPage) });
  const sheets = {
    compact: await bundleStyles(root, listStyles(compact.outputs)),
    page: await bundleStyles(root, listStyles(pages.outputs)),
  };
  const small = {
    scripts: [compact.script],
    later: compact.later,
    css: sheets.compact,
    early: compact.early,
  };
  const widgets = {};
  for (const key of keys)
    widgets[key] = isPage(key)
      ? { ...pages.widgets[key], css: sheets.page, styled: pages.scripts }
      : { ...small, place: await readPlace(root, key), styled: [compact.script, ...compact.later] };
  return { widgets, inputs: [...new Set([...compact.inputs, ...listInputs(pages.outputs)])].sort() };
}

async function bundlePages({ root, assets, keys }) {
  const { outputFiles, metafile } = await build({
    ...bundleOptions(root),
    outdir: assets,
    entryPoints: keys.map((key) => ({ in: join(root, 'widgets', key, 'main.tsx'), out: key })),
    splitting: true,
  });
  const { outputs } = metafile;
  const fileOf = (name) => findFile(outputFiles, resolve(root, name));
  const widgets = {};
  for (const key of keys) {
    const names = closure(outputs, scriptOf(outputs, key));
    widgets[key] = { scripts: names.map(fileOf), later: listLater(outputs, names).map(fileOf) };
  }
  const scripts = Object.values(widgets).flatMap(({ scripts, later }) => [...scripts, ...later]);
  return { widgets, outputs, scripts: [...new Set(scripts)] };
}

/** The stylesheets that outputs are made of, each once. */
function listStyles(outputs) {
  const sheets = Object.entries(outputs).filter(([name]) => name.endsWith('.css'));
  return [...new Set(sheets.flatMap(([, { inputs }]) => Object.keys(inputs)))];
}

/** One stylesheet for all widgets of a kind: most of it is Ring's, and whoever has seen one page has it for the others. */
async function bundleStyles(root, sheets) {
  const { outputFiles } = await build({
    ...bundleOptions(root),
    stdin: {
      contents: sheets.map((sheet) => `@import ${JSON.stringify(`./${sheet}`)};`).join('\n'),
      resolveDir: root,
      loader: 'css',
    },
  });
  return outputFiles[0].text;
}

function scriptOf(outputs, key) {
  const [name] = Object.entries(outputs).find(([, { entryPoint }]) =>
    entryPoint?.endsWith(`widgets/${key}/main.tsx`),
  );
  return name;
}

/** The script itself first, then every chunk it imports, near or far. */
function closure(outputs, script) {
  const reached = new Set([script]);
  for (const name of reached) {
    for (const { path, kind, external } of outputs[name].imports) {
      if (kind === 'import-statement' && !external) reached.add(path);
    }
  }
  return [...reached];
}

/** Scripts that are fetched only when something rare happens. They stand beside the others and weigh on no page. */
function listLater(outputs, names) {
  const imports = names.flatMap((name) => outputs[name].imports);
  const dynamic = imports.filter(({ kind, external }) => kind === 'dynamic-import' && !external);
  return [...new Set(dynamic.flatMap(({ path }) => closure(outputs, path)))];
}

function findFile(files, path) {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`The bundler names ${basename(path)} but did not make it`);
  return file;
}
