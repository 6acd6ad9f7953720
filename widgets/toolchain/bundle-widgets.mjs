import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-options.mjs';

/** The small widgets of YouTrack's pages come as this one script: many little chunks would take longer than one. */
const compactModule = 'widgets/shared/compact/start-compact-widget.tsx';

/**
 * Bundles the widgets with these keys. Answers for each its scripts (its own first), those that it may fetch later, its stylesheet before the unused
 * rules go and the scripts that use it, and the script that stands in its page; and beside them every source file that any of it was made from.
 */
export async function bundleWidgets({ root, keys, assets }) {
  const options = { ...bundleOptions(root), outdir: assets };
  const compact = await build({
    ...options,
    entryPoints: [{ in: join(root, compactModule), out: 'compact' }],
    splitting: true,
  });
  const [compactScript] = Object.entries(compact.metafile.outputs).find(
    ([name, { entryPoint }]) => name.endsWith('.js') && entryPoint?.endsWith(compactModule),
  );
  const own = await build({
    ...options,
    entryPoints: keys.map((key) => ({ in: join(root, 'widgets', key, 'main.tsx'), out: key })),
    splitting: true,
    plugins: [leaveOut(compactModule, `./${basename(compactScript)}`)],
  });
  const outputs = { ...compact.metafile.outputs, ...own.metafile.outputs };
  const files = [...compact.outputFiles, ...own.outputFiles];
  const fileOf = (name) => findFile(files, resolve(root, name));
  const widgets = {};
  const inputs = new Set(listInputs(outputs));
  for (const key of keys) {
    const script = scriptOf(own.metafile.outputs, key);
    const isCompact = outputs[script].imports.some(({ external }) => external);
    const names = [
      ...closure(own.metafile.outputs, script),
      ...(isCompact ? closure(compact.metafile.outputs, compactScript) : []),
    ];
    const early = await bundleEarly(root, key);
    for (const input of early.inputs) inputs.add(input);
    widgets[key] = {
      scripts: names.map(fileOf),
      later: listLater(outputs, names).map(fileOf),
      kind: isCompact ? 'compact' : 'page',
      early: early.text,
    };
  }
  const sheets = {
    compact: await bundleStyles(root, listStyles(compact.metafile.outputs)),
    page: await bundleStyles(root, listStyles(own.metafile.outputs)),
  };
  for (const widget of Object.values(widgets)) {
    const kin = Object.values(widgets).filter(({ kind }) => kind === widget.kind);
    widget.css = sheets[widget.kind];
    widget.styled = [...new Set(kin.flatMap(({ scripts, later }) => [...scripts, ...later]))];
  }
  return { widgets, inputs: [...inputs].sort() };
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

/** The files of which something is in the outputs, from the root. */
function listInputs(outputs) {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((input) => inputs[input].bytesInOutput > 0),
  );
}

/** An import of `module` becomes one of `script`, which was bundled already. */
function leaveOut(module, script) {
  return {
    name: 'leave-out',
    setup({ onResolve }) {
      onResolve({ filter: new RegExp(`${basename(module).replaceAll('.', '\\.')}$`) }, () => ({
        path: script,
        external: true,
      }));
    },
  };
}

/** `early.ts` runs from the page itself. */
async function bundleEarly(root, key) {
  const file = join(root, 'widgets', key, 'early.ts');
  if (!existsSync(file)) return { text: '', inputs: [] };
  const { outputFiles, metafile } = await build({
    ...bundleOptions(root),
    entryPoints: [file],
    format: 'iife',
  });
  return { text: outputFiles[0].text.trim(), inputs: listInputs(metafile.outputs) };
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
