import { limits } from '../protocol/limits.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** How much one object's stored links may hold. */
export const storageLimits = {
  liveLinks: limits.liveLinks,
  /** UTF-8 bytes of a string extension property: a longer write fails on the server. */
  storedBytes: 4_194_304,
  /**
   * Bytes up to which links may be added. The rest is kept for removals, so that one never fails for want of room: each of a
   * thousand links may get one more stamp, of at most 1,570 bytes (a login of 255 characters, six bytes each in JSON).
   */
  bytesForAdding: 4_194_304 - 1_000 * 1_570,
  /** How long a removal is remembered. */
  tombstoneMs: 30 * dayMs,
  /**
   * How long it is remembered even where room is short. The longest chain of looks takes under an hour; a look that a busy
   * server runs later than this restores nothing any more.
   */
  leastTombstoneMs: dayMs,
  /** Characters of a login that are kept; no directory hands out longer ones. */
  loginCharacters: 255,
  /** Characters that are kept of what Tracker said. */
  saidCharacters: 200,
} as const;
