import { decodeLinks } from '../links/decode-links.ts';
import { encodeLinks } from '../links/encode-links.ts';
import type { PendingChange } from '../links/reapply-change.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import type { Progress } from './settle-schedule.ts';

/** What travels from one self-check to the next. */
export interface SettleState extends Progress {
  readonly entities: readonly PendingEntity[];
}

export interface PendingEntity {
  readonly kind: EntityKind;
  readonly key: string;
  readonly change: PendingChange;
}

interface StoredState extends Progress {
  readonly entities: readonly StoredEntity[];
}

type StoredEntity = Omit<PendingEntity, 'change'> & {
  readonly change: Omit<PendingChange, 'known'> & { readonly known: string };
};

/** As text, because that is what scheduled functions may be handed. */
export function encodeSettleState({ look, quiet, entities }: SettleState): string {
  const stored: StoredState = {
    look,
    quiet,
    entities: entities.map(({ change, ...entity }) => ({
      ...entity,
      change: { ...change, known: encodeLinks(change.known) },
    })),
  };
  return JSON.stringify(stored);
}

/** Reads what `encodeSettleState` wrote; nobody else can write it. */
export function decodeSettleState(text: string): SettleState {
  const { look, quiet, entities } = JSON.parse(text) as StoredState;
  return {
    look,
    quiet,
    entities: entities.map(({ change, ...entity }) => {
      const known = decodeLinks(change.known);
      return { ...entity, change: { ...change, known: known.ok ? known.value : new Map() } };
    }),
  };
}
