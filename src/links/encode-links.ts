import type { LinkRecord, LinkSet, Stamp } from './link-set.ts';

/** The version this app writes; a higher one was written by a newer app and is left alone. */
export const storageVersion = 1;

/** A stamp as it is stored: `[at, by, via]`. */
export type StoredStamp = readonly [number, string, string];

/** A record as it is stored: `a` added, `r` removed. */
export interface StoredRecord {
  readonly a?: StoredStamp;
  readonly r?: StoredStamp;
}

/**
 * The text stored on an entity: `{"v":1,"links":{"TEST-1":{"a":[1767225600000,"jane","youtrack"]}}}`. Keys are sorted,
 * so equal sets give equal texts.
 */
export function encodeLinks(links: LinkSet): string {
  const stored: Record<string, StoredRecord> = {};
  // The built-in order of texts is that of their code units: the same on every server.
  for (const issueKey of [...links.keys()].sort()) {
    const record = links.get(issueKey);
    if (record !== undefined) stored[issueKey] = storeRecord(record);
  }
  return JSON.stringify({ v: storageVersion, links: stored });
}

function storeRecord({ added, removed }: LinkRecord): StoredRecord {
  return { ...(added && { a: storeStamp(added) }), ...(removed && { r: storeStamp(removed) }) };
}

function storeStamp({ at, by, via }: Stamp): StoredStamp {
  return [at, by, via];
}
