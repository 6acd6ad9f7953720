import type { TrackerIdentity } from '../protocol/answers.ts';
import type { Entity, EntityHost } from './ports.ts';

/** A host whose address names a user. */
export interface IdentityHost extends EntityHost {
  readonly identity: IdentityStore;
  /** Users any of whose login or uids is the same as in this identity, whoever may see them. Logins do not mind the letter case. */
  listUsersLike(identity: TrackerIdentity): readonly Entity[];
}

/** Where it is kept who a user is in Tracker. */
export interface IdentityStore {
  read(): TrackerIdentity;
  /** Replaces all of it: what is not given is forgotten. */
  write(identity: TrackerIdentity): void;
}
