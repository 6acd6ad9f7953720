import type { Clock } from '../clock.ts';
import type { LogEntry, LoggedEntry } from './installed-app.ts';

const maxEntries = 1_000;

/** The log of one app: the newest thousand lines, which outlive a new version of the app but not a restart. */
export interface AppLog {
  write(entry: LogEntry): void;
  entries(): readonly LoggedEntry[];
}

/** @param onEntry told of every line */
export function createAppLog(clock: Clock, onEntry: (entry: LoggedEntry) => void): AppLog {
  const entries: LoggedEntry[] = [];
  let nextId = 1;
  return {
    write(entry) {
      const logged = { ...entry, id: nextId++, at: clock.now() };
      entries.push(logged);
      if (entries.length > maxEntries) entries.shift();
      onEntry(logged);
    },
    entries: () => entries,
  };
}
