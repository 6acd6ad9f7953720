import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type BuiltWidgets, buildWidgetsForTest } from './support/build-widgets-for-test.ts';

const maxPanelScript = 32_000;
const maxPanelStyle = 10_000;
const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as {
  widgets: { key: string; indexPath: string }[];
};
const pages = ['project-links', 'user-identity', 'administration'];
// A page may serve two places: a project's settings and its tab show the same one.
const keys = [...new Set(manifest.widgets.map(({ indexPath }) => dirname(indexPath)))];

let built: BuiltWidgets;
beforeAll(async () => {
  built = await buildWidgetsForTest();
});
afterAll(() => built.remove());

function read(path: string): string {
  return readFileSync(join(built.folder, 'widgets', path), 'utf8');
}

describe('the weight of the widgets', () => {
  test.each(['issue-links', 'article-links'])(
    '%s loads at most 32 kB of script and 10 kB of style',
    (key) => {
      const { jsGzipBytes = 0, cssGzipBytes = 0 } = built.sizes[key] ?? {};
      expect(jsGzipBytes).toBeGreaterThan(0);
      expect(jsGzipBytes).toBeLessThanOrEqual(maxPanelScript);
      expect(cssGzipBytes).toBeGreaterThan(0);
      expect(cssGzipBytes).toBeLessThanOrEqual(maxPanelStyle);
    },
  );

  test.each(['issue-links', 'article-links', 'user-card'])(
    '%s loads one script and one stylesheet',
    (key) => {
      const page = read(`${key}/index.html`);
      const loaded = page.match(/[\w-]+\.(?:js|css)/g) ?? [];
      const imported = loaded.filter((name) => /\bfrom\s*"|\bimport\s*"/.test(read(`assets/${name}`)));
      expect([loaded.length, imported]).toEqual([2, []]);
    },
  );

  test('what a panel loads is compiled before it is called, what is fetched later is not', () => {
    const scripts = readdirSync(join(built.folder, 'widgets', 'assets')).filter((name) =>
      name.endsWith('.js'),
    );
    const hinted = scripts.filter((name) =>
      read(`assets/${name}`).startsWith('//# allFunctionsCalledOnLoad\n'),
    );
    expect(hinted).toEqual([expect.stringMatching(/^compact-/)]);
  });

  test('a panel does not load what adding takes, which stands beside it', () => {
    const loaded = read('issue-links/index.html').match(/[\w-]+\.js/g) ?? [];
    const needs = (name: string) => read(`assets/${name}`).includes('tl-suggestions');
    expect(loaded.filter(needs)).toEqual([]);
    const all = readdirSync(join(built.folder, 'widgets', 'assets')).filter((name) => name.endsWith('.js'));
    expect(all.filter(needs).length).toBeGreaterThan(0);
  });

  test.each([
    ['the small widgets', /compact-\w+\.js|style-\w+\.css/g, (key: string) => !pages.includes(key), 2],
    ['the pages', /shared-\w+\.js/g, (key: string) => pages.includes(key), 1],
  ])('%s share what they have in common', (_title, pattern, isOne, atLeast) => {
    const files = keys.filter(isOne).map((key) => new Set(read(`${key}/index.html`).match(pattern)));
    const common = [...(files[0] ?? [])].filter((name) => files.every((names) => names.has(name)));
    expect(common.length).toBeGreaterThanOrEqual(atLeast);
  });
});

describe.each(keys)('the page of %s', (key) => {
  test('is where the manifest says, and everything it names is there', () => {
    const page = join(built.folder, 'widgets', key, 'index.html');
    const named = [...readFileSync(page, 'utf8').matchAll(/(?:href|src)="([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(manifest.widgets.find((widget) => widget.key === key)?.indexPath).toBe(`${key}/index.html`);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((path) => !existsSync(join(dirname(page), path)))).toEqual([]);
  });

  test('has its styles in both themes', () => {
    const name = read(`${key}/index.html`).match(/assets\/([\w-]+\.css)/)?.[1] ?? '';
    const css = read(`assets/${name}`);
    expect(css).toContain('.ring-ui-theme-dark');
    const used = new Set([...css.matchAll(/var\((--ring-[\w-]+)\)/g)].map(([, variable = '']) => variable));
    const defined = new Set([...css.matchAll(/(--ring-[\w-]+):/g)].map(([, variable = '']) => variable));
    expect([...used].filter((variable) => !defined.has(variable))).toEqual([]);
  });
});

describe('our own styles', () => {
  const styles = readdirSync('widgets', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );

  test.each(styles)('%s takes every colour from Ring', (name) => {
    const css = readFileSync(join('widgets', name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const colours = [...css.matchAll(/(?:color|background|border[\w-]*|box-shadow|fill):([^;]+);/g)].map(
      ([, value = '']) => value,
    );
    const own =
      /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|(?<![\w-])(?:white|black|red|green|blue|gr[ae]y)(?![\w-])/i;
    expect(colours.filter((value) => own.test(value))).toEqual([]);
  });

  test.each(styles)('%s keeps to the distances of the house', (name) => {
    const css = readFileSync(join('widgets', name), 'utf8');
    const distances = [...css.matchAll(/(?:margin|padding|gap)[\w-]*:([^;]+);/g)]
      .flatMap(([, values = '']) => values.match(/\d+(?=px)/g) ?? [])
      .map(Number);
    expect(distances.filter((px) => ![0, 1, 4, 8, 16, 24, 28, 32].includes(px))).toEqual([]);
  });
});
