// The one global of the scripts' realm that is not part of the language.
declare const console: { error(message: string): void };

/** Writes to the app's log, which administrators read in YouTrack. */
export function logError(what: string, thrown: unknown): void {
  const why = thrown instanceof Error ? `${thrown.message}\n${thrown.stack}` : String(thrown);
  console.error(`${what}: ${why}`);
}
