import type { JsonView } from './to-issue-json.ts';

/** The caller, as `GET /v3/myself` answers (Tracker's page "Get information about the current user"). */
export function toMyselfJson({ store, origin }: JsonView, login: string): Record<string, unknown> {
  const user = store.findUser(login);
  const trackerUid = user?.trackerUid ?? (Number(user?.id) || 1);
  const passportUid = user?.passportUid ?? trackerUid;
  const display = user?.display ?? login;
  const [firstName = '', ...lastNames] = display.split(' ');
  return {
    self: `${origin}/v3/users/${trackerUid}`,
    uid: trackerUid,
    login,
    trackerUid,
    passportUid,
    firstName,
    lastName: lastNames.join(' '),
    display,
    email: user?.email ?? `${login}@example.com`,
    external: false,
    hasLicense: true,
    dismissed: false,
    useNewFilters: true,
    disableNotifications: false,
  };
}
