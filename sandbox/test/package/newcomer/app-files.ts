/** What stands in `src/widgets/panel/main.js`; `greeting` is what its reader sees. */
export function panelScript(greeting: string): string {
  return `import { greet } from './greet.js';

const host = await YTApp.register();
const { name } = await host.fetchApp('backend/name', { scope: true });
document.querySelector('#panel').textContent = greet(${JSON.stringify(greeting)}, name);
`;
}

const manifest = {
  $schema: 'https://json.schemastore.org/youtrack-app.json',
  name: 'greetings',
  title: 'Приветствия',
  description: 'Greets whoever looks at an issue',
  vendor: { name: 'Example', url: 'https://example.com' },
  icon: 'icon.svg',
  widgets: [
    {
      key: 'panel',
      name: 'Приветствие',
      indexPath: 'panel/index.html',
      extensionPoint: 'ISSUE_BELOW_SUMMARY',
      description: 'Greets',
    },
  ],
};

/**
 * An app in the layout that JetBrains' generator lays out: the manifest and `public/` beside `src/`, whose root is copied and
 * whose widgets are bundled into `dist/widgets/`, which is emptied first.
 */
export const appFiles: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'greetings',
    private: true,
    type: 'module',
    scripts: { build: 'node build.mjs' },
  }),
  'manifest.json': JSON.stringify(manifest, null, 2),
  'public/icon.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="7"/></svg>',
  'src/backend.js': `exports.httpHandler = {
  endpoints: [
    { method: 'GET', path: 'name', scope: 'issue', handle: (ctx) => ctx.response.json({ name: ctx.currentUser.fullName }) },
  ],
};
`,
  'src/widgets/panel/index.html':
    '<!doctype html><html lang="ru"><body><p id="panel">…</p><script type="module" src="main.js"></script></body></html>',
  'src/widgets/panel/greet.js': "export const greet = (greeting, name) => greeting + ', ' + name + '!';\n",
  'src/widgets/panel/main.js': panelScript('Здравствуйте'),
};

/** Builds as the generator's Vite does: empties the folder, bundles into hashed files, copies the rest; with `--watch` again and again. */
export function buildScript(esbuild: string): string {
  return `import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { context } from ${JSON.stringify(esbuild)};

async function writeAll({ outputFiles }) {
  await rm('dist', { recursive: true, force: true });
  await mkdir('dist/widgets/assets', { recursive: true });
  const [{ hash, contents }] = outputFiles;
  const file = 'panel-' + hash.replace(/\\W/g, '').slice(0, 8) + '.js';
  await writeFile('dist/widgets/assets/' + file, contents);
  const page = await readFile('src/widgets/panel/index.html', 'utf8');
  await mkdir('dist/widgets/panel', { recursive: true });
  await writeFile('dist/widgets/panel/index.html', page.replace('main.js', '../assets/' + file));
  await cp('src/backend.js', 'dist/backend.js');
  await cp('public', 'dist', { recursive: true });
  await cp('manifest.json', 'dist/manifest.json');
  console.log('built');
}

const writing = { name: 'writing', setup: (build) => build.onEnd((result) => writeAll(result)) };
const bundle = await context({
  entryPoints: ['src/widgets/panel/main.js'],
  bundle: true,
  format: 'esm',
  write: false,
  logLevel: 'error',
  plugins: [writing],
});
if (process.argv.includes('--watch')) await bundle.watch();
else {
  await bundle.rebuild();
  await bundle.dispose();
}
`;
}
