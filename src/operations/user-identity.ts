import type { IdentityHost } from '../host/identity-port.ts';
import type { TrackerIdentity } from '../protocol/answers.ts';
import { fieldProblem, unknownObject } from '../protocol/field-problem.ts';
import type { IdentityAnswer, IdentityView } from '../protocol/identity-answer.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { fail, type Result, succeed } from '../result.ts';

/** Who the user in the address is in Tracker. Only they themselves and those who administer users may know. */
export function readIdentity(host: IdentityHost): Result<Reply<IdentityAnswer>, Refusal> {
  const refusal = refuseStranger(host);
  if (refusal !== undefined) return fail(refusal);
  return succeed({ status: 200, body: toAnswer(host, host.identity.read()) });
}

/** Replaces it. Doing so twice, or with what is there already, changes nothing. */
export function writeIdentity(
  host: IdentityHost,
  identity: TrackerIdentity,
): Result<Reply<IdentityAnswer>, Refusal> {
  const refusal = refuseStranger(host);
  if (refusal !== undefined) return fail(refusal);
  host.identity.write(identity);
  return succeed({ status: 200, body: toAnswer(host, identity) });
}

/** Who may change a user's links may also say who they are. */
function refuseStranger({ own }: Pick<IdentityHost, 'own'>): Refusal | undefined {
  if (!own.isVisible()) return refuse('not_found', [unknownObject('key')]);
  if (own.mayChangeLinks()) return undefined;
  return refuse('foreign_identity', [
    fieldProblem('key', 'the permission UPDATE_USER, or your own account', own.key),
  ]);
}

function toAnswer(host: IdentityHost, identity: TrackerIdentity): IdentityAnswer {
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
    .sort((one, other) => one.localeCompare(other));
}
