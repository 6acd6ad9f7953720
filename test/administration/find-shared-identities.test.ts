import { expect, test } from '@jest/globals';
import { findSharedIdentities } from '../../src/administration/find-shared-identities.ts';
import type { TrackerIdentity } from '../../src/ports/youtrack.ts';
import { fakeAccount, fakeHost } from '../support/fake-host.ts';
import { fakePerson } from '../support/fake-pages.ts';

const people: Readonly<Record<string, TrackerIdentity>> = {
  jane: { login: 'J.Roe', trackerUid: '17' },
  яна: { login: 'j.roe', passportUid: '17' },
  zoe: { trackerUid: '17' },
  alone: { login: 'alone', trackerUid: '18', passportUid: '18' },
};

function find(mayKnow: boolean) {
  const asked: unknown[] = [];
  const users = Object.entries(people).map(([login, identity]) =>
    Object.assign(fakePerson(login, `Name of ${login}`), {
      identity: { read: () => identity, write: () => undefined },
    }),
  );
  const host = fakeHost([], {
    caller: fakeAccount('ada', { holds: (permission) => mayKnow && permission === 'UPDATE_USER' }),
    listFlagged(...flag) {
      asked.push(flag);
      return users;
    },
  });
  const found = findSharedIdentities(host, (user) =>
    user.key === 'zoe' ? undefined : `Name of ${user.key}`,
  );
  expect(asked).toEqual([['hasTrackerIdentity', true]]);
  return found;
}

const named = (key: string, name = `Name of ${key}`) => ({
  key,
  name,
  entityUrl: `/users/${key}`,
});

test('a login in any letter case and a uid are shared by whoever claims them', () => {
  expect(find(true)).toEqual([
    { member: 'login', value: 'J.Roe', users: [named('jane'), named('яна')] },
    { member: 'trackerUid', value: '17', users: [named('jane'), named('zoe', 'zoe')] },
  ]);
});

test('what is shared is told to those alone who may change it', () => {
  expect(find(false).map((shared) => Object.keys(shared))).toEqual([
    ['member', 'users'],
    ['member', 'users'],
  ]);
});
