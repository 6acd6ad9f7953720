import type { Stamp } from '../links/link-set.ts';
import { decodeOwed, encodeOwed } from '../links/owed-codec.ts';
import { nothingOwed, type OwedSet } from '../links/owed-set.ts';
import type { Host } from '../ports/youtrack.ts';
import type { KeyReading } from '../protocol/entity-key.ts';
import { attempt, fail, type Result } from '../result.ts';

/** What travels from one call to the next of a chain that tells Tracker what is owed. */
export interface TellState {
  /** How many calls the chain has had before. */
  readonly calls: number;
  /** Whose debts are paid; of everything that owes where it is left out. */
  readonly of?: readonly KeyReading[];
  /** Links that were told and are to be looked at once more, because two may have told at once. */
  readonly checks: readonly CheckedLink[];
  /** What the first of these objects owes, in case another transaction has undone that it was written down. */
  readonly owed: OwedSet;
  /** What Tracker has reported of the first of these objects, and seems to be our own doing. */
  readonly heard?: HeardEcho;
  /** Removals that Tracker's answers have led to, for a call that does not wait for Tracker. */
  readonly removals?: readonly FoundRemoval[];
}

/** The removal of a link, because it was meant when another key of its issue was named. */
export interface FoundRemoval {
  readonly object: KeyReading;
  readonly issueKey: string;
  readonly stamp: Stamp;
}

/** Tracker's report that a remote link was removed, which we seem to have removed ourselves. */
export interface HeardEcho {
  readonly issueKey: string;
  /** As Tracker names the object. */
  readonly key: string;
  /** When, and by which login; absent in what an older version of the app has scheduled. */
  readonly at?: number;
  readonly by?: string;
  /** Whether Tracker may have had the link until the report came, so that it can tell whose the removal was. */
  readonly isAsked?: boolean;
}

export interface CheckedLink {
  readonly object: KeyReading;
  readonly issueKey: string;
}

/** Why a call could not do its work: for the log. */
export type TellProblem = { readonly reason: 'not_understood' };

/** A chain that begins. */
export const freshTelling: TellState = { calls: 0, checks: [], owed: nothingOwed };

/** YouTrack allows ten calls in a row; the first is scheduled by what sets the chain off. */
const mostCalls = 10;

const stateVersion = 1;

/** Has what is owed told to Tracker soon; nothing happens where the chain has had all calls it can have. */
export function scheduleTelling(host: Pick<Host, 'schedule'>, state: TellState, delayMs: number): void {
  if (state.calls >= mostCalls) return;
  const { owed, ...rest } = state;
  const text = JSON.stringify({ v: stateVersion, ...rest, calls: state.calls + 1, owed: encodeOwed(owed) });
  host.schedule({ name: 'tellTracker', delayMs: Math.ceil(delayMs), state: text });
}

/** Has an echo forgotten in a moment, so that the next report of its kind counts. */
export function scheduleHeard(
  host: Pick<Host, 'schedule'>,
  { kind, key }: KeyReading,
  heard: HeardEcho,
): void {
  scheduleTelling(host, { ...freshTelling, of: [{ kind, key }], heard }, 0);
}

/** Reads what `scheduleTelling` wrote. What another version of the app wrote is not needed: the sweep finds what is owed. */
export function parseTellState(text: string): Result<TellState, TellProblem> {
  const parsed = attempt(() => decodeState(JSON.parse(text) as StoredState));
  return parsed.ok && parsed.value !== undefined
    ? { ok: true, value: parsed.value }
    : fail({ reason: 'not_understood' });
}

type StoredState = Omit<TellState, 'owed'> & { readonly v: number; readonly owed?: string };

function decodeState({ v: version, owed: text, ...state }: StoredState): TellState | undefined {
  const owed = decodeOwed(text);
  return version === stateVersion && owed.ok ? { ...state, owed: owed.value } : undefined;
}
