import type { User } from '@jetbrains/youtrack-scripting-api/entities';
import type { Account, Entity, TrackerIdentity } from '../ports/youtrack.ts';
import { toLowerKey } from '../protocol/letter-case.ts';
import type { Execution } from './execution.ts';
import { findText, isTrue, toText } from './host-values.ts';
import { guestLogin, toUserEntity } from './user-entity.ts';
import type { YouTrack } from './youtrack.ts';

/** A user's account; read only when asked for. */
export function toAccount(api: YouTrack, user: User): Account {
  return {
    get login() {
      return toText(user.login);
    },
    get name() {
      return findText(user.visibleName) ?? toText(user.login);
    },
    get email() {
      return findText(user.email);
    },
    get isBanned() {
      return isTrue(user.isBanned);
    },
    holds(permission, projectKey) {
      if (projectKey === undefined) return user.hasPermission(permission);
      const project = api.Project.findByKey(projectKey);
      return project ? user.hasPermission(permission, project) : false;
    },
  };
}

export function findAccount({ api }: Execution, login: string): Account | undefined {
  const user = api.User.findByLogin(login) ?? api.User.findByLogin(toLowerKey(login));
  return user ? toAccount(api, user) : undefined;
}

/** YouTrack's guest, where there is one. */
export function findGuest(execution: Execution): Account | undefined {
  return findAccount(execution, guestLogin);
}

/** Users who share a login or a uid with an identity, each once. */
export function listUsersLike(execution: Execution, identity: TrackerIdentity): readonly Entity[] {
  const found = new Map<string, User>();
  for (const query of toIdentityQueries(identity)) {
    execution.api.User.findByExtensionProperties(query).forEach((user) => {
      found.set(toText(user.login), user);
    });
  }
  return [...found.values()].map((user) => toUserEntity(user, execution));
}

/** How many users have an identity. */
export function countIdentities({ api }: Execution): number {
  let known = 0;
  api.User.findByExtensionProperties({ hasTrackerIdentity: true }).forEach(() => {
    known += 1;
  });
  return known;
}

/** The server finds exact values only. Version 1.0.0 kept uids as integers, and no login in lower case at first. */
function toIdentityQueries({ login, trackerUid, passportUid }: TrackerIdentity) {
  const inLowerCase = login?.toLowerCase();
  const queries: Readonly<Record<string, string | number | undefined>>[] = [
    { loginInLowerCase: inLowerCase },
    { login: inLowerCase },
    { login },
    { trackerUidText: trackerUid },
    { trackerUid: trackerUid && Number(trackerUid) },
    { passportUidText: passportUid },
    { passportUid: passportUid && Number(passportUid) },
  ];
  return queries.filter((query) => Object.values(query).every((value) => value !== undefined));
}
