import { describeThrown } from './host-values.ts';

// The one global of the scripts' realm that is not part of the language.
declare const console: { error(message: string): void };

/** Writes to the app's log, which administrators read in YouTrack. */
export function logError(what: string, thrown: unknown): void {
  console.error(`${what}: ${describeThrown(thrown)}`);
}
