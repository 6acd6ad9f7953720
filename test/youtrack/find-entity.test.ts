import { describe, expect, test } from '@jest/globals';
import { findEntity, listLinkedEntities } from '../../src/youtrack/find-entity.ts';
import { fakeArticle, fakeIssue, fakeProject, fakeUser, fakeYouTrack } from './fake-youtrack.ts';

const viewer = { user: fakeUser({ login: 'jane' }), onWrite: () => {} };
const linked = { trackerLinks: '{"v":1,"links":[]}', hasTrackerLinks: true };

const api = fakeYouTrack({
  issues: [fakeIssue({ id: 'DEMO-1', extensionProperties: linked }), fakeIssue({ id: 'DEMO-2' })],
  articles: [fakeArticle({ id: 'DEMO-A-1', extensionProperties: linked })],
  projects: [fakeProject({ key: 'DEMO', extensionProperties: linked })],
  users: [fakeUser({ login: 'jane', extensionProperties: linked }), fakeUser({ login: 'Вася' })],
});

describe('an object', () => {
  test.each([
    ['issue', 'demo-2', 'DEMO-2'],
    ['article', 'Demo-a-1', 'DEMO-A-1'],
    ['project', 'demo', 'DEMO'],
    ['user', 'JANE', 'jane'],
    ['user', 'Вася', 'Вася'],
  ] as const)('of the kind %s is found as %s and is called %s', (kind, key, canonical) => {
    expect(findEntity(api, viewer, { kind, key })).toMatchObject({ kind, key: canonical });
  });

  test.each(['issue', 'article', 'project', 'user'] as const)(
    'of the kind %s that is nowhere is not found',
    (kind) => {
      expect(findEntity(api, viewer, { kind, key: 'NOWHERE-1' })).toBeUndefined();
    },
  );

  test('with links is found by its flag, whatever its kind', () => {
    expect(listLinkedEntities(api, viewer).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'issue DEMO-1',
      'article DEMO-A-1',
      'project DEMO',
      'user jane',
    ]);
  });

  test.each([null, undefined])('whose properties read as %j has no links', (unset) => {
    const bare = fakeYouTrack({
      issues: [fakeIssue({ extensionProperties: { trackerLinks: unset, hasTrackerLinks: unset } })],
    });
    const links = findEntity(bare, viewer, { kind: 'issue', key: 'DEMO-1' })?.links;
    expect([links?.read(), links?.hasLinks()]).toEqual([undefined, false]);
  });

  test('keeps its links and their flag in its extension properties', () => {
    const issue = fakeIssue();
    let writes = 0;
    const counting = { ...viewer, onWrite: () => (writes += 1) };
    findEntity(fakeYouTrack({ issues: [issue] }), counting, { kind: 'issue', key: 'DEMO-1' })?.links.write(
      'x',
      true,
    );
    expect(issue.extensionProperties).toEqual({ trackerLinks: 'x', hasTrackerLinks: true });
    expect(writes).toBe(1);
  });
});
