import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * A package with our app's own handlers and, in place of its widgets, one minimal panel of React and Ring UI: what is
 * measured beside ours differs in nothing but the widget.
 */
export async function buildRival(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp('dist', folder, { recursive: true, filter: (path) => !path.includes('widgets') });
  const manifest = JSON.parse(await readFile('dist/manifest.json', 'utf8'));
  const widget = {
    key: 'rival',
    name: 'Rival',
    extensionPoint: 'ISSUE_ABOVE_ACTIVITY_STREAM',
    indexPath: 'rival/index.html',
  };
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({ ...manifest, name: 'rival-panel', title: 'Rival', widgets: [widget] }),
  );
  await build({
    entryPoints: ['bench/rival/panel.jsx'],
    outdir: join(folder, 'widgets', 'assets'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'react',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  await mkdir(join(folder, 'widgets', 'rival'), { recursive: true });
  await writeFile(join(folder, 'widgets', 'rival', 'index.html'), page);
}

const page = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<link rel="stylesheet" crossorigin href="../assets/panel.css">
<script type="module" crossorigin src="../assets/panel.js"></script>
</head>
<body><div id="root"></div></body>
</html>
`;
