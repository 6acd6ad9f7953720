/**
 * A widget's `index.html`. The shared scripts are named here too, so that the browser fetches all of them at once instead
 * of finding them one import after another. Module scripts are fetched without cookies: the page has no origin.
 * `early` runs as soon as it is read (`async`), while the stylesheet and the scripts are still on their way.
 */
export function pageHtml({ script, chunks, styles, early }) {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Tracker</title>',
    ...(early ? [`<script type="module" async>${early}</script>`] : []),
    ...chunks.map((chunk) => `<link rel="modulepreload" crossorigin href="${chunk}">`),
    `<link rel="stylesheet" crossorigin href="${styles}">`,
    `<script type="module" crossorigin src="${script}"></script>`,
    '</head>',
    '<body><div id="root"></div></body>',
    '</html>',
    '',
  ].join('\n');
}
