/**
 * A widget's `index.html`. Module scripts are fetched without cookies: the page has no origin.
 * @param page `script` and `styles`: paths from the page; `chunks`: scripts that `script` imports; of a small widget `place`, what it
 * is, and `early`, the text of a script that begins loading
 */
export function pageHtml({ script, chunks, styles, place, early }) {
  return [
    '<!doctype html>',
    place === undefined
      ? '<html lang="en">'
      : `<html lang="en" data-view="${place.view}" data-kind="${place.kind}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Tracker</title>',
    ...(place === undefined ? loadInOrder(script, chunks, styles) : loadAtOnce(script, styles, early)),
    '</html>',
    '',
  ].join('\n');
}

/** The shared scripts are named here too, so that the browser fetches all of them at once instead of finding one after another. */
function loadInOrder(script, chunks, styles) {
  return [
    ...chunks.map((chunk) => `<link rel="modulepreload" crossorigin href="${chunk}">`),
    `<link rel="stylesheet" crossorigin href="${styles}">`,
    `<script type="module" crossorigin src="${script}"></script>`,
    '</head>',
    '<body><div id="root"></div></body>',
  ];
}

/**
 * Nothing waits for anything else (`async`): the first question is asked as soon as it is read, while the stylesheet and the script
 * are on their way, and the script makes rows while the stylesheet is still read. Browsers paint nothing before they have it.
 */
function loadAtOnce(script, styles, early) {
  return [
    `<script type="module" async>${early}</script>`,
    `<link rel="stylesheet" crossorigin href="${styles}">`,
    '</head>',
    '<body><div id="root"></div>',
    `<script type="module" async fetchpriority="high" crossorigin src="${script}"></script>`,
    '</body>',
  ];
}
