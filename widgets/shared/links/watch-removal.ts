interface Watch {
  readonly after: (delayMs: number, run: () => void) => void;
  /** Whether the removal is still to come, as far as is known here. */
  readonly isScheduled: () => boolean;
  readonly look: () => Promise<void>;
}

/** Looks at growing delays whether a removal that the server scheduled has happened. */
export function watchRemoval(watch: Watch, [delayMs, ...later]: readonly number[]): void {
  const { after, isScheduled, look } = watch;
  if (delayMs === undefined || !isScheduled()) return;
  after(delayMs, async () => {
    if (!isScheduled()) return;
    await look();
    watchRemoval(watch, later);
  });
}
