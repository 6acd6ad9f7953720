import type { IdentityHost } from '../ports/identity-port.ts';
import type { TrackerIdentity } from '../protocol/answers.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { fail, type Result, succeed } from '../result.ts';
import { refuseStranger, toIdentityAnswer } from './identity-access.ts';
import type { IdentityAnswer } from './identity-answer.ts';

/** Replaces who the user in the address is in Tracker. Doing so twice, or with what is there already, changes nothing. */
export function writeIdentity(
  host: IdentityHost,
  identity: TrackerIdentity,
): Result<Reply<IdentityAnswer>, Refusal> {
  const refusal = refuseStranger(host);
  if (refusal !== undefined) return fail(refusal);
  host.identity.write(identity);
  return succeed({ status: 200, body: toIdentityAnswer(host, identity) });
}
