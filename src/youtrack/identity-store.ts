import type { User } from '@jetbrains/youtrack-scripting-api/entities';
import type { IdentityStore } from '../ports/youtrack.ts';
import type { Execution } from './execution.ts';
import { readTrackerIdentity, writeProperties } from './store.ts';

/**
 * A user's Tracker identity in the extension properties. Beside it stand the login in lower case and a flag, because the server
 * searches for exact values only.
 */
export function createIdentityStore(user: User, execution: Execution): IdentityStore {
  return {
    read: () => readTrackerIdentity(user) ?? {},
    write({ login, trackerUid, passportUid }) {
      const values = {
        login,
        loginInLowerCase: login?.toLowerCase(),
        trackerUidText: trackerUid,
        passportUidText: passportUid,
        // Version 1.0.0 kept uids here, as integers.
        trackerUid: undefined,
        passportUid: undefined,
        hasTrackerIdentity: (login ?? trackerUid ?? passportUid) !== undefined,
      };
      writeProperties(user, values, execution);
    },
  };
}
