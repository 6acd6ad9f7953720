import { compareText } from '../links/link-set.ts';
import type { IdentityStore, OwnHost, TrackerIdentity } from '../ports/youtrack.ts';
import { fieldProblem, unknownObject } from '../protocol/field-problem.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { IdentityAnswer } from './identity-answer.ts';

/** Where it is kept who the user in the address is. Who may change a user's links may also say who they are. */
export function openIdentity({ own }: Pick<OwnHost, 'own'>): Result<IdentityStore, Refusal> {
  if (own.identity === undefined || !own.isVisible())
    return fail(refuse('not_found', [unknownObject('key')]));
  if (own.mayChangeLinks()) return succeed(own.identity);
  return fail(
    refuse('foreign_identity', [
      fieldProblem('key', 'the permission UPDATE_USER, or your own account', own.key),
    ]),
  );
}

/** An identity as it is answered, asked or saved. */
export function toIdentityAnswer(host: OwnHost, identity: TrackerIdentity): IdentityAnswer {
  return { user: host.own.key, identity, sharedWith: listSharers(host, identity) };
}

function listSharers(
  { own, listUsersLike }: Pick<OwnHost, 'own' | 'listUsersLike'>,
  identity: TrackerIdentity,
): readonly string[] {
  return listUsersLike(identity)
    .filter((user) => user.key !== own.key && user.isVisible())
    .map((user) => user.describe().summary ?? user.key)
    .sort(compareText);
}
