import type { TrackerIdentity } from '../ports/youtrack.ts';
import { textField } from '../protocol/parse-values.ts';
import { collectFields, optional, parseJsonBody, type RawRequest } from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { parseTrackerLogin, parseTrackerUid } from '../protocol/tracker-identity.ts';
import { type Result, succeed } from '../result.ts';

const parseLogin = optional(textField(parseTrackerLogin));

// A JSON number is refused: whether it came whole cannot be told.
const parseUid = optional(textField(parseTrackerUid));

/** POST user `identity` `{"login"?, "trackerUid"?, "passportUid"?}`: whatever is absent or blank is to be cleared. */
export function parseIdentity(request: RawRequest): Result<TrackerIdentity, Refusal> {
  const body = parseJsonBody(request.body);
  if (!body.ok) return body;
  const fields = collectFields({
    login: parseLogin('login', body.value.login),
    trackerUid: parseUid('trackerUid', body.value.trackerUid),
    passportUid: parseUid('passportUid', body.value.passportUid),
  });
  return fields.ok ? succeed(onlySet(fields.value)) : fields;
}

function onlySet({
  login,
  trackerUid,
  passportUid,
}: {
  readonly [Name in keyof TrackerIdentity]-?: string | undefined;
}): TrackerIdentity {
  return {
    ...(login !== undefined && { login }),
    ...(trackerUid !== undefined && { trackerUid }),
    ...(passportUid !== undefined && { passportUid }),
  };
}
