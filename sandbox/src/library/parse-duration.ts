const unitsMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const part =
  /(\d+(?:\.\d+)?)\s*(ms|milliseconds?|w|weeks?|d|days?|h|hours?|m|min|minutes?|s|sec|seconds?)\b[\s,]*/gy;

/**
 * Milliseconds as they are, or a text of numbers and units: `2 days`, `1h 30m`, `1 week, 90 seconds`.
 * @throws RangeError for anything else
 */
export function parseDuration(duration: number | string): number {
  const ms = typeof duration === 'number' ? duration : parseText(duration.trim().toLowerCase());
  if (Number.isFinite(ms) && ms >= 0) return ms;
  throw new RangeError(
    `A duration is milliseconds or a text like "2 days", but is ${JSON.stringify(duration)}`,
  );
}

function parseText(text: string): number {
  let ms = 0;
  let end = 0;
  for (const [all, amount, unit = ''] of text.matchAll(part)) {
    ms +=
      Number(amount) *
      (unitsMs[unit.startsWith('ms') || unit.startsWith('milli') ? 'ms' : unit.slice(0, 1)] ?? 0);
    end += all.length;
  }
  return end > 0 && end === text.length ? ms : Number.NaN;
}
