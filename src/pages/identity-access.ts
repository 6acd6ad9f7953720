import { compareText } from '../links/link-set.ts';
import type { IdentityHost } from '../ports/identity-port.ts';
import type { TrackerIdentity } from '../protocol/answers.ts';
import { fieldProblem, unknownObject } from '../protocol/field-problem.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { IdentityAnswer, IdentityView } from './identity-answer.ts';

/** Who may change a user's links may also say who they are. */
export function refuseStranger({ own }: Pick<IdentityHost, 'own'>): Refusal | undefined {
  if (!own.isVisible()) return refuse('not_found', [unknownObject('key')]);
  if (own.mayChangeLinks()) return undefined;
  return refuse('foreign_identity', [
    fieldProblem('key', 'the permission UPDATE_USER, or your own account', own.key),
  ]);
}

/** An identity as it is answered, asked or saved. */
export function toIdentityAnswer(host: IdentityHost, identity: TrackerIdentity): IdentityAnswer {
  return { user: host.own.key, identity: toView(identity), sharedWith: listSharers(host, identity) };
}

function toView({ login, trackerUid, passportUid }: TrackerIdentity): IdentityView {
  return {
    ...(login !== undefined && { login }),
    ...(trackerUid !== undefined && { trackerUid: String(trackerUid) }),
    ...(passportUid !== undefined && { passportUid: String(passportUid) }),
  };
}

function listSharers(
  { own, settings, listUsersLike }: IdentityHost,
  identity: TrackerIdentity,
): readonly string[] {
  return listUsersLike(identity)
    .filter((user) => user.key !== own.key && user.isVisible())
    .map((user) => user.describe(settings.fields).summary ?? user.key)
    .sort(compareText);
}
