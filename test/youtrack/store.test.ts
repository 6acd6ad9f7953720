import { describe, expect, jest, test } from '@jest/globals';
import type { TrackerIdentity } from '../../src/ports/youtrack.ts';
import { countIdentities, listUsersLike } from '../../src/youtrack/accounts.ts';
import { createIdentityStore } from '../../src/youtrack/identity-store.ts';
import { fakeExecution, fakeUser } from './fake-youtrack.ts';

const ada = fakeUser({ login: 'ada', permissions: ['READ_USER_BASIC'] });

function saved(login: string, identity: TrackerIdentity) {
  const user = fakeUser({ login });
  createIdentityStore(user, fakeExecution()).write(identity);
  return user;
}

describe('a Tracker identity on an account', () => {
  test('is stored and read again', () => {
    const identity = { login: 'Jane.Roe', trackerUid: '8000000000000017', passportUid: '1' };
    const user = saved('jane', identity);
    expect(createIdentityStore(user, fakeExecution()).read()).toEqual(identity);
    expect(user.extensionProperties).toMatchObject({
      loginInLowerCase: 'jane.roe',
      hasTrackerIdentity: true,
    });
  });

  test('is replaced as a whole', () => {
    const user = saved('jane', { login: 'old', trackerUid: '1', passportUid: '2' });
    const store = createIdentityStore(user, fakeExecution());
    store.write({ passportUid: '3' });
    expect(store.read()).toEqual({ passportUid: '3' });
    store.write({});
    expect(store.read()).toEqual({});
    expect(user.extensionProperties).toEqual({
      login: null,
      loginInLowerCase: null,
      trackerUidText: null,
      passportUidText: null,
      trackerUid: null,
      passportUid: null,
      hasTrackerIdentity: false,
    });
  });

  test('whose first write is refused has written nothing', () => {
    const execution = fakeExecution();
    const readonly = {
      set login(_: unknown) {
        throw new Error('read-only transaction');
      },
    };
    const user = fakeUser({ login: 'jane', extensionProperties: readonly });
    expect(() => createIdentityStore(user, execution).write({ login: 'x' })).toThrow('read-only');
    expect(execution.hasWritten).toBe(false);
  });

  test('is found on others by its login in any letter case, and by its uids', () => {
    const users = [
      saved('jane', { login: 'Jane.Roe', trackerUid: '17' }),
      saved('boris', { login: 'JANE.ROE' }),
      saved('zoe', { passportUid: '5', trackerUid: '17' }),
      saved('omar', { passportUid: '17' }),
      fakeUser({ login: 'old', extensionProperties: { login: 'jane.roe', trackerUid: 17 } }),
    ];
    const found = (identity: TrackerIdentity) =>
      listUsersLike(fakeExecution({ users }, ada), identity)
        .map(({ key }) => key)
        .sort();
    expect(found({ login: 'jane.ROE' })).toEqual(['boris', 'jane', 'old']);
    expect(found({ trackerUid: '17' })).toEqual(['jane', 'old', 'zoe']);
    expect(found({ login: 'jane.roe', trackerUid: '17', passportUid: '5' })).toEqual([
      'boris',
      'jane',
      'old',
      'zoe',
    ]);
    expect(found({})).toEqual([]);
  });

  test('of version 1.0.0, which kept uids as integers, is read until it is saved anew', () => {
    const user = fakeUser({ login: 'jane', extensionProperties: { trackerUid: 17, passportUid: 42 } });
    const store = createIdentityStore(user, fakeExecution());
    expect(store.read()).toEqual({ trackerUid: '17', passportUid: '42' });
    store.write({ trackerUid: '18' });
    expect(store.read()).toEqual({ trackerUid: '18' });
  });

  test('whose text is not understood is not the old integer: that may be somebody else by now', () => {
    const user = fakeUser({ login: 'jane', extensionProperties: { trackerUid: 17, trackerUidText: 18 } });
    expect(createIdentityStore(user, fakeExecution()).read()).toEqual({});
  });

  test('whose uid is a Long of Java, which no check of numbers knows, is read to the last digit', () => {
    const isSafeInteger = jest.spyOn(Number, 'isSafeInteger').mockReturnValue(false);
    const user = fakeUser({ login: 'jane', extensionProperties: { trackerUid: 1_130_000_000_000_001 } });
    expect(createIdentityStore(user, fakeExecution()).read()).toEqual({ trackerUid: '1130000000000001' });
    isSafeInteger.mockRestore();
  });

  test('is counted', () => {
    const users = [saved('jane', { login: 'x' }), saved('boris', {}), fakeUser({ login: 'omar' })];
    expect(countIdentities(fakeExecution({ users }))).toBe(1);
  });
});
