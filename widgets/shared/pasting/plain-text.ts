const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  shy: '',
  minus: '-',
  hyphen: '-',
  ndash: '-',
  mdash: '-',
};
const entity = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi;
const percentEncoded = /(?:%[\da-f]{2})+/gi;
/** Marks that take no room on the screen: soft hyphens, joiners, marks of the writing direction. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const fullWidth = /[\uFF01-\uFF5E]/g;
const fullWidthOffset = 0xfee0;
/** Hyphens, dashes and minus signs, as editors and messengers make them of a plain hyphen. */
const anyDash = /[\u2010-\u2015\u2043\u2212\uFE58\uFE63]/g;
const lastCodePoint = 0x10ffff;
/** An address that redirects carries another one, encoded once for each site on its way. */
const encodings = 2;

/** A pasted text as its author saw it: marks of HTML and addresses decoded, nothing invisible, every dash a hyphen. */
export function toPlainText(text: string): string {
  let decoded = text.replace(entity, decodeEntity);
  for (let times = 0; times < encodings; times += 1)
    decoded = decoded.replace(percentEncoded, decodePercents);
  return decoded
    .replace(invisible, '')
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - fullWidthOffset))
    .replace(anyDash, '-');
}

function decodeEntity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= lastCodePoint ? String.fromCodePoint(code) : whole;
}

function decodePercents(whole: string): string {
  try {
    return decodeURIComponent(whole);
  } catch {
    // No UTF-8: it stands for itself.
    return whole;
  }
}
