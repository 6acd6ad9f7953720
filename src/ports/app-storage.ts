import type { Result } from '../result.ts';

/** Texts the app keeps for the whole server; `entity-extensions.json` declares them. */
export type StoredName = 'trackerCalls' | 'letterSentOn' | 'letterParts';

export interface AppStorage {
  /** Undefined when unset. A value that is no text is not understood, and the problem is how it prints. */
  readText(name: StoredName): Result<string | undefined, string>;
  /** Undefined clears it. */
  write(name: StoredName, value: string | undefined): void;
}
