import type { LoggedEntry } from '../apps/installed-app.ts';

/** A line of an app's log as people read it: `[app/script] WARN …`. */
export function formatLogLine(app: string, { script, level, message }: LoggedEntry): string {
  const place = script === undefined ? app : `${app}/${script}`;
  return `[${place}] ${level === 'INFO' ? '' : `${level} `}${message}`;
}
