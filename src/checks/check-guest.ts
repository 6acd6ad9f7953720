import type { Host } from '../ports/youtrack.ts';
import type { StatusCheck } from './status-answer.ts';

/** Whether a registration without a token can work. Left out where the server shows no guest. */
export function checkGuest(host: Pick<Host, 'findGuest'>): StatusCheck[] {
  const guest = host.findGuest();
  if (guest === undefined) return [];
  const { isBanned: banned } = guest;
  return [{ id: 'guest', state: 'ok', banned, canReadIssues: !banned && guest.holds('READ_ISSUE') }];
}
