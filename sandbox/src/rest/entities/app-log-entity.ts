import type { LoggedEntry } from '../../apps/installed-app.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';

const attributes: Attributes<LoggedEntry> = {
  level: ({ level }) => level,
  timestamp: ({ at }) => new Date(at).toISOString(),
  username: ({ user }) => user ?? null,
  script: ({ script }) => script ?? null,
  message: ({ message }) => message,
  stacktrace: ({ stack }) => stack ?? null,
};

/** A line of an app's log. */
export function showLogEntry(entry: LoggedEntry): RestEntity {
  return createRestEntity({ $type: 'AppLogEntry', id: String(entry.id) }, attributes, entry);
}
