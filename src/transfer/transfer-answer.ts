import type { OwedEntry } from '../links/owed-set.ts';
import type { TrackerIdentity } from '../ports/youtrack.ts';
import type { EntityKind } from '../protocol/entity-key.ts';

/** What a project says of itself; unset members are absent. */
export interface ProjectSettingsView {
  readonly disclosure?: string;
  readonly statusField?: string;
  readonly assigneeField?: string;
  readonly deadlineField?: string;
}

/** All that the app keeps on one object, as a file carries it from one server, or one time, to another. */
export interface StoredObject {
  readonly kind: EntityKind;
  readonly key: string;
  /** As stored, removals that are still remembered among them: `TEST-1 +1767225600000 youtrack jane`. */
  readonly links?: readonly string[];
  /** What Tracker has not been told yet. */
  readonly owed?: readonly OwedEntry[];
  /** Who a user is in Tracker. */
  readonly identity?: TrackerIdentity;
  /** What a project says of itself. */
  readonly settings?: ProjectSettingsView;
  /** Stored values that cannot be read, as they are. They are kept in the file and never imported. */
  readonly unreadable?: readonly string[];
}

/** Answer of `export`: one page of the objects on which anything is kept. */
export interface ExportAnswer {
  /** On all pages. */
  readonly total: number;
  readonly objects: readonly StoredObject[];
  /** How many objects precede the next page; absent on the last one. */
  readonly next?: number;
}

/**
 * What becomes, or would become, of one object of a file. `same`: all of it is known here. `absent`: there is no such object.
 * `unreadable`: what is stored here cannot be read, and stays. `full`: there is no room for so many links.
 */
export interface ImportedObject {
  readonly kind: EntityKind;
  /** As the file has it. */
  readonly key: string;
  readonly outcome: 'changed' | 'same' | 'absent' | 'unreadable' | 'full';
  /** Links that are there afterwards and were not before, and the other way round. */
  readonly added: number;
  readonly removed: number;
  /** Something here is set otherwise, and stays: who a user is in Tracker, or what a project says of itself. */
  readonly isKept?: true;
}

/** Answer of `import`, in the order of the request. */
export interface ImportAnswer {
  readonly objects: readonly ImportedObject[];
}
