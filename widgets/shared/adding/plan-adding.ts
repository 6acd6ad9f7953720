import { limits } from '../../../src/protocol/limits.ts';
import type { Candidate } from '../../../src/suggesting/candidates-answer.ts';
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
  /** What Tracker says of the issues that are named, as far as it was asked. */
  readonly told: readonly Candidate[];
}

/**
 * Plans within the limits of one request and of one object. Where Tracker was asked, it decides: a key that it knows is added,
 * under the name it has now, although its queue is new here; one that it does not know is offered.
 */
export function planAdding(
  paste: Paste,
  linked: ReadonlySet<string>,
  told: readonly Candidate[] = [],
): AddPlan {
  const find = (key: string) => told.find(({ issueKey, readAt }) => issueKey === key && readAt !== undefined);
  const isGone = (key: string) => find(key)?.isGone === true;
  const isConfirmed = ({ key, doubt }: Offer) => doubt === 'queue' && find(key) !== undefined && !isGone(key);
  const sure = paste.keys.filter((key) => !isGone(key));
  const confirmed = paste.offers.filter(isConfirmed).map(({ key }) => key);
  const keys = [...new Set([...sure, ...confirmed].map((key) => find(key)?.currentKey ?? key))];
  const fresh = keys.filter((key) => !linked.has(key));
  const room = Math.max(0, limits.liveLinks - linked.size);
  const fitting = fresh.slice(0, room);
  const offers = [
    ...paste.keys.filter(isGone).map(toAbsent),
    ...paste.offers
      .filter((offer) => !isConfirmed(offer))
      .map((offer) => (offer.doubt === 'queue' && isGone(offer.key) ? toAbsent(offer.key) : offer)),
  ];
  return {
    paste,
    adding: fitting.slice(0, limits.entityIds),
    present: keys.filter((key) => linked.has(key)),
    offers: offers.filter(({ key }) => !linked.has(key)),
    later: fitting.slice(limits.entityIds),
    tooMany: fresh.slice(room),
    told,
  };
}

function toAbsent(key: string): Offer {
  return { key, written: key, how: 'plain', letters: '', doubt: 'absent' };
}
