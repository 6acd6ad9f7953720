import type { Via } from '../protocol/answers.ts';
import { lastInstant } from '../protocol/instant.ts';

/** When a link was made or removed (epoch milliseconds), by whom (login), through which side. */
export interface Stamp {
  readonly at: number;
  readonly by: string;
  readonly via: Via;
}

/** What is known of one link: its latest addition, its latest removal, or both. */
export interface LinkRecord {
  readonly added?: Stamp;
  readonly removed?: Stamp;
}

/**
 * The links of one entity by Tracker issue key: a last-writer-wins element set. A removal leaves its stamp behind (a
 * tombstone), so that merging with an older state cannot bring the link back.
 */
export type LinkSet = ReadonlyMap<string, LinkRecord>;

/** A link that is there. */
export interface LiveLink {
  readonly issueKey: string;
  readonly added: Stamp;
}

/** The latest a stamp can be: the last instant, and room for a billion operations on a link whose stamp stands there already. */
export const latestStamp = lastInstant + 1_000_000_000;

export const noLinks: LinkSet = new Map();

/** The latest addition, if no removal is as late: at the very same instant the removal wins. */
export function liveStamp(record: LinkRecord | undefined): Stamp | undefined {
  const { added, removed } = record ?? {};
  if (added === undefined) return undefined;
  return removed === undefined || added.at > removed.at ? added : undefined;
}

/** When a link was last added or removed; 0 when nothing is known of it. */
export function lastChange(record: LinkRecord | undefined): number {
  return Math.max(record?.added?.at ?? 0, record?.removed?.at ?? 0);
}

export function countLive(links: LinkSet): number {
  let live = 0;
  for (const record of links.values()) {
    if (liveStamp(record) !== undefined) live += 1;
  }
  return live;
}

/** Whether one of the records is so; not looked at further than to the first. */
export function hasAny(links: LinkSet, isSo: (record: LinkRecord) => boolean): boolean {
  for (const record of links.values()) if (isSo(record)) return true;
  return false;
}

/** The links that are there, TEST-2 before TEST-10. */
export function liveLinks(links: LinkSet): LiveLink[] {
  const live: LiveLink[] = [];
  for (const [issueKey, record] of links) {
    const added = liveStamp(record);
    if (added !== undefined) live.push({ issueKey, added });
  }
  return live.sort((one, other) => compareKeys(one.issueKey, other.issueKey));
}

/** The records that changed at or after an instant, the newest first, at most so many. */
export function recentChanges(links: LinkSet, { since, atMost }: { since: number; atMost: number }): LinkSet {
  const recent: { readonly entry: [string, LinkRecord]; readonly changed: number }[] = [];
  for (const entry of links) {
    const changed = lastChange(entry[1]);
    if (changed >= since) recent.push({ entry, changed });
  }
  recent.sort((one, other) => other.changed - one.changed);
  return new Map(recent.slice(0, atMost).map(({ entry }) => entry));
}

/** Natural order of keys: by their letters, then by their number. */
export function compareKeys(one: string, other: string): number {
  const [oneStem, oneNumber] = splitKey(one);
  const [otherStem, otherNumber] = splitKey(other);
  return compareText(oneStem, otherStem) || oneNumber - otherNumber || compareText(one, other);
}

/** Order of code units: the same on every server, whatever its language. */
export function compareText(one: string, other: string): number {
  if (one < other) return -1;
  return one > other ? 1 : 0;
}

function splitKey(key: string): [stem: string, number: number] {
  const dash = key.lastIndexOf('-');
  const number = Number(key.slice(dash + 1));
  return dash < 0 || Number.isNaN(number) ? [key, 0] : [key.slice(0, dash), number];
}
