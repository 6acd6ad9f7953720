import type { Author } from '../links/change-link.ts';
import type { Host } from '../ports/youtrack.ts';

/** Who is doing it, now: Tracker when the caller is the account Tracker calls with. */
export function currentAuthor({
  caller,
  clock,
  settings,
}: Pick<Host, 'caller' | 'clock' | 'settings'>): Author {
  const { login } = caller;
  const isTracker = settings.serviceAccount?.toLowerCase() === login.toLowerCase();
  return { now: clock.now(), login, via: isTracker ? 'tracker' : 'youtrack' };
}
