import type { Host } from '../ports/youtrack.ts';

/** Whether the caller is the account that Tracker calls with (`serviceAccount`); logins do not mind the letter case. */
export function isTracker({ caller, settings }: Pick<Host, 'caller' | 'settings'>): boolean {
  return settings.serviceAccount?.toLowerCase() === caller.login.toLowerCase();
}
