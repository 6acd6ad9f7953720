import type { OwedEntry } from '../links/owed-set.ts';
import { storageLimits } from '../links/storage-limits.ts';
import { cutText } from '../protocol/cut-text.ts';
import { isPassing, type TrackerProblem } from '../protocol/tracker-problem.ts';

/** Pauses after the first failures: a little shorter than those between quiet looks, which try again. Then every hour, by the sweep. */
const pausesMs = [5_000, 35_000, 300_000, 1_800_000];
const longestPauseMs = 3_600_000;

/** A pause may be shorter by so much, so that what failed together is not tried together again. */
const jitter = 0.3;

/** How long it is tried without anybody's help. */
const mostMs = 7 * 24 * 60 * 60 * 1000;

/** When and by what dice. */
export interface Moment {
  readonly now: number;
  /** At least 0, below 1. */
  readonly random: number;
}

/**
 * What is owed after Tracker was asked in vain: it is tried again later, and not sooner than Tracker said; what time cannot help,
 * or has not helped within a week, rests until a person says that it be tried again.
 */
export function afterFailure(entry: OwedEntry, problem: TrackerProblem, moment: Moment): OwedEntry {
  const { now } = moment;
  const { nextAt: _, ...rest } = entry;
  const triedSince = entry.triedSince ?? now;
  const { kind, said } = problem;
  const failed: OwedEntry = {
    ...rest,
    triedSince,
    attempts: entry.attempts + 1,
    problem: { kind, ...(said !== undefined && { said: cutText(said, storageLimits.saidCharacters) }) },
  };
  const rests = !isPassing(problem) || now - triedSince >= mostMs;
  return rests ? failed : { ...failed, nextAt: now + pauseAfter(entry.attempts, problem, moment) };
}

function pauseAfter(failures: number, { retryAfterMs = 0 }: TrackerProblem, { random }: Moment): number {
  const pauseMs = (pausesMs[failures] ?? longestPauseMs) * (1 - jitter * random);
  return Math.ceil(Math.max(pauseMs, retryAfterMs));
}
