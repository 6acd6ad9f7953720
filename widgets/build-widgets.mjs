import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleWidgets } from './toolchain/bundle-widgets.mjs';
import { keepUsedStyles } from './toolchain/keep-used-styles.mjs';
import { pageHtml } from './toolchain/write-page.mjs';

/**
 * Builds every widget (each folder here that has a `main.tsx` or a `compact.json`) into `<outDir>/widgets`: `<key>/index.html`, and
 * `assets/` with the scripts, which widgets share, and stylesheets with only the rules in use.
 * Answers the weight of each widget, everything its page loads taken together, and the files they were made from.
 */
export async function buildWidgets({ root, outDir }) {
  const folder = join(root, 'widgets');
  const assets = join(outDir, 'widgets', 'assets');
  const isWidget = (key) => ['main.tsx', 'compact.json'].some((file) => existsSync(join(folder, key, file)));
  const keys = (await readdir(folder)).filter(isWidget).sort();
  const { widgets, inputs } = await bundleWidgets({ root, keys, assets });
  const sizes = {};
  for (const key of keys) sizes[key] = await writeWidget({ key, outDir, assets, ...widgets[key] });
  return { sizes, inputs };
}

async function writeWidget({ key, outDir, assets, scripts, later, css, styled, place, early = '' }) {
  const styles = await makeStyles({ assets, css, scripts: styled });
  const page = join(outDir, 'widgets', key, 'index.html');
  const fromPage = ({ path }) => relative(dirname(page), path);
  const [script, ...chunks] = scripts.map(fromPage);
  const html = pageHtml({ script, chunks, styles: fromPage(styles), place, early });
  await writeFiles([...scripts, ...later, styles, { path: page, contents: html }]);
  return {
    jsBytes: sum(scripts.map(({ contents }) => contents.length)) + early.length,
    jsGzipBytes: sum(scripts.map(({ contents }) => gzipBytes(contents))) + (early ? gzipBytes(early) : 0),
    cssBytes: styles.contents.length,
    cssGzipBytes: gzipBytes(styles.contents),
  };
}

/** Named after its contents: widgets that use the same rules share the file. */
async function makeStyles({ assets, css, scripts }) {
  const texts = scripts.map(({ text }) => text);
  const contents = Buffer.from(await keepUsedStyles(css, texts));
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8);
  return { path: join(assets, `style-${hash}.css`), contents };
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
