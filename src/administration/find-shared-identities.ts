import { compareText } from '../links/link-set.ts';
import type { Entity, Host, TrackerIdentity } from '../ports/youtrack.ts';
import type { SharedIdentity } from './audit-answer.ts';
import type { ReadTitle } from './create-title-reader.ts';

const members = ['login', 'trackerUid', 'passportUid'] as const;

interface Sharers {
  readonly member: keyof TrackerIdentity;
  readonly value: string;
  readonly users: Entity[];
}

/**
 * The logins and uids that several people claim in Tracker: at most one of them is right, and Tracker shows all their work as
 * one person's. What it is they claim is told to those who may change it.
 */
export function findSharedIdentities(
  host: Pick<Host, 'caller' | 'listFlagged'>,
  readTitle: ReadTitle,
): readonly SharedIdentity[] {
  const mayKnow = host.caller.holds('UPDATE_USER');
  return listSharers(host)
    .map(({ member, value, users }) => ({
      member,
      ...(mayKnow && { value }),
      users: users
        .map((user) => ({ key: user.key, name: readTitle(user) ?? user.key, entityUrl: user.readUrl() }))
        .sort((one, other) => compareText(one.key, other.key)),
    }))
    .sort((one, other) => compareText(one.users[0]?.key ?? '', other.users[0]?.key ?? ''));
}

function listSharers(host: Pick<Host, 'listFlagged'>): readonly Sharers[] {
  const found = new Map<string, Sharers>();
  for (const user of host.listFlagged('hasTrackerIdentity', true)) {
    const identity = user.identity?.read() ?? {};
    for (const member of members) {
      const value = identity[member];
      if (value === undefined) continue;
      // Tracker's logins do not mind the letter case.
      const same = `${member} ${value.toLowerCase()}`;
      const sharers = found.get(same) ?? { member, value, users: [] };
      sharers.users.push(user);
      found.set(same, sharers);
    }
  }
  return [...found.values()].filter(({ users }) => users.length > 1);
}
