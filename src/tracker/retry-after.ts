import type { TrackerHeader } from '../ports/tracker.ts';
import { trackerLimits } from './tracker-limits.ts';

/** The value of a header, whose name counts in any letter case. */
export function findHeader(headers: readonly TrackerHeader[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

/**
 * How long `Retry-After` asks to wait: seconds, or an HTTP date (RFC 9110, 10.2.3). Tracker documents no such header;
 * undefined when it is absent or says nothing that can be understood.
 */
export function readRetryAfter(headers: readonly TrackerHeader[], nowMs: number): number | undefined {
  const value = findHeader(headers, 'retry-after')?.trim() ?? '';
  const waitMs = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(0, waitMs), trackerLimits.longestWaitMs);
}
