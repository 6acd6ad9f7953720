/** How much one entity's stored links may hold; together they keep the value below what the server can store. */
export const storageLimits = {
  /** Links that are there; adding beyond it is refused. */
  liveLinks: 1_000,
  /**
   * Tombstones kept, the newest ones. An entry takes at most 1.8 KB (a key of 100 characters and two stamps with a
   * login of 255 characters of three bytes each), so 1,000 links and as many tombstones take at most 3.6 MB of the
   * 4,194,304 bytes a string property can hold.
   */
  tombstones: 1_000,
  /** How long a removal is remembered: far longer than any transaction or scheduled check can run. */
  tombstoneMs: 30 * 24 * 60 * 60 * 1_000,
  /** Characters of a login that are kept; no directory hands out longer ones. */
  loginCharacters: 255,
} as const;
