import { describe, expect, test } from '@jest/globals';
import { createLinks } from '../../src/linking/create-links.ts';
import { encodeLinks } from '../../src/links/link-codec.ts';
import { fail, succeed } from '../../src/result.ts';
import { readLinks } from '../../src/writing/read-links.ts';
import { settleLinks } from '../../src/writing/settle-links.ts';
import { type FakeEntity, fakeEntity, fakeScope } from '../support/fake-host.ts';

/** An object whose stored text, or whose flag, is something of the host's that nobody understands. */
function notUnderstood(name: 'readText' | 'readFlag'): FakeEntity {
  const entity = fakeEntity({ key: 'DEMO-1', stored: encodeLinks(new Map()) });
  const own: readonly string[] = ['trackerLinks', 'hasTrackerLinks'];
  const read = (which: string) => (own.includes(which) ? fail('[object связь]') : succeed(undefined));
  Object.assign(entity.store, { [name]: read });
  return entity;
}

describe.each(['readText', 'readFlag'] as const)('a stored value that %s does not understand', (name) => {
  test('cannot be read: it is not the same as none', () => {
    expect(readLinks(notUnderstood(name))).toEqual(fail({ reason: 'wrong_shape' }));
  });

  test('is not overwritten by an operation', () => {
    const entity = notUnderstood(name);
    const answer = createLinks(fakeScope([entity]), { issueKey: 'TEST-1', entityIds: undefined });
    const expected = 'an object whose stored links can be read';
    const problems = [{ field: 'key', expected, received: '"DEMO-1"' }];
    expect(answer).toMatchObject({ ok: false, problem: { reason: 'unreadable_links', problems } });
    expect(entity.writes).toBe(0);
  });

  test('is not overwritten by a look either, which ends there', () => {
    const scope = fakeScope([fakeEntity({ key: 'DEMO-1' })]);
    createLinks(scope, { issueKey: 'TEST-1', entityIds: undefined });
    const entity = notUnderstood(name);
    const later = fakeScope([entity]);
    settleLinks(later, scope.scheduled[0]?.state ?? '');
    expect([entity.writes, later.scheduled]).toEqual([0, []]);
  });
});
