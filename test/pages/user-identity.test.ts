import { describe, expect, test } from '@jest/globals';
import { readIdentity } from '../../src/pages/read-identity.ts';
import { writeIdentity } from '../../src/pages/write-identity.ts';
import { fakeIdentityScope, fakePerson } from '../support/fake-pages.ts';

function body(result: ReturnType<typeof readIdentity>) {
  return result.ok ? result.value.body : result.problem;
}

const jane = (changes: object = {}) => fakePerson('jane', 'Jane Roe', changes);

describe("a person's Tracker identity", () => {
  test('is empty at first', () => {
    expect(body(readIdentity(fakeIdentityScope(jane())))).toEqual({
      user: 'jane',
      identity: {},
      isShared: false,
      sharedWith: [],
    });
  });

  test('answers uids as decimal strings, to the last digit', () => {
    const host = fakeIdentityScope(jane());
    host.stored = {
      login: 'jane.roe',
      trackerUid: '8000000000000017',
      passportUid: '9007199254740991',
    };
    expect(body(readIdentity(host))).toMatchObject({
      identity: { login: 'jane.roe', trackerUid: '8000000000000017', passportUid: '9007199254740991' },
    });
  });

  test('is replaced as a whole, and twice is once', () => {
    const host = fakeIdentityScope(jane());
    host.stored = { login: 'old', trackerUid: '1', passportUid: '2' };
    const first = writeIdentity(host, { login: 'new' });
    expect(body(first)).toEqual({
      user: 'jane',
      identity: { login: 'new' },
      isShared: false,
      sharedWith: [],
    });
    expect(host.stored).toEqual({ login: 'new' });
    expect(writeIdentity(host, { login: 'new' })).toEqual(first);
    writeIdentity(host, {});
    expect(host.stored).toEqual({});
  });

  test('names those it is shared with to whoever may change theirs', () => {
    const own = jane();
    const host = fakeIdentityScope(own, [
      fakePerson('zoe', 'Zoe'),
      own,
      fakePerson('hidden', 'Hidden', { isVisible: false }),
      fakePerson('boris', 'Борис'),
      fakePerson('other', 'Otto', { mayChangeLinks: false }),
      fakePerson('nameless', ''),
    ]);
    expect(body(readIdentity(host))).toMatchObject({ isShared: true, sharedWith: ['', 'Zoe', 'Борис'] });
  });

  test('says to others only that it is somebody’s, and of nobody but oneself that it is nobody’s', () => {
    const stranger = fakePerson('zoe', 'Zoe', { mayChangeLinks: false });
    const shared = writeIdentity(fakeIdentityScope(jane(), [stranger]), { login: 'zoe' });
    expect(body(shared)).toEqual({
      user: 'jane',
      identity: { login: 'zoe' },
      isShared: true,
      sharedWith: [],
    });
    const own = jane();
    expect(body(readIdentity(fakeIdentityScope(own, [own])))).toMatchObject({ isShared: false });
  });

  test.each([
    ['not_found', { isVisible: false }],
    ['not_found', { isVisible: false, mayChangeLinks: false }],
    ['foreign_identity', { mayChangeLinks: false }],
  ])('is refused as %s, read or written', (reason, changes) => {
    const host = fakeIdentityScope(jane(changes));
    expect(body(readIdentity(host))).toMatchObject({ reason });
    expect(body(writeIdentity(host, { login: 'mine-now' }))).toMatchObject({ reason });
    expect(host.writes).toBe(0);
  });
});
