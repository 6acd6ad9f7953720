import type { KeyReading } from '../protocol/entity-key.ts';
import type { TrackerProblemKind } from '../protocol/tracker-problem.ts';

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
  /** Keys under which Tracker may still have the object, besides the current one: it has moved. */
  readonly formerKeys?: readonly string[];
}

/** Why Tracker could not be told. */
export interface OwedProblem {
  readonly kind: TrackerProblemKind;
  /** What Tracker said itself. */
  readonly said?: string;
}

/** Everything owed for the links of one object: at most one entry per Tracker issue, by `nameOwed`. */
export type OwedSet = ReadonlyMap<string, OwedEntry>;

export const nothingOwed: OwedSet = new Map();

/** What an entry is found by. */
export function nameOwed({ issueKey, removed }: Pick<OwedEntry, 'issueKey' | 'removed'>): string {
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

/** Whether Tracker is to be asked now. */
export function isDue({ nextAt }: OwedEntry, now: number): boolean {
  return nextAt !== undefined && nextAt <= now;
}
