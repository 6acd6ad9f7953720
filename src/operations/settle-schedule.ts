/**
 * When the self-checks of one operation look again. The server lets overlapping writes replace each other, and a
 * transaction that began earlier may commit later, so one look is not enough: nine looks, the last at least half an hour
 * after the write, which no running transaction outlasts. YouTrack allows ten calls in a row; the tenth is left for the
 * removal that had to be put off.
 */
const looks = 9;

// Pauses after the first look, the second … as long as the operation is found in place, in milliseconds.
const calmPauses = [3_000, 6_000, 12_000, 20_000, 45_000, 150_000, 480_000, 1_800_000];

const firstPause = { least: 300, spread: 1_200 };
// When the operation was missing, many write at once. Spreading the next looks over a few seconds lets most of two hundred
// writers pass undisturbed each time; after the seventh look the calm pauses take over, long after any burst.
const crowdedPause = { least: 200, spread: 2_500, growth: 1.2, lastLook: 7 };

/** The pause before the first look. `random` is at least 0 and below 1. */
export function firstLookMs(random: number): number {
  return Math.round(firstPause.least + random * firstPause.spread);
}

/** The pause after a look; undefined after the last one. Look 0 is the one that performs what had been put off. */
export function nextLookMs(look: number, wasMissing: boolean, random: number): number | undefined {
  if (look < 1) return firstLookMs(random);
  if (look >= looks) return undefined;
  if (wasMissing && look <= crowdedPause.lastLook) {
    const spread = crowdedPause.spread * crowdedPause.growth ** (look - 1);
    return Math.round(crowdedPause.least + random * spread);
  }
  return Math.round((calmPauses[look - 1] ?? 0) * (1 + random / 4));
}
