import type { EntityKind } from '../protocol/entity-key.ts';

/** An object whose stored links cannot be read. Nothing in the app ever overwrites such a value. */
export interface UnreadableEntity {
  readonly kind: EntityKind;
  readonly key: string;
  /** The key once more where the caller may not see the object. */
  readonly summary: string;
  /** The object's page: an address, or a path on the YouTrack server. */
  readonly entityUrl: string;
  readonly reason: 'not_json' | 'wrong_shape' | 'newer_version';
  /** Of a newer version's value. */
  readonly version?: number;
  /** Length of the stored value. */
  readonly characters: number;
  /** Its first 200 characters. */
  readonly beginning: string;
  /** The whole of it, where the audit was asked for one key. */
  readonly value?: string;
}

/** People of whom the app believes that they are the same one in Tracker. */
export interface SharedIdentity {
  readonly member: 'login' | 'trackerUid' | 'passportUid';
  /** What they share; for those alone who may change it. */
  readonly value?: string;
  readonly users: readonly {
    readonly key: string;
    /** The key once more where the caller may not see the person. */
    readonly name: string;
    /** A path on the YouTrack server. */
    readonly entityUrl: string;
  }[];
}

/** Answer of `audit`: one page of the unreadable values. */
export interface AuditAnswer {
  /** How many there are on all pages. */
  readonly total: number;
  readonly entities: readonly UnreadableEntity[];
  /** At most 100, on every page alike. Absent where the audit was asked for one key. */
  readonly sharedIdentities?: readonly SharedIdentity[];
}

/** Answer of `audit/forget`. */
export interface ForgetAnswer {
  readonly kind: EntityKind;
  readonly key: string;
  /** False: what is stored can be read, and was left as it is. */
  readonly isForgotten: boolean;
}
