import { attempt } from '../result.ts';

/** What the looks after an operation know of telling Tracker. */
export interface TellMemo {
  /** Whether Tracker is to be asked first under which keys it knows the issue, or is to be asked only. */
  readonly asks?: 'first' | 'only';
  /** Whether the removal it asks about is one of those that setting a whole list makes. */
  readonly isSet?: boolean;
  /** The key of the removal whose question is answered, by this removal or one that it has led to. */
  readonly answers?: string;
  /** What Tracker was told last, by this chain of looks. */
  readonly told?: 'live' | 'gone';
  /** Whether a later look has found it so. */
  readonly isChecked?: boolean;
  /** How often this chain asked in vain. */
  readonly attempts?: number;
}

export function encodeMemo(memo: TellMemo): string {
  return JSON.stringify(memo);
}

/** Reads what `encodeMemo` wrote; of anything else nothing is known. */
export function parseMemo(text: string): TellMemo {
  const parsed = attempt(() => JSON.parse(text) as TellMemo | null);
  return parsed.ok ? (parsed.value ?? {}) : {};
}
