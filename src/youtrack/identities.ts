import type { User } from '@jetbrains/youtrack-scripting-api/entities';
import type { IdentityStore } from '../ports/identity-port.ts';
import type { Entity } from '../ports/ports.ts';
import type { TrackerIdentity } from '../protocol/answers.ts';
import { userEntity, type Viewer } from './entities.ts';
import type { WriteListener } from './stored-links.ts';
import { readTrackerIdentity } from './tracker-identity.ts';
import type { YouTrack } from './youtrack.ts';

/**
 * A user's Tracker identity in the extension properties. Beside it stand the login in lower case and a flag, because the server
 * searches for exact values only.
 */
export function createIdentityStore(user: User, onWrite: WriteListener): IdentityStore {
  return {
    read: () => readTrackerIdentity(user) ?? {},
    write({ login, trackerUid, passportUid }) {
      const properties = user.extensionProperties;
      properties.login = login ?? null;
      onWrite();
      properties.loginInLowerCase = login?.toLowerCase() ?? null;
      properties.trackerUid = trackerUid ?? null;
      properties.passportUid = passportUid ?? null;
      properties.hasTrackerIdentity = (login ?? trackerUid ?? passportUid) !== undefined;
    },
  };
}

/** Users who share a login or a uid with an identity, each once. */
export function listUsersLike(
  { User }: YouTrack,
  viewer: Viewer,
  { login, trackerUid, passportUid }: TrackerIdentity,
): readonly Entity[] {
  const queries: Readonly<Record<string, unknown>>[] = [
    ...(login === undefined ? [] : toLoginQueries(login)),
    ...(trackerUid === undefined ? [] : [{ trackerUid }]),
    ...(passportUid === undefined ? [] : [{ passportUid }]),
  ];
  const found = new Map<string, User>();
  for (const query of queries) {
    User.findByExtensionProperties(query).forEach((user) => {
      found.set(user.login, user);
    });
  }
  return [...found.values()].map((user) => userEntity(user, viewer));
}

function toLoginQueries(login: string) {
  const inLowerCase = login.toLowerCase();
  return [{ loginInLowerCase: inLowerCase }, { login: inLowerCase }, { login }];
}

/** How many users have an identity. */
export function countIdentities({ User }: YouTrack): number {
  let known = 0;
  User.findByExtensionProperties({ hasTrackerIdentity: true }).forEach(() => {
    known += 1;
  });
  return known;
}
