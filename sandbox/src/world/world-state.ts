import { z } from 'zod';
import type { Commit } from './commit.ts';
import type { JsonValue } from './json-value.ts';
import { type StateFile, StateFileError } from './state-file.ts';
import type { Store } from './store.ts';
import { app, type WorldFileApp } from './world-file/apps.ts';
import type { CreatedEntity } from './write-set.ts';

/** The parts of a world file that stay beside the store. */
export interface WorldSections {
  readonly apps: Readonly<Record<string, WorldFileApp>>;
  readonly tracker?: unknown;
}

const format = 'youtrack-sandbox';
const entitiesPerLine = 500;

const header = z.object({
  format: z.literal(format),
  version: z.literal(1),
  sections: z.object({ apps: z.record(z.string(), app), tracker: z.unknown().optional() }),
});

/** One line: a commit, or a slot's new value. The values of entities were checked when they were written. */
interface StateRecord {
  readonly created?: readonly CreatedEntity[];
  readonly changed?: Commit['changed'];
  readonly removed?: Commit['removed'];
  readonly sequences?: Readonly<Record<string, number>>;
  readonly slot?: readonly [name: string, value: JsonValue];
}

/** The running world on disk: every commit is a line of the state file before it is made. */
export class WorldState {
  readonly slots = new Map<string, JsonValue>();
  readonly #file: StateFile | undefined;
  readonly #store: Store;
  readonly #savedSequences = new Map<string, number>();
  #sections: WorldSections = { apps: {}, tracker: undefined };

  constructor(store: Store, file?: StateFile) {
    this.#store = store;
    this.#file = file;
  }

  /**
   * Fills the store from the file.
   * @returns what the world file said beside entities, undefined when there is no state yet
   * @throws StateFileError when the file is damaged or is something else
   */
  restore(): WorldSections | undefined {
    return this.replay(this.#file?.read() ?? []);
  }

  /**
   * Fills the store with what `snapshot` gave.
   * @throws StateFileError when it is something else
   */
  replay([first, ...records]: readonly unknown[]): WorldSections | undefined {
    if (first === undefined) return undefined;
    const parsed = header.safeParse(first);
    if (!parsed.success)
      throw new StateFileError('State file: it was not written by this version of the sandbox');
    for (const record of records) this.#replay(record as StateRecord);
    this.#sections = parsed.data.sections;
    return this.#sections;
  }

  /** Writes a new world down. */
  begin(sections: WorldSections): void {
    this.#sections = sections;
    this.#rewrite();
  }

  /** Writes a commit down, before it is made. */
  beforeCommit(commit: Commit): void {
    this.#append({ ...commit, sequences: this.#newNumbers() });
  }

  writeSlot(name: string, value: JsonValue): void {
    this.#append({ slot: [name, value] });
    this.#setSlot(name, value);
  }

  close(): void {
    this.#file?.close();
  }

  #setSlot(name: string, value: JsonValue): void {
    if (value === null) this.slots.delete(name);
    else this.slots.set(name, value);
  }

  #append(record: StateRecord): void {
    if (this.#file === undefined) return;
    if (this.#file.isLong) this.#rewrite();
    this.#file.append(record);
    for (const [name, number] of Object.entries(record.sequences ?? {}))
      this.#savedSequences.set(name, number);
  }

  #rewrite(): void {
    this.#file?.rewrite(this.snapshot());
    for (const [name, number] of this.#store.sequences.last()) this.#savedSequences.set(name, number);
  }

  /** The world as it is now, line by line of a state file. */
  *snapshot(): Iterable<unknown> {
    yield { format, version: 1, sections: this.#sections };
    yield { sequences: Object.fromEntries(this.#store.sequences.last()) };
    let created: CreatedEntity[] = [];
    for (const entity of this.#store.newest()) {
      created.push(entity);
      if (created.length < entitiesPerLine) continue;
      yield { created };
      created = [];
    }
    yield { created };
    for (const slot of this.slots) yield { slot };
  }

  #newNumbers(): Record<string, number> {
    const numbers: Record<string, number> = {};
    for (const [name, number] of this.#store.sequences.last())
      if (this.#savedSequences.get(name) !== number) numbers[name] = number;
    return numbers;
  }

  #replay({ created = [], changed = [], removed = [], sequences = {}, slot }: StateRecord): void {
    this.#store.commit({ created, changed, removed });
    for (const [name, number] of Object.entries(sequences)) {
      this.#store.sequences.reserve(name, number);
      this.#savedSequences.set(name, number);
    }
    if (slot !== undefined) this.#setSlot(...slot);
  }
}
