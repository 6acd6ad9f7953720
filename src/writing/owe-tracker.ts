import type { LinkChange } from '../links/change-link.ts';
import { type LinkSet, liveStamp } from '../links/link-set.ts';
import { findOwing, nameOwed, type OwedEntry, withOwed, withoutOwed } from '../links/owed-set.ts';
import type { Entity, Host, Settings } from '../ports/youtrack.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { toQueueKey } from '../protocol/tracker-issue-key.ts';
import { readOwed, writeOwed } from './read-owed.ts';
import { leastFirstLookMs } from './settle-schedule.ts';

/** What the looks after an operation carry with them where Tracker is to be told; only mirroring reads it. */
export const untoldMemo = '{}';

/** The application that links of a kind of objects are made with in Tracker; undefined where nothing is mirrored. */
export function findApplication({ mirroring }: Settings, kind: EntityKind): string | undefined {
  return mirroring.isConnected ? mirroring.applications[kind] : undefined;
}

/** What was done to a link, as far as Tracker is concerned. */
export type ToldChange = Pick<LinkChange, 'issueKey' | 'wish' | 'stamp' | 'isRenewed'>;

/**
 * Notes beside an object's links that Tracker is to be told of a change, in the transaction that makes it; the looks after it
 * then tell. A change that came via Tracker is told only where Tracker was asked for the opposite and may have done it. A change
 * that undoes another one of which Tracker has heard nothing is not told, and neither is the other.
 * @param dueAt when the first look comes that can tell: epoch milliseconds
 * @returns the memo for the looks; undefined where there is nothing to tell
 */
export function oweTracker(
  { clock, settings }: Pick<Host, 'clock' | 'settings'>,
  { entity, change }: { readonly entity: Entity; readonly change: ToldChange },
  dueAt: number,
): string | undefined {
  if (findApplication(settings, entity.kind) === undefined) return undefined;
  const owed = readOwed(entity);
  // What cannot be read is left alone; the looks tell without it.
  if (!owed.ok) return change.stamp.via === 'tracker' ? undefined : untoldMemo;
  const name = nameOwed(change);
  const earlier = findOwing(owed.value, name);
  if (earlier !== undefined && cancels(earlier, change, clock.now())) {
    writeOwed(entity, withoutOwed(owed.value, name));
    return undefined;
  }
  if (earlier === undefined && change.stamp.via === 'tracker') return undefined;
  const noted = owed.value.get(name);
  const isOpposite = earlier !== undefined && earlier.wish !== change.wish;
  const isUnknown = isOpposite || change.isRenewed === true || noted?.droppedAt !== undefined;
  const attempts = Math.max(earlier?.attempts ?? 0, isUnknown ? unknownAttempts : 0);
  const entry = toEntry(change, { attempts, echoes: listEchoes(entity, noted) }, dueAt);
  writeOwed(entity, withOwed(owed.value, entry));
  return untoldMemo;
}

/**
 * What Tracker has is not known after the opposite was to be told or something was dropped, nor of a link made anew: nothing that is
 * done next cancels out.
 */
const unknownAttempts = 1;

function toEntry(
  { issueKey, wish, stamp }: ToldChange,
  { attempts, echoes }: { readonly attempts: number; readonly echoes: readonly string[] },
  nextAt: number,
): OwedEntry {
  return { issueKey, wish, since: stamp.at, attempts, nextAt, ...(echoes.length > 0 && { echoes }) };
}

/** What Tracker may yet report: also the removal that was owed until now, and may be under way. */
function listEchoes({ key }: Entity, before: OwedEntry | undefined): readonly string[] {
  const isUnderWay = before?.wish === 'gone' && before.toldAt === undefined;
  return [...(before?.echoes ?? []), ...(isUnderWay ? [key] : [])];
}

/** Before its first try is due nobody can be about to tell Tracker of it. */
function cancels({ wish, attempts, nextAt }: OwedEntry, change: ToldChange, now: number): boolean {
  return wish !== change.wish && attempts === 0 && nextAt !== undefined && now < nextAt;
}

/**
 * Whether an issue may be linked under another key already: one that moves to another queue gets a new one, and may come back to its
 * queue under yet another. Only Tracker can say. It is asked of what is removed where there is any other link, and of what was never
 * heard of before where there are links to issues of other queues.
 */
export function mayBeLinkedElsewhere(
  { settings }: Pick<Host, 'settings'>,
  {
    entity,
    links,
    change,
  }: { readonly entity: Entity; readonly links: LinkSet; readonly change: ToldChange },
): boolean {
  const { issueKey, wish } = change;
  if (findApplication(settings, entity.kind) === undefined) return false;
  if (wish === 'gone') return hasOther(links, issueKey, () => true);
  const queue = toQueueKey(issueKey);
  return (
    links.get(issueKey) === undefined && hasOther(links, issueKey, (other) => toQueueKey(other) !== queue)
  );
}

/** Whether an issue of the same queue is linked as well. */
export function hasNeighbour(links: LinkSet, issueKey: string): boolean {
  const queue = toQueueKey(issueKey);
  return hasOther(links, issueKey, (other) => toQueueKey(other) === queue);
}

/** Not looked at further than to the first. */
function hasOther(links: LinkSet, issueKey: string, isSo: (otherKey: string) => boolean): boolean {
  for (const [other, record] of links)
    if (other !== issueKey && isSo(other) && liveStamp(record) !== undefined) return true;
  return false;
}

/** The other issues that are linked. */
export function listOthers(links: LinkSet, issueKey: string): readonly string[] {
  return [...links].flatMap(([other, record]) =>
    other !== issueKey && liveStamp(record) !== undefined ? [other] : [],
  );
}

/**
 * The same as `oweTracker` for what had been put off, in the look that performs it.
 * @param before the memo it was put off with, which says that Tracker is to be asked first
 */
export function oweLate(
  host: Pick<Host, 'clock' | 'settings'>,
  target: { readonly entity: Entity; readonly change: ToldChange },
  before: string | undefined,
): string | undefined {
  const memo = oweTracker(host, target, host.clock.now() + leastFirstLookMs);
  return before === undefined ? memo : toAskingMemo(memo);
}

/**
 * What the looks carry where they are to ask that first, and then tell Tracker or not.
 * @param isSet whether a whole list is set
 */
export function toAskingMemo(memo: string | undefined, isSet = false): string {
  return `${askingMemo}"${memo === undefined ? 'only' : 'first'}"${isSet ? ',"isSet":true' : ''}}`;
}

export function isAskingMemo(memo: string | undefined): boolean {
  return memo?.startsWith(askingMemo) ?? false;
}

const askingMemo = '{"asks":';
