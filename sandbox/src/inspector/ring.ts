/** The newest of something, within bounds. */
export interface Ring<T> {
  /** @param size about how many characters it holds */
  push(entry: T, size: number): void;
  /** Oldest first. */
  entries(): readonly T[];
  clear(): void;
}

export interface RingBounds {
  readonly mostEntries: number;
  /** Of all entries together; the newest entry stays, whatever its size. */
  readonly mostCharacters: number;
}

/** Drops the oldest entries when there are more than its bounds allow. */
export function createRing<T>({ mostEntries, mostCharacters }: RingBounds): Ring<T> {
  let kept: { readonly entry: T; readonly size: number }[] = [];
  let total = 0;
  return {
    push(entry, size) {
      kept.push({ entry, size });
      total += size;
      let dropped = 0;
      while (kept.length - dropped > 1 && (kept.length - dropped > mostEntries || total > mostCharacters)) {
        total -= kept[dropped]?.size ?? 0;
        dropped += 1;
      }
      if (dropped > 0) kept = kept.slice(dropped);
    },
    entries: () => kept.map(({ entry }) => entry),
    clear() {
      kept = [];
      total = 0;
    },
  };
}
