import type { TrackerIdentity } from '../protocol/answers.ts';
import { collectFields, type FieldResult } from '../protocol/collect-fields.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import type { FieldParser } from '../protocol/parse-fields.ts';
import { parseJsonBody } from '../protocol/parse-json-body.ts';
import { textLike } from '../protocol/parse-values.ts';
import type { RawRequest } from '../protocol/raw-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';

// Scripts read integers of the server as JavaScript numbers, and `info` writes them as JSON numbers: beyond this the last
// digits would be lost and the uid would name somebody else. The uids Yandex gives out have sixteen digits and fit.
const largestUid = Number.MAX_SAFE_INTEGER;

const login = textLike(
  /^[A-Za-z0-9._@-]{1,100}$/,
  'a Tracker login: 1 to 100 Latin letters, digits, dots, dashes, underscores and @',
);

/** POST user `identity` `{"login"?, "trackerUid"?, "passportUid"?}`: whatever is absent or blank is to be cleared. */
export function parseIdentity(request: RawRequest): Result<TrackerIdentity, Refusal> {
  const body = parseJsonBody(request.body);
  if (!body.ok) return body;
  const fields = collectFields({
    login: clearable(login)('login', body.value.login),
    trackerUid: clearable(parseUid)('trackerUid', body.value.trackerUid),
    passportUid: clearable(parseUid)('passportUid', body.value.passportUid),
  });
  return fields.ok ? succeed(onlySet(fields.value)) : fields;
}

function clearable<T>(parse: FieldParser<T>): FieldParser<T | undefined> {
  return (field, received) => {
    const isBlank = received === undefined || (typeof received === 'string' && received.trim() === '');
    return isBlank ? succeed(undefined) : parse(field, received);
  };
}

/** A uid in decimal digits. A JSON number is refused: whether it came whole cannot be told. */
function parseUid(field: string, received: unknown): FieldResult<number> {
  const digits = typeof received === 'string' ? received.trim() : '';
  const uid = /^[1-9][0-9]{0,15}$/.test(digits) ? Number(digits) : Number.NaN;
  if (uid <= largestUid) return succeed(uid);
  return fail([fieldProblem(field, `a text of decimal digits, from 1 to ${largestUid}`, received)]);
}

function onlySet({
  login,
  trackerUid,
  passportUid,
}: {
  readonly [Name in keyof TrackerIdentity]-?: TrackerIdentity[Name] | undefined;
}): TrackerIdentity {
  return {
    ...(login !== undefined && { login }),
    ...(trackerUid !== undefined && { trackerUid }),
    ...(passportUid !== undefined && { passportUid }),
  };
}
