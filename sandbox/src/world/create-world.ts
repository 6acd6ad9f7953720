import type { Clock } from '../clock.ts';
import { checkWorldFile } from './check-world-file.ts';
import { type CommitControl, createCommitGate } from './commit-control.ts';
import { typeNumbers } from './entity-types.ts';
import type { JsonValue } from './json-value.ts';
import { loadWorld } from './load/load-world.ts';
import { StateFile } from './state-file.ts';
import { Store } from './store.ts';
import { type CommitObserver, createTransactions } from './store-transactions.ts';
import type { Transactions } from './transaction.ts';
import type { WorldFileApp } from './world-file/apps.ts';
import { type WorldSections, WorldState } from './world-state.ts';

/** Small JSON values that other rooms keep beside the world; kept across restarts when there is a state file. */
export interface Slots {
  read(name: string): JsonValue | undefined;
  /** The names in use that begin so. */
  names(prefix: string): readonly string[];
  /** The value is safe on disk when this returns; `null` frees the name. */
  write(name: string, value: JsonValue): void;
}

/** A running world. */
export interface World {
  readonly transactions: Transactions;
  /** Steers the order of commits; undefined where transactions do not overlap. */
  readonly commits: CommitControl | undefined;
  /** What the world file says of apps, by their names. Extension properties are in the store already. */
  readonly apps: Readonly<Record<string, WorldFileApp>>;
  /** The `tracker` section as it came. */
  readonly tracker: unknown;
  readonly slots: Slots;
  /** Everything there is now, as JSON values that `WorldOptions.snapshot` takes. */
  snapshot(): readonly unknown[];
  close(): Promise<void>;
}

export interface WorldOptions {
  /** The parsed world file; `{}` is a world with nobody but the guest. */
  readonly json: unknown;
  readonly writes: 'serial' | 'overlapping';
  readonly clock: Clock;
  readonly stateFile?: string;
  /** A snapshot to begin with, instead of the world file. */
  readonly snapshot?: readonly unknown[];
  /** Called as each transaction begins; what it gives is told of its commit. */
  readonly observe?: () => CommitObserver;
}

/**
 * A world from its file or, when the state file holds one already, from there; the world file is not looked at then.
 * @throws WorldError when the world file is not as it should be
 * @throws StateFileError when the state file is damaged or cannot be written
 */
export async function createWorld({
  json,
  writes,
  clock,
  stateFile,
  snapshot = [],
  observe,
}: WorldOptions): Promise<World> {
  const store = new Store(typeNumbers);
  const state = new WorldState(store, stateFile === undefined ? undefined : new StateFile(stateFile));
  const sections =
    state.restore() ?? takeUp(state, snapshot) ?? startNew({ state, store, json, now: clock.now() });
  for (const [type, property] of lookedUp) store.index(type, property);
  const gate = createCommitGate();
  return {
    commits: writes === 'overlapping' ? gate : undefined,
    transactions: createTransactions({
      store,
      writes,
      clock,
      gate,
      beforeCommit: (commit) => state.beforeCommit(commit),
      ...(observe === undefined ? {} : { observe }),
    }),
    apps: sections.apps,
    tracker: sections.tracker,
    slots: {
      read: (name) => state.slots.get(name),
      names: (prefix) => [...state.slots.keys()].filter((name) => name.startsWith(prefix)),
      write: (name, value) => state.writeSlot(name, value),
    },
    snapshot: () => [...state.snapshot()],
    close: async () => state.close(),
  };
}

/** Indexed before the first request, so that no request waits until every issue has been looked at. */
const lookedUp = [
  ['Issue', 'id'],
  ['Issue', 'formerIds'],
  ['Article', 'id'],
  ['Article', 'formerIds'],
] as const;

/** Fills the store from a snapshot, and writes it down as the world that there is from now on. */
function takeUp(state: WorldState, snapshot: readonly unknown[]): WorldSections | undefined {
  const sections = state.replay(snapshot);
  if (sections !== undefined) state.begin(sections);
  return sections;
}

interface NewWorld {
  readonly state: WorldState;
  readonly store: Store;
  readonly json: unknown;
  readonly now: number;
}

function startNew({ state, store, json, now }: NewWorld): WorldSections {
  const file = checkWorldFile(json);
  store.commit(loadWorld(store, file, now));
  const sections = { apps: file.apps ?? {}, tracker: file.tracker };
  state.begin(sections);
  return sections;
}
