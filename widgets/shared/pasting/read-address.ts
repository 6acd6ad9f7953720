import { isTrackerIssueKey, parseTrackerIssueKey } from '../../../src/protocol/tracker-issue-key.ts';
import { findKeysInText } from './key-in-text.ts';

/** The keys that an address carries. */
export interface KeysInAddress {
  readonly site: string;
  readonly isTracker: boolean;
  /** Keys of the issues that it leads to. */
  readonly keys: readonly string[];
  /** Keys that merely stand in it as well. */
  readonly others: readonly string[];
}

const parts = /^https?:\/\/(?:www\.)?([^/?#]*)([^?#]*)(.*)$/is;
/** Tracker's pages for companies, for Yandex' own staff, and its API. */
const trackerSites =
  /^(?:(?:[\w-]+\.)?tracker\.yandex(?:cloud)?\.[a-z]{2,3}|tracker\.yandex\.com\.tr|st\.yandex-team\.ru)(?::\d+)?$/i;

/** Reads an address of any site. In other sites' addresses a key is nothing more than a likely one. */
export function readAddress(address: string): KeysInAddress {
  const [, site = '', path = '', rest = ''] = parts.exec(address) ?? [];
  const isTracker = trackerSites.test(site);
  const inPath = path.split('/').flatMap((segment) => {
    const key = segment.length > 0 ? parseTrackerIssueKey(segment) : undefined;
    return key?.ok ? [key.value] : findPlainKeys(segment);
  });
  const named = parseTrackerIssueKey(address);
  const inRest = findPlainKeys(rest);
  const meant = inPath.length > 0 ? inPath : [...(named.ok ? [named.value] : []), ...inRest];
  const keys = new Set(meant);
  return { site, isTracker, keys: [...keys], others: [...new Set(inRest)].filter((key) => !keys.has(key)) };
}

/** In an address capital letters tell a key from `comment-12` and `page-2`. */
function findPlainKeys(text: string): string[] {
  return findKeysInText(text)
    .found.map(({ name, number, shape }) => (shape === 'joined' ? `${name}-${number}` : ''))
    .filter(isTrackerIssueKey);
}
