import type { KeyReading } from '../protocol/entity-key.ts';
import type { TrackerProblemKind } from '../protocol/tracker-problem.ts';
import type { Stamp } from './link-set.ts';

/** What Tracker must still be told of one link. When it is told, it is told what the links say then, not what they said. */
export interface OwedEntry {
  readonly issueKey: string;
  readonly wish: 'live' | 'gone';
  /** When it began to be owed: the stamp of the operation. Epoch milliseconds, as all times here. */
  readonly since: number;
  /** How often Tracker was asked in vain. While it is 0, Tracker surely knows nothing of it. */
  readonly attempts: number;
  /** When Tracker was first asked in vain, since a person last said that it be tried again. */
  readonly triedSince?: number;
  /** The next try; absent where it rests until a person says that it be tried again. */
  readonly nextAt?: number;
  readonly problem?: OwedProblem;
  /** The object whose link it is, where that has been removed; else it is the one this is stored on. */
  readonly removed?: KeyReading;
  /**
   * Keys of the object under which we take remote links away, or have just done so, while the link may stay: those from before it
   * moved, and the current one where Tracker has doubles. Tracker may report such a removal to us like anybody's.
   */
  readonly echoes?: readonly string[];
  /** When Tracker was told: nothing is owed any more, but Tracker may still report what we have taken away. */
  readonly toldAt?: number;
  /** When a person said that Tracker need not be told: nothing is owed, and looks that come later must not owe it again. */
  readonly droppedAt?: number;
  /**
   * Makes it a question about a removal: Tracker is to be asked, and not told, because it alone knows under which other keys the
   * object may be linked to the issue, and the removal is meant for all of them; or whose the removal was that it has reported.
   */
  readonly asks?: AskingRemoval;
}

/** Who has removed the link, and through which side. */
export interface AskingRemoval extends Pick<Stamp, 'by' | 'via'> {
  /** Whether a whole list was set: then it is no report of what has happened in Tracker. */
  readonly isSet?: boolean;
  /** Whether Tracker has answered: what that has led to is still to be seen in place. */
  readonly isAnswered?: boolean;
  /** Whether Tracker has reported the removal, which may be of our own doing or somebody's: only what Tracker has now can tell. */
  readonly isReport?: boolean;
}

/** Why Tracker could not be told. */
export interface OwedProblem {
  readonly kind: TrackerProblemKind;
  /** What Tracker said itself. */
  readonly said?: string;
}

/** Everything owed for the links of one object: at most one entry and one question of each kind per Tracker issue, by `nameOwed`. */
export type OwedSet = ReadonlyMap<string, OwedEntry>;

export const nothingOwed: OwedSet = new Map();

/** What an entry is found by. */
export function nameOwed({
  issueKey,
  removed,
  asks,
}: Pick<OwedEntry, 'issueKey' | 'removed' | 'asks'>): string {
  if (asks !== undefined) return asks.isReport ? nameOfReport(issueKey) : `${issueKey} ?`;
  return removed === undefined ? issueKey : `${issueKey} ${removed.kind} ${removed.key}`;
}

/** The set with this entry, in place of the one it had of the same link. */
export function withOwed(owed: OwedSet, entry: OwedEntry): OwedSet {
  return new Map(owed).set(nameOwed(entry), entry);
}

export function withoutOwed(owed: OwedSet, name: string): OwedSet {
  const rest = new Map(owed);
  rest.delete(name);
  return rest;
}

/** What is still owed: not what Tracker has been told already. */
export function listOwing(owed: OwedSet): readonly OwedEntry[] {
  return [...owed.values()].filter(isOwing);
}

/** What is still to be told and asked, as people are shown it: a removal that is to be told is not shown as a question besides. */
export function listShown(owed: OwedSet): readonly OwedEntry[] {
  return listOwing(owed).filter(
    (entry) =>
      entry.asks === undefined || findOwing(owed, nameOwed({ issueKey: entry.issueKey })) === undefined,
  );
}

/** The entry of a link that is still owed. */
export function findOwing(owed: OwedSet, name: string): OwedEntry | undefined {
  const entry = owed.get(name);
  return entry !== undefined && isOwing(entry) ? entry : undefined;
}

/** The question whose the reported removal of a link was, which is owed if the link was made before the report. */
export function findReport(owed: OwedSet, issueKey: string, addedAt: number): OwedEntry | undefined {
  const question = findOwing(owed, nameOfReport(issueKey));
  return question !== undefined && addedAt <= question.since ? question : undefined;
}

function nameOfReport(issueKey: string): string {
  return `${issueKey} !`;
}

function isOwing({ toldAt, droppedAt }: OwedEntry): boolean {
  return toldAt === undefined && droppedAt === undefined;
}

/** How long it is remembered that something was dropped: the looks after an operation come to an end within an hour. */
const droppedMs = 24 * 60 * 60 * 1000;

/** What is left of an entry that is dropped. */
export function toDropped({ nextAt: _, ...entry }: OwedEntry, now: number): OwedEntry {
  return { ...entry, droppedAt: now };
}

/** Whether Tracker need not be told of an operation of this time, because that was dropped after it. */
export function isDropped(entry: OwedEntry | undefined, operationAt: number): boolean {
  return entry?.droppedAt !== undefined && entry.since >= operationAt;
}

/** How long Tracker's reports of what we have taken away are waited for. */
const echoMs = 30_000;

/** Whether Tracker's report that a link under this key was removed is of our own doing. */
export function isEcho(entry: OwedEntry | undefined, key: string, now: number): boolean {
  const { echoes = [], toldAt = now } = entry ?? {};
  return now - toldAt < echoMs && echoes.some((echo) => echo.toLowerCase() === key.toLowerCase());
}

/** The set without what Tracker was told, and what was dropped, long ago. */
export function withoutOldEchoes(owed: OwedSet, now: number): OwedSet {
  return new Map(
    [...owed].filter(
      ([, { toldAt = now, droppedAt = now }]) =>
        Math.abs(now - toldAt) < echoMs && Math.abs(now - droppedAt) < droppedMs,
    ),
  );
}

/** Whether Tracker is to be asked now. */
export function isDue({ nextAt }: OwedEntry, now: number): boolean {
  return nextAt !== undefined && nextAt <= now;
}
