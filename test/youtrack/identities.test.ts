import { describe, expect, test } from '@jest/globals';
import { countIdentities, createIdentityStore, listUsersLike } from '../../src/youtrack/identities.ts';
import { fakeUser, fakeYouTrack } from './fake-youtrack.ts';

const viewer = { user: fakeUser({ login: 'ada', permissions: ['READ_USER_BASIC'] }), onWrite: () => {} };

function saved(login: string, identity: Parameters<ReturnType<typeof createIdentityStore>['write']>[0]) {
  const user = fakeUser({ login });
  createIdentityStore(user, () => {}).write(identity);
  return user;
}

describe('a Tracker identity on an account', () => {
  test('is stored and read again', () => {
    const identity = { login: 'Jane.Roe', trackerUid: 8_000_000_000_000_017, passportUid: 1 };
    const user = saved('jane', identity);
    expect(createIdentityStore(user, () => {}).read()).toEqual(identity);
    expect(user.extensionProperties).toMatchObject({
      loginInLowerCase: 'jane.roe',
      hasTrackerIdentity: true,
    });
  });

  test('is replaced as a whole', () => {
    const user = saved('jane', { login: 'old', trackerUid: 1, passportUid: 2 });
    const store = createIdentityStore(user, () => {});
    store.write({ passportUid: 3 });
    expect(store.read()).toEqual({ passportUid: 3 });
    store.write({});
    expect(store.read()).toEqual({});
    expect(user.extensionProperties).toEqual({
      login: null,
      loginInLowerCase: null,
      trackerUid: null,
      passportUid: null,
      hasTrackerIdentity: false,
    });
  });

  test('whose first write is refused has written nothing', () => {
    let writes = 0;
    const readonly = {
      set login(_: unknown) {
        throw new Error('read-only transaction');
      },
    };
    const user = fakeUser({ login: 'jane', extensionProperties: readonly });
    expect(() =>
      createIdentityStore(user, () => {
        writes += 1;
      }).write({ login: 'x' }),
    ).toThrow('read-only');
    expect(writes).toBe(0);
  });

  test('is found on others by its login in any letter case, and by its uids', () => {
    const users = [
      saved('jane', { login: 'Jane.Roe', trackerUid: 17 }),
      saved('boris', { login: 'JANE.ROE' }),
      saved('zoe', { passportUid: 5, trackerUid: 17 }),
      saved('omar', { passportUid: 17 }),
      fakeUser({ login: 'old', extensionProperties: { login: 'jane.roe' } }),
    ];
    const found = (identity: object) =>
      listUsersLike(fakeYouTrack({ users }), viewer, identity)
        .map(({ key }) => key)
        .sort();
    expect(found({ login: 'jane.ROE' })).toEqual(['boris', 'jane', 'old']);
    expect(found({ trackerUid: 17 })).toEqual(['jane', 'zoe']);
    expect(found({ login: 'jane.roe', trackerUid: 17, passportUid: 5 })).toEqual([
      'boris',
      'jane',
      'old',
      'zoe',
    ]);
    expect(found({})).toEqual([]);
  });

  test('is counted', () => {
    const users = [saved('jane', { login: 'x' }), saved('boris', {}), fakeUser({ login: 'omar' })];
    expect(countIdentities(fakeYouTrack({ users }))).toBe(1);
  });
});
