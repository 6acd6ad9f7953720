import { expect, test } from '@jest/globals';
import { changeEach, currentAuthor, openTargets } from '../../src/linking/change-targets.ts';
import { addLink, removeLink } from '../../src/links/change-link.ts';
import { liveLinks } from '../../src/links/link-set.ts';
import { fakeAccount, fakeEntity, fakeHost } from '../support/fake-host.ts';
import { idsOf } from '../support/keys.ts';

test('a refusal names for each object the right that is missing', () => {
  const kinds = [
    { kind: 'issue', key: 'DEMO-1' },
    { kind: 'article', key: 'DEMO-A-1' },
    { kind: 'project', key: 'DEMO' },
    { kind: 'user', key: 'вася' },
  ] as const;
  const host = fakeHost(kinds.map((one) => fakeEntity({ ...one, mayChangeLinks: false })));
  expect(openTargets(host, idsOf(...kinds.map(({ key }) => key)))).toEqual({
    ok: false,
    problem: {
      reason: 'forbidden',
      problems: [
        {
          field: 'entityIds[0]',
          expected: 'the permission LINK_ISSUE or UPDATE_ISSUE in the project of the issue',
          received: '"DEMO-1"',
        },
        {
          field: 'entityIds[1]',
          expected: 'the permission UPDATE_ARTICLE in the project of the article',
          received: '"DEMO-A-1"',
        },
        {
          field: 'entityIds[2]',
          expected: 'the permission UPDATE_PROJECT in the project',
          received: '"DEMO"',
        },
        {
          field: 'entityIds[3]',
          expected: 'the permission UPDATE_USER, or your own account',
          received: '"вася"',
        },
      ],
    },
  });
});

test('an object that is named twice is refused once, where it is named first', () => {
  const issue = fakeEntity({ key: 'DEMO-1', formerKeys: ['OLD-7'], mayChangeLinks: false });
  expect(openTargets(fakeHost([issue]), idsOf('OLD-7', 'DEMO-1'))).toMatchObject({
    problem: { problems: [{ field: 'entityIds[0]' }] },
  });
});

test.each([
  { login: 'jane', via: 'youtrack' },
  { login: 'tracker-bot', via: 'tracker' },
])('$login does it now, via $via', ({ login, via }) => {
  const clock = { now: () => 7, random: () => 0.5 };
  expect(currentAuthor(fakeHost([], { caller: fakeAccount(login), clock }))).toEqual({ now: 7, login, via });
});

test('several changes of one object are each of what the one before leaves', () => {
  const entity = fakeEntity({ key: 'DEMO-1' });
  const stamp = { at: 1, by: 'вася', via: 'tracker' } as const;
  const links = new Map([['TEST-2', { added: stamp }]]);
  const author = { now: 5, login: 'jane', via: 'youtrack' } as const;
  const changes = changeEach(
    { field: 'key', entity, links },
    ['TEST-9', 'TEST-2', 'TEST-1', 'TEST-3'],
    (before, key) =>
      key === 'TEST-1' || key === 'TEST-3' ? addLink(before, key, author) : removeLink(before, key, author),
  );
  const seen = changes.map(({ links: before }) => [...before.keys()]);
  expect(seen).toEqual([['TEST-2'], ['TEST-2'], ['TEST-2'], ['TEST-2', 'TEST-1']]);
  expect(changes.map(({ change }) => change.isEffective)).toEqual([false, true, true, true]);
  expect(liveLinks(changes[3]?.links ?? new Map()).map(({ issueKey }) => issueKey)).toEqual(['TEST-1']);
  expect([...links]).toEqual([['TEST-2', { added: stamp }]]);
});
