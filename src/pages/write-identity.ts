import type { OwnHost, TrackerIdentity } from '../ports/youtrack.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { openIdentity, toIdentityAnswer } from './identity-access.ts';
import type { IdentityAnswer } from './identity-answer.ts';

/**
 * Replaces who the user in the address is in Tracker (`saveIdentity` of docs/openapi.yaml). Doing so twice, or with what is there
 * already, changes nothing.
 * Refused as `openIdentity` says: `not_found`, `forbidden`.
 */
export function writeIdentity(
  host: OwnHost,
  identity: TrackerIdentity,
): Result<Reply<IdentityAnswer>, Refusal> {
  const store = openIdentity(host);
  if (!store.ok) return store;
  store.value.write(identity);
  return succeed({ status: 200, body: toIdentityAnswer(host, identity) });
}
