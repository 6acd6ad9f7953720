import type { User } from '@jetbrains/youtrack-scripting-api/entities';
import type { YouTrack } from './youtrack.ts';

/** One run of a script: the API it has, in whose name it runs, and whether it has written anything yet. */
export interface Execution {
  readonly api: YouTrack;
  readonly user: User;
  /** Set by whatever has just written; only an exception makes YouTrack undo it. */
  hasWritten: boolean;
  /** Set once it has asked for a function to be run later, which it can only once. */
  hasScheduled?: boolean;
}
