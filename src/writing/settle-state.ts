import { decodeLinks } from '../links/decode-links.ts';
import { encodeLinks } from '../links/encode-links.ts';
import type { Stamp } from '../links/link-set.ts';
import { type PendingChange, toPendingChange } from '../links/reapply-change.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { attempt, fail, type Result } from '../result.ts';
import type { Progress } from './settle-schedule.ts';
import type { TargetChange } from './write-change.ts';

/** What travels from one look to the next. */
export interface SettleState extends Progress {
  readonly entities: readonly PendingEntity[];
  readonly replacing: Replacement | undefined;
}

export interface PendingEntity {
  readonly kind: EntityKind;
  readonly key: string;
  readonly change: PendingChange;
}

/**
 * What an operation that *sets* the links of a Tracker issue replaces: links of objects of this kind, or of any, that were made
 * via its own side before it. Its own objects are no part of this.
 */
export interface Replacement {
  readonly issueKey: string;
  readonly kind?: EntityKind | undefined;
  readonly stamp: Stamp;
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

type StoredEntity = Omit<PendingEntity, 'change'> & {
  readonly change: Omit<PendingChange, 'known'> & { readonly known: string };
};

/** What is to be looked after, of an operation on one object. */
export function toPendingEntity({ entity, change }: Pick<TargetChange, 'entity' | 'change'>): PendingEntity {
  return { kind: entity.kind, key: entity.key, change: toPendingChange(change) };
}

/** As text, because that is what scheduled functions may be handed. */
export function encodeSettleState({ look, quiet, entities, replacing }: SettleState): string {
  const stored: StoredState = {
    v: stateVersion,
    look,
    quiet,
    replacing,
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

function decodeState({ look, quiet, entities, replacing }: StoredState): SettleState {
  return {
    look,
    quiet,
    replacing,
    entities: entities.map(({ change, ...entity }) => {
      const known = decodeLinks(change.known);
      return { ...entity, change: { ...change, known: known.ok ? known.value : new Map() } };
    }),
  };
}
