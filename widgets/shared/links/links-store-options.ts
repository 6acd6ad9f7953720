import type { LinksApi } from './links-api.ts';

/** When to look again. */
export const lookTimes = {
  /** So long an answer is as good as a new one. */
  freshForMs: 10_000,
  /** Whether a scheduled removal has happened; after these the row stays "scheduled" until the next look. */
  scheduledMs: [1_000, 3_000, 9_000, 27_000],
  /** Tracker is told within seconds; whoever watches sees it. */
  mirroringMs: 3_000,
} as const;

export interface LinksStoreOptions {
  readonly api: LinksApi;
  /** The person at the screen. */
  readonly me: { readonly login: string; readonly name?: string };
  readonly now: () => Date;
  readonly after: (delayMs: number, run: () => void) => void;
  /** Runs it once what is known by now is on the screen. */
  readonly whenDrawn: (run: () => void) => void;
  /** Called after each change that the server has taken, for others who show the same links. */
  readonly onChanged?: () => void;
}
