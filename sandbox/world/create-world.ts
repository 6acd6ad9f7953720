import type { Clock } from '../clock.ts';
import { checkWorldFile } from './check-world-file.ts';
import { typeNumbers } from './entity-types.ts';
import { loadWorld } from './load/load-world.ts';
import { Store } from './store.ts';
import { createTransactions } from './store-transactions.ts';
import type { Transactions } from './transaction.ts';
import type { WorldFileApp } from './world-file.ts';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Small JSON values that other rooms keep beside the world; kept across restarts when there is a state file. */
export interface Slots {
  read(name: string): JsonValue | undefined;
  /** The value is safe on disk when this returns. */
  write(name: string, value: JsonValue): void;
}

/** A running world. */
export interface World {
  readonly transactions: Transactions;
  /** What the world file says of apps, by their names. Extension properties are in the store already. */
  readonly apps: Readonly<Record<string, WorldFileApp>>;
  /** The `tracker` section as it came. */
  readonly tracker: unknown;
  readonly slots: Slots;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** The parsed world file; `{}` is a world with nobody but the guest. */
  readonly json: unknown;
  readonly writes: 'serial' | 'overlapping';
  readonly clock: Clock;
  readonly stateFile?: string;
}

/**
 * A world from its file, or, when the state file holds one already, from there.
 * @throws WorldError when the file is not as it should be
 */
export async function createWorld({ json, writes, clock }: WorldOptions): Promise<World> {
  const file = checkWorldFile(json);
  const store = new Store(typeNumbers);
  store.commit(loadWorld(store, file, clock.now()));
  const slots = new Map<string, JsonValue>();
  return {
    transactions: createTransactions({ store, writes, clock }),
    apps: file.apps ?? {},
    tracker: file.tracker,
    slots: { read: (name) => slots.get(name), write: (name, value) => void slots.set(name, value) },
    close: async () => undefined,
  };
}
