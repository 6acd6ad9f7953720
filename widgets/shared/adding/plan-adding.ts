import { limits } from '../../../src/protocol/limits.ts';
import type { Offer, Paste } from '../pasting/paste.ts';

/** What Enter does with a text. */
export interface AddPlan {
  readonly paste: Paste;
  /** Keys to be added now. */
  readonly adding: readonly string[];
  /** Keys that have a row already. */
  readonly present: readonly string[];
  readonly offers: readonly Offer[];
  /** Keys beyond what one request carries; they stay in the box. */
  readonly later: readonly string[];
  /** Keys for which the object has no room left. */
  readonly tooMany: readonly string[];
}

/** Plans within the limits of one request and of one object. */
export function planAdding(paste: Paste, linked: ReadonlySet<string>): AddPlan {
  const fresh = paste.keys.filter((key) => !linked.has(key));
  const room = Math.max(0, limits.liveLinks - linked.size);
  const fitting = fresh.slice(0, room);
  return {
    paste,
    adding: fitting.slice(0, limits.entityIds),
    present: paste.keys.filter((key) => linked.has(key)),
    offers: paste.offers.filter(({ key }) => !linked.has(key)),
    later: fitting.slice(limits.entityIds),
    tooMany: fresh.slice(room),
  };
}
