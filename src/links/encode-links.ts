import type { LinkRecord, LinkSet, Stamp } from './link-set.ts';

/** The version this app writes; a higher one was written by a newer app and is left alone. */
export const storageVersion = 1;

/**
 * The text stored on an entity: `{"v":1,"links":["TEST-1 +1767225600000 youtrack jane", …]}`. An entry is the key, then
 * when (epoch milliseconds), through which side and by whom the link was added (`+`), removed (`-`), or both. Entries are
 * flat texts because those are read and written ten times faster than nested JSON, and sorted, so that equal sets give
 * equal texts.
 */
export function encodeLinks(links: LinkSet): string {
  const entries: string[] = [];
  // The built-in order of texts is that of their code units: the same on every server.
  for (const issueKey of [...links.keys()].sort()) {
    const record = links.get(issueKey);
    if (record !== undefined) entries.push(issueKey + encodeRecord(record));
  }
  return JSON.stringify({ v: storageVersion, links: entries });
}

const separator = /[% ]/;

function encodeRecord({ added, removed }: LinkRecord): string {
  return (added ? encodeStamp('+', added) : '') + (removed ? encodeStamp('-', removed) : '');
}

/** A login stands last in its stamp, and blanks in it are written as `%20`, so that none can be taken for a separator. */
function encodeStamp(sign: '+' | '-', { at, by, via }: Stamp): string {
  const login = separator.test(by) ? by.replace(/%/g, '%25').replace(/ /g, '%20') : by;
  return ` ${sign}${at} ${via} ${login}`;
}
