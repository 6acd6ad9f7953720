import type { IdentityHost } from '../ports/identity-port.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { fail, type Result, succeed } from '../result.ts';
import { refuseStranger, toIdentityAnswer } from './identity-access.ts';
import type { IdentityAnswer } from './identity-answer.ts';

/** Who the user in the address is in Tracker. Only they themselves and those who administer users may know. */
export function readIdentity(host: IdentityHost): Result<Reply<IdentityAnswer>, Refusal> {
  const refusal = refuseStranger(host);
  if (refusal !== undefined) return fail(refusal);
  return succeed({ status: 200, body: toIdentityAnswer(host, host.identity.read()) });
}
