/**
 * When the self-checks of one operation look again. The server lets overlapping writes replace each other, and a
 * transaction that began earlier may commit later, so one look is not enough: on a quiet object five looks, where many
 * write up to nine, the last of them at least half an hour after the write, which no running transaction outlasts. YouTrack
 * allows ten calls in a row; the tenth is left for the removal that had to be put off.
 */
const mostLooks = 9;

/**
 * What a look found: the operation gone, in place among changes that others have just made, or in place and quiet. The
 * first two are signs of many writers at once.
 */
export type Finding = 'missing' | 'busy' | 'calm';

/** Where a chain of looks stands. */
export interface Progress {
  /** The number of the look; 0 is the one that performs what had been put off. */
  readonly look: number;
  /** How many looks before it, one after another, found all quiet. */
  readonly quiet: number;
  /** How many calls were spent before and between the looks. */
  readonly errands?: number;
}

/** The same, for what comes next. */
export interface Standing extends Progress {
  /** How many calls are left over for `lastErrand`; none when left out. */
  readonly kept?: number;
}

// Pauses between quiet looks, in milliseconds.
const calmPauses = [5_000, 35_000, 300_000, 1_800_000];

// Pauses while many write: long enough that two hundred writers mostly pass undisturbed, short enough that what one of them
// undoes is soon restored. Chosen by simulation (test/writing): 200 writers are through within 10 to 30 seconds, whether
// their transactions take 20 or 250 ms. After the seventh look the calm pauses take over.
const crowdedPauses = [2_500, 3_000, 3_500, 4_000, 6_000, 12_000, 40_000];

const firstPause = { least: 300, spread: 1_200 };

/** The next call of a chain, and the pause before it in milliseconds. */
export type NextCall = Progress & { readonly pauseMs: number };

/** No first look comes sooner. */
export const leastFirstLookMs = firstPause.least;

/** The pause before the first look. `random` is at least 0 and below 1. */
export function firstLookMs(random: number): number {
  return Math.round(firstPause.least + random * firstPause.spread);
}

/** The next look and the pause before it; undefined after the last one. */
export function nextLook(
  { look, quiet, errands = 0, kept = 0 }: Standing,
  finding: Finding,
  random: number,
): NextCall | undefined {
  const most = mostLooks - kept;
  if (look < 1) return { look: 1, quiet: 0, ...(errands > 0 && { errands }), pauseMs: firstLookMs(random) };
  const crowded = crowdedPauses[look - 1];
  // One call is left for the longest pause.
  if (finding !== 'calm' && crowded !== undefined && look + errands < most - 1) {
    return { look: look + 1, quiet: 0, errands, pauseMs: Math.round(spread(crowded, finding, random)) };
  }
  // The longest pause comes last, however many looks are left.
  const calm = calmPauses[Math.max(quiet, calmPauses.length - (most - errands - look))];
  if (calm === undefined) return undefined;
  return { look: look + 1, quiet: quiet + 1, errands, pauseMs: Math.round(calm * (1 + random / 4)) };
}

/** A call between two looks, for work that a look could not finish; undefined where the looks to come need all calls. */
export function nextErrand({ kept = 0, ...progress }: Standing, pauseMs: number): NextCall | undefined {
  const { look, quiet, errands = 0 } = progress;
  const looksToCome = calmPauses.length - quiet;
  return look + errands + looksToCome < mostLooks - kept
    ? { ...progress, errands: errands + 1, pauseMs: Math.ceil(pauseMs) }
    : undefined;
}

/** A call after the last look, for what only that has found to be done; undefined where none was kept for it. */
export function lastErrand({ look, errands = 0 }: Progress): NextCall | undefined {
  return look + errands < mostLooks
    ? { look: look + 1, quiet: calmPauses.length, errands, pauseMs: 0 }
    : undefined;
}

/** Whoever has just restored something soon looks whether it lasted; all others keep out of the way a little longer. */
function spread(pauseMs: number, finding: Finding, random: number): number {
  return finding === 'missing' ? 200 + pauseMs * random : pauseMs * (0.6 + 1.2 * random);
}
