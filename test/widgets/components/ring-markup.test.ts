import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { bundleOptions } from '../../../widgets/toolchain/bundle-options.mjs';
import { closeBrowser, launchBrowser, openPage } from '../../support/browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = (await openPage(browser)).page;
  await page.addScriptTag({ content: await bundle() });
}, 60_000);
afterAll(() => closeBrowser(browser));

/** Puts Ring's components and ours into a page, and what makes of either the markup that can be compared. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    ...bundleOptions(resolve('.')),
    format: 'iife',
    stdin: { contents: script, resolveDir: resolve('.'), loader: 'tsx' },
  });
  return outputFiles?.[0]?.text ?? '';
}

const script = `
  import closeIcon from '@jetbrains/icons/close';
  import RingButton from '@jetbrains/ring-ui-built/components/button/button';
  import RingIcon from '@jetbrains/ring-ui-built/components/icon/icon';
  import RingLoader from '@jetbrains/ring-ui-built/components/loader-inline/loader-inline';
  import { render } from 'preact';
  import { Button } from './widgets/shared/components/button.tsx';
  import { Icon } from './widgets/shared/components/icon.tsx';
  import { Loader } from './widgets/shared/components/loader.tsx';

  function draw(vnode) {
    const place = document.createElement('div');
    render(vnode, place);
    return [...place.querySelectorAll('*')].map(describe).join(' ') + ' ' + place.textContent;
  }
  function describe(element) {
    const attributes = [...element.attributes].filter(({ name }) => name !== 'data-test')
      .map(({ name, value }) => name + '=' + (name === 'class' ? value.split(' ').sort().join(' ') : value));
    return element.tagName + ' [' + attributes.sort() + ']';
  }
  const withIcons = ({ icon, iconRight, ...props }) => ({ ...props,
    ...(icon && { icon: closeIcon }), ...(iconRight && { iconRight: closeIcon }) });
  globalThis.drawBoth = {
    button: (props) => [<RingButton {...withIcons(props)} />, <Button {...withIcons(props)} />].map(draw),
    icon: () => [<RingIcon glyph={closeIcon} className="a" />, <Icon glyph={closeIcon} class="a" />].map(draw),
    loader: () => [<RingLoader>…</RingLoader>, <Loader>…</Loader>].map(draw),
  };`;

const switches = ['icon', 'iconRight', 'inline', 'primary', 'danger', 'loader', 'disabled'];

test('a button is in every combination what Ring makes of it', async () => {
  const all = Array.from({ length: 2 ** switches.length }, (_, at) =>
    switches.filter((_, bit) => at & (1 << bit)),
  );
  const wanted = all.flatMap((on) => {
    const props = Object.fromEntries(on.map((name) => [name, true]));
    return [props, { ...props, children: 'Add', title: 'Adds', type: 'submit', 'aria-label': 'Add it' }];
  });
  const drawn = await drawBoth('button', wanted);
  expect(drawn).toHaveLength(256);
  expect(drawn.filter(([ring, ours]) => ours !== ring)).toEqual([]);
});

test.each(['icon', 'loader'])('the %s is what Ring makes of it', async (name) => {
  const [[ring, ours] = []] = await drawBoth(name, [{}]);
  expect(ours).toContain(`ring-${name}`);
  expect(ours).toBe(ring);
});

/** What Ring and we make of it, for each of these properties. */
async function drawBoth(name: string, all: readonly object[]): Promise<readonly (readonly string[])[]> {
  return await page.evaluate(`${JSON.stringify(all)}.map(drawBoth[${JSON.stringify(name)}])`);
}
