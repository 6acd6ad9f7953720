import { compareText } from '../links/link-set.ts';
import type { IdentityStore, OwnHost, TrackerIdentity } from '../ports/youtrack.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { IdentityAnswer } from './identity-answer.ts';

/**
 * Where it is kept who the user in the address is. Who may change a user's links may also say who they are.
 * Refused as `not_found` where the address names no user the caller may see, and as `forbidden` to others than the user who do not
 * hold UPDATE_USER (`getIdentity`, `saveIdentity` of docs/openapi.yaml).
 */
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

/**
 * An identity as it is answered, asked or saved. Whoever has the same one is named to those alone who may change it: else
 * anybody could find out who somebody is in Tracker by claiming to be it.
 */
export function toIdentityAnswer(
  { own, listUsersLike }: Pick<OwnHost, 'own' | 'listUsersLike'>,
  identity: TrackerIdentity,
): IdentityAnswer {
  const sharers = listUsersLike(identity).filter(({ key }) => key !== own.key);
  const sharedWith = sharers
    .filter((user) => user.isVisible() && user.mayChangeLinks())
    .map((user) => user.describe().summary ?? user.key)
    .sort(compareText);
  return { user: own.key, identity, isShared: sharers.length > 0, sharedWith };
}
