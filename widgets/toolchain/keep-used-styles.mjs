import { transform } from 'esbuild';
import { PurgeCSS } from 'purgecss';

/** YouTrack puts these on the page's root from outside, so no script of ours names them. */
const setByYouTrack = ['html', 'body', 'ring-ui-theme-dark'];
/** Our own rules are there because they are used; their names may be put together in a script. */
const ours = /^tl-/;
/** Where a popup goes when it does not fit; no widget has popups. */
const popupPositions = /@position-try[^{}@]*\{[^{}]*\}/g;

/**
 * The rules, animations and variables of `css` that `scripts` can reach: a rule stays when every class in its selector
 * occurs as a word in a script, or is one of ours. Ring's scripts list the full names of their classes, so nothing in use is lost.
 */
export async function keepUsedStyles(css, scripts) {
  const [purged] = await new PurgeCSS().purge({
    css: [{ raw: css.replace(popupPositions, '') }],
    content: scripts.map((raw) => ({ raw, extension: 'js' })),
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    safelist: [...setByYouTrack, ours],
    keyframes: true,
    variables: true,
  });
  const { code } = await transform(purged.css, { loader: 'css', minify: true });
  return code;
}
