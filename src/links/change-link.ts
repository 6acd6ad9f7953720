import type { Via } from '../protocol/answers.ts';
import { cutText } from '../protocol/cut-text.ts';
import { type LinkRecord, type LinkSet, lastChange, latestStamp, liveStamp, type Stamp } from './link-set.ts';
import { storageLimits } from './storage-limits.ts';

/** Who does something to a link, when (epoch milliseconds) and through which side. */
export interface Author {
  readonly now: number;
  readonly login: string;
  readonly via: Via;
}

/** What an operation wants of one link of one entity, with the stamp it put on it. */
export interface LinkChange {
  readonly issueKey: string;
  readonly wish: 'live' | 'gone';
  readonly stamp: Stamp;
  /** The record as the operation leaves it. */
  readonly record: LinkRecord;
  /** Whether the entity's links differ afterwards; if not, there is nothing to write. */
  readonly isEffective: boolean;
  /** Whether a link that was there has been made anew: Tracker may know of it. */
  readonly isRenewed?: boolean;
}

/** What a self-check remembers of an operation on one entity: its wish, and what it has seen of the entity's links. */
export interface PendingChange {
  readonly issueKey: string;
  readonly wish: LinkChange['wish'];
  readonly stamp: LinkChange['stamp'];
  /** Records that must not get lost: the operation's own, and recent ones of others that an earlier look has seen. */
  readonly known: LinkSet;
}

/**
 * Adds a link; one that is there stays as it is, with its first author.
 * @param removedAt the time of a removal that may yet take effect: then one that is there is made anew, later than that
 */
export function addLink(links: LinkSet, issueKey: string, author: Author, removedAt?: number): LinkChange {
  const record = links.get(issueKey) ?? {};
  const now = removedAt === undefined ? author.now : Math.max(author.now, removedAt + 1);
  const stamp = stampAfter(record, { ...author, now });
  if (liveStamp(record) !== undefined && removedAt === undefined)
    return { issueKey, wish: 'live', stamp, record, isEffective: false };
  const isRenewed = liveStamp(record) !== undefined;
  const added = { ...record, added: stamp };
  return { issueKey, wish: 'live', stamp, record: added, isEffective: true, ...(isRenewed && { isRenewed }) };
}

/** Removes a link, leaving a tombstone; removing one that is not there changes nothing. */
export function removeLink(links: LinkSet, issueKey: string, author: Author): LinkChange {
  const record = links.get(issueKey) ?? {};
  const stamp = stampAfter(record, author);
  if (liveStamp(record) === undefined) return { issueKey, wish: 'gone', stamp, record, isEffective: false };
  return { issueKey, wish: 'gone', stamp, record: { ...record, removed: stamp }, isEffective: true };
}

/** The part of a change that its self-check carries on. */
export function toPendingChange({ issueKey, wish, stamp, record }: LinkChange): PendingChange {
  const isKnown = record.added !== undefined || record.removed !== undefined;
  return { issueKey, wish, stamp, known: new Map(isKnown ? [[issueKey, record]] : []) };
}

/** A stamp later than anything known of the link, so that an operation takes effect even when a clock went back. */
function stampAfter(record: LinkRecord, { now, login, via }: Author): Stamp {
  return {
    at: Math.min(Math.max(Math.floor(now), lastChange(record) + 1), latestStamp),
    by: cutText(login, storageLimits.loginCharacters),
    via,
  };
}
