import { fail, type Result, succeed } from '../result.ts';

const loginPattern = /^[A-Za-z0-9._@-]{1,100}$/;
const uidPattern = /^[1-9][0-9]{0,15}$/;

// `info` writes uids as JSON numbers: beyond this the last digits would be lost and the uid would name somebody else. The
// uids Yandex gives out have sixteen digits and fit.
const largestUid = Number.MAX_SAFE_INTEGER;

/** A login in Tracker, without the blanks around it. The problem is what it should have looked like. */
export function parseTrackerLogin(text: string): Result<string, string> {
  const login = text.trim();
  if (loginPattern.test(login)) return succeed(login);
  return fail('a Tracker login: 1 to 100 Latin letters, digits, dots, dashes, underscores and @');
}

/** A uid of Tracker or Passport in decimal digits, without the blanks around it. The problem is what was expected. */
export function parseTrackerUid(text: string): Result<string, string> {
  const uid = text.trim();
  if (uidPattern.test(uid) && Number(uid) <= largestUid) return succeed(uid);
  return fail(`a text of decimal digits, from 1 to ${largestUid}`);
}
