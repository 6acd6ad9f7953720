import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

type Sources = Readonly<Record<string, string>>;

/**
 * Builds an app as the generator's own configuration does: widgets with hashed, minified modules below `widgets/assets`, scripts
 * readable, manifest, `src/*.*` and `public/*.*` as they are. React is played by preact.
 * @returns the package's files by path
 */
export async function buildScaffold(sources: Sources): Promise<Sources> {
  const root = mkdtempSync(join(tmpdir(), 'scaffold-'));
  try {
    for (const [path, text] of Object.entries(sources)) write(join(root, path), text);
    const copied = Object.entries(sources).flatMap(([path, text]): [string, string][] => {
      const target = copiedTo(path);
      return target === undefined ? [] : [[target, text]];
    });
    return {
      ...Object.fromEntries(copied),
      ...(await buildWidgets(root, sources)),
      ...(await buildBackend(root, sources)),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function copiedTo(path: string): string | undefined {
  if (path === 'manifest.json') return path;
  if (/^(src|public)\/[^/]+\.(js|json|svg)$/.test(path)) return basename(path);
  return /^src\/widgets\/.*\.(svg|png|jpg|json)$/.test(path) ? path.slice('src/'.length) : undefined;
}

async function buildWidgets(root: string, sources: Sources): Promise<Sources> {
  const pages = Object.keys(sources).filter((path) => path.endsWith('/index.html'));
  const built = await Promise.all(pages.map((page) => buildWidget(root, page)));
  return Object.assign({}, ...built);
}

async function buildWidget(root: string, page: string): Promise<Sources> {
  const name = basename(dirname(page));
  const files = await bundle(root, {
    entryPoints: { [name]: join(root, dirname(page), 'index.tsx') },
    entryNames: 'widgets/assets/[name]-[hash]',
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'transform',
    alias: {
      '@': join(root, 'src'),
      react: resolved('preact/compat'),
      'react-dom/client': resolved('preact/compat/client'),
    },
  });
  const head = Object.keys(files).map((path) =>
    path.endsWith('.css')
      ? `<link rel="stylesheet" crossorigin href="../${path.slice('widgets/'.length)}">`
      : `<script type="module" crossorigin src="../${path.slice('widgets/'.length)}"></script>`,
  );
  const html = `<!doctype html>\n<html>\n  <head>\n    ${head.join('\n    ')}\n  </head>\n  <body>\n    <div id="root"></div>\n  </body>\n</html>\n`;
  return { ...files, [`widgets/${name}/index.html`]: html };
}

/** One script a scope, one a rule or tool, one for each folder of shared code; they `require` each other. */
async function buildBackend(root: string, sources: Sources): Promise<Sources> {
  const routes = Object.keys(sources).flatMap((path) => {
    const [, scope, endpoint, method] =
      /^src\/backend\/router\/([^/]+)\/(.+)\/([A-Z]+)\.ts$/.exec(path) ?? [];
    return scope && endpoint && method ? [{ path, scope, endpoint, method }] : [];
  });
  const scripts = Object.keys(sources).filter((path) =>
    /^src\/(workflows|backend\/ai-tools)\/[^/]+\.ts$/.test(path),
  );
  const shared = new Set(Object.keys(sources).flatMap((path) => sharedFolder(path) ?? []));
  const entries: Record<string, string> = {};
  for (const scope of new Set(routes.map((route) => route.scope))) {
    const own = routes.filter((route) => route.scope === scope);
    const imports = own.map(({ path }, at) => `import handle${at} from './${path}';`).join('\n');
    const endpoints = own.map(
      ({ endpoint, method }, at) =>
        `{ scope: '${scope}', method: '${method}', path: '${endpoint}', handle: handle${at} }`,
    );
    const text = `${imports}\nimport { requirements } from './src/backend/requirements';\nexport const httpHandler = { endpoints: [${endpoints.join(', ')}], requirements };\n`;
    entries[scope] = write(join(root, `${scope}.entry.ts`), text);
  }
  for (const path of scripts) entries[basename(path, '.ts')] = join(root, path);
  for (const folder of shared) {
    const members = readdirSync(join(root, 'src/backend', folder)).map(
      (file) => `export * from './src/backend/${folder}/${basename(file, '.ts')}';`,
    );
    entries[`backend-${folder}`] = write(join(root, `${folder}.entry.ts`), members.join('\n'));
  }
  if (Object.keys(entries).length === 0) return {};
  return bundle(root, {
    entryPoints: entries,
    entryNames: '[name]',
    format: 'cjs',
    target: 'es2022',
    external: ['@jetbrains/youtrack-scripting-api/*'],
    plugins: [sharedScripts],
  });
}

/** Shared code is not bundled into what uses it: `require('./backend-text.js')`. */
const sharedScripts: Plugin = {
  name: 'shared-scripts',
  setup(context) {
    context.onResolve({ filter: /^\./ }, ({ path, resolveDir, importer }) => {
      const folder = sharedFolder(join(resolveDir, path));
      if (folder === undefined || importer.endsWith(`${folder}.entry.ts`)) return undefined;
      return { path: `./backend-${folder}.js`, external: true };
    });
  },
};

function sharedFolder(path: string): string | undefined {
  const folder = /\/backend\/([^/]+)\/[^/]+$/.exec(`/${path.split(sep).join('/')}`)?.[1];
  return folder === 'ai-tools' || folder === 'router' ? undefined : folder;
}

async function bundle(root: string, options: BuildOptions): Promise<Sources> {
  const { outputFiles = [] } = await build({
    ...options,
    bundle: true,
    write: false,
    outdir: join(root, 'dist'),
    logLevel: 'silent',
    // What the generator's own types would say is not needed to run it.
    tsconfigRaw: {},
  });
  return Object.fromEntries(
    outputFiles.map(({ path, text }) => [path.slice(join(root, 'dist/').length), text]),
  );
}

function resolved(specifier: string): string {
  return require.resolve(specifier);
}

function write(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}
