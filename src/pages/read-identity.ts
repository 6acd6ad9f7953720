import type { OwnHost } from '../ports/youtrack.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { openIdentity, toIdentityAnswer } from './identity-access.ts';
import type { IdentityAnswer } from './identity-answer.ts';

/**
 * Who the user in the address is in Tracker (`getIdentity` of docs/openapi.yaml). Only they themselves and those who administer
 * users may know.
 * Refused as `openIdentity` says: `not_found`, `forbidden`.
 */
export function readIdentity(host: OwnHost): Result<Reply<IdentityAnswer>, Refusal> {
  const store = openIdentity(host);
  if (!store.ok) return store;
  return succeed({ status: 200, body: toIdentityAnswer(host, store.value.read()) });
}
