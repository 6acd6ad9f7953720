import { patternOnUse } from '../protocol/pattern-on-use.ts';
import { trackerLimits } from './tracker-limits.ts';

/** Letters and digits of any script; everything else means something in Tracker's query language, or nothing. */
const word = patternOnUse(String.raw`[\p{L}\p{N}]+`, 'gu');

/**
 * A text as a query of Tracker's query language ("Searching by text"): issues whose summary has all its words or their
 * forms, the latest changed first. Undefined for a text without a word.
 */
export function toSummaryQuery(text: string): string | undefined {
  const words = text
    .slice(0, trackerLimits.searchCharacters)
    .match(word())
    ?.slice(0, trackerLimits.searchWords);
  return words === undefined ? undefined : `Summary: "${words.join(' ')}" "Sort By": Updated DESC`;
}
