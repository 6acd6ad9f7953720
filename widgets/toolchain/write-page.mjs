/**
 * A widget's `index.html`. The shared chunks are named here too, so that the browser fetches all of them at once instead
 * of finding them one import after another. Module scripts are fetched without cookies: the page has no origin.
 */
export function pageHtml({ script, chunks, styles }) {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Tracker</title>',
    ...chunks.map((chunk) => `<link rel="modulepreload" crossorigin href="${chunk}">`),
    `<link rel="stylesheet" crossorigin href="${styles}">`,
    `<script type="module" crossorigin src="${script}"></script>`,
    '</head>',
    '<body><div id="root"></div></body>',
    '</html>',
    '',
  ].join('\n');
}
