import { type PendingChange, toPendingChange } from '../links/change-link.ts';
import { decodeLinks, encodeLinks } from '../links/link-codec.ts';
import type { Stamp } from '../links/link-set.ts';
import type { Host } from '../ports/youtrack.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { attempt, fail, type Result } from '../result.ts';
import { noteQuestion } from './note-question.ts';
import { mayBeLinkedElsewhere, oweTracker, toAskingMemo } from './owe-tracker.ts';
import { firstLookMs, type Progress } from './settle-schedule.ts';
import type { TargetChange } from './write-change.ts';

/** What travels from one look to the next. */
export interface SettleState extends Progress {
  readonly entities: readonly PendingTarget[];
  readonly replacing: Replacement | undefined;
}

export interface PendingTarget {
  readonly kind: EntityKind;
  readonly key: string;
  readonly change: PendingChange;
  /** What is known of telling Tracker of it; absent where Tracker is not told. Only mirroring reads it. */
  readonly memo?: string | undefined;
}

/**
 * What an operation that *sets* the links of a Tracker issue replaces: links of objects of this kind, or of any, that were made
 * via its own side before it. Its own objects are no part of this.
 */
export interface Replacement {
  readonly issueKey: string;
  readonly kind?: EntityKind | undefined;
  readonly stamp: Stamp;
  /** Whether Tracker is still to be asked which other keys the issue has: links under these are replaced as well. */
  readonly asks?: boolean;
  readonly otherKeys?: readonly string[];
}

/** Why a look could not do its work. */
export type SettleProblem =
  | { readonly reason: 'not_understood' }
  | { readonly reason: 'newer_version'; readonly version: number }
  | { readonly reason: 'no_room' };

/** The version this app writes. Version 1.0.0 of the app wrote none; what it wrote is understood as it is. */
const stateVersion = 2;

interface StoredState extends Progress {
  readonly v?: number;
  readonly replacing?: Replacement | undefined;
  readonly entities: readonly StoredEntity[];
}

type StoredEntity = Omit<PendingTarget, 'change'> & {
  readonly change: Omit<PendingChange, 'known'> & { readonly known: string };
};

/** What is to be looked after, of an operation on one object. */
export function toPendingTarget({ entity, change }: Pick<TargetChange, 'entity' | 'change'>): PendingTarget {
  return { kind: entity.kind, key: entity.key, change: toPendingChange(change) };
}

/**
 * Has an operation looked after: one chain of checks for all its objects, which also tells Tracker; that it is still to be told is
 * noted at once. One that replaces what others made before it carries that along as well, because such a link may come from a
 * transaction that has not ended yet.
 */
export function scheduleSettling(
  host: Pick<Host, 'clock' | 'schedule' | 'settings'>,
  changes: readonly TargetChange[],
  replacing?: Replacement,
): void {
  const delayMs = firstLookMs(host.clock.random());
  const dueAt = host.clock.now() + delayMs;
  const isSet = replacing !== undefined;
  let isNoted = true;
  const entities = changes.map((target) => {
    const memo = target.change.isEffective ? oweTracker(host, target, dueAt) : undefined;
    const asks = mayBeLinkedElsewhere(host, target);
    if (asks && target.change.wish === 'gone') isNoted = tryToNote(target, { isSet, dueAt }) && isNoted;
    return { ...toPendingTarget(target), memo: asks ? toAskingMemo(memo, isSet) : memo };
  });
  if (isNoted) scheduleLook(host, { look: 1, quiet: 0, entities, replacing }, delayMs);
  else scheduleLook(host, { look: 0, quiet: 0, entities, replacing }, 0);
}

/**
 * Whether the question could be noted. Where nothing was removed this is the first write, at which some servers say by throwing that
 * DELETE may only read: then the look that follows at once notes it, or has it answered.
 */
function tryToNote(
  { entity, change }: TargetChange,
  { isSet, dueAt }: { readonly isSet: boolean; readonly dueAt: number },
): boolean {
  return attempt(() => noteQuestion(entity, { ...change, isSet }, dueAt)).ok;
}

/** Has an operation performed as soon as possible, in a transaction that can write, and looked after. */
export function schedulePostponed(
  host: Pick<Host, 'schedule' | 'settings'>,
  changes: readonly TargetChange[],
): void {
  const entities = changes.map((target) => ({
    ...toPendingTarget(target),
    memo: mayBeLinkedElsewhere(host, target) ? toAskingMemo(undefined) : undefined,
  }));
  scheduleLook(host, { look: 0, quiet: 0, entities, replacing: undefined }, 0);
}

/** Sends a state on to the next look. */
export function scheduleLook(host: Pick<Host, 'schedule'>, state: SettleState, delayMs: number): void {
  host.schedule({ name: 'settleLinks', delayMs, state: encodeSettleState(state) });
}

/** As text, because that is what scheduled functions may be handed. */
export function encodeSettleState({ entities, ...state }: SettleState): string {
  const stored: StoredState = {
    v: stateVersion,
    ...state,
    entities: entities.map(({ change, ...entity }) => ({
      ...entity,
      change: { ...change, known: encodeLinks(change.known) },
    })),
  };
  return JSON.stringify(stored);
}

/** Reads what `encodeSettleState` wrote, in this version of the app or another one. */
export function parseSettleState(text: string): Result<SettleState, SettleProblem> {
  const parsed = attempt(() => JSON.parse(text) as StoredState | null);
  if (!parsed.ok) return fail({ reason: 'not_understood' });
  const version = parsed.value?.v ?? 1;
  if (version > stateVersion) return fail({ reason: 'newer_version', version });
  const state = attempt(() => decodeState(parsed.value as StoredState));
  return state.ok ? state : fail({ reason: 'not_understood' });
}

function decodeState({ v: _, entities, replacing, ...progress }: StoredState): SettleState {
  return {
    ...progress,
    replacing,
    entities: entities.map(({ change, ...entity }) => {
      const known = decodeLinks(change.known);
      return { ...entity, change: { ...change, known: known.ok ? known.value : new Map() } };
    }),
  };
}
