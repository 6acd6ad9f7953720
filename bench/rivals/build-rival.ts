import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds the package of a rival into `folder`: our app's own handlers and, in place of its widgets, the one whose page is
 * `bench/rivals/<name>.html`. What is measured beside ours differs in nothing but the widget.
 */
export async function buildRival(name: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp('dist', folder, { recursive: true, filter: (path) => !path.includes('widgets') });
  const manifest = JSON.parse(await readFile('dist/manifest.json', 'utf8'));
  const widget = {
    key: name,
    name,
    extensionPoint: 'ISSUE_ABOVE_ACTIVITY_STREAM',
    indexPath: `${name}/index.html`,
  };
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({ ...manifest, name: `rival-${name}`, title: name, widgets: [widget] }),
  );
  const page = await readFile(`bench/rivals/${name}.html`, 'utf8');
  if (page.includes('../assets/')) await bundle(join(folder, 'widgets', 'assets'));
  await mkdir(join(folder, 'widgets', name), { recursive: true });
  await writeFile(join(folder, 'widgets', name, 'index.html'), page);
}

async function bundle(outdir: string): Promise<void> {
  await build({
    entryPoints: ['bench/rivals/panel.jsx'],
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'react',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
}
