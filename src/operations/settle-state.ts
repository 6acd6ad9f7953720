import { decodeLinks } from '../links/decode-links.ts';
import { encodeLinks } from '../links/encode-links.ts';
import type { PendingChange } from '../links/reapply-change.ts';
import type { EntityKind } from '../protocol/entity-key.ts';

/** What travels from one self-check to the next. */
export interface SettleState {
  /** The number of the look that is due; 0 for a removal that was put off. */
  readonly look: number;
  readonly entities: readonly PendingEntity[];
}

export interface PendingEntity {
  readonly kind: EntityKind;
  readonly key: string;
  readonly change: PendingChange;
}

interface StoredState {
  readonly look: number;
  readonly entities: readonly StoredEntity[];
}

type StoredEntity = Omit<PendingEntity, 'change'> & {
  readonly change: Omit<PendingChange, 'known'> & { readonly known: string };
};

/** As text, because that is what scheduled functions may be handed. */
export function encodeSettleState({ look, entities }: SettleState): string {
  const stored: StoredState = {
    look,
    entities: entities.map(({ change, ...entity }) => ({
      ...entity,
      change: { ...change, known: encodeLinks(change.known) },
    })),
  };
  return JSON.stringify(stored);
}

/** Reads what `encodeSettleState` wrote; nobody else can write it. */
export function decodeSettleState(text: string): SettleState {
  const { look, entities } = JSON.parse(text) as StoredState;
  return {
    look,
    entities: entities.map(({ change, ...entity }) => {
      const known = decodeLinks(change.known);
      return { ...entity, change: { ...change, known: known.ok ? known.value : new Map() } };
    }),
  };
}
