import { describe, expect, test } from '@jest/globals';
import type { Entity } from '../../src/ports/youtrack.ts';
import { findEntity, listFlagged } from '../../src/youtrack/find-entity.ts';
import { fakeArticle, fakeExecution, fakeIssue, fakeProject, fakeUser } from './fake-youtrack.ts';

const linked = { trackerLinks: '{"v":1,"links":[]}', hasTrackerLinks: true };

const execution = fakeExecution({
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
    expect(findEntity(execution, { kind, key })).toMatchObject({ kind, key: canonical });
  });

  test.each(['issue', 'article', 'project', 'user'] as const)(
    'of the kind %s that is nowhere is not found',
    (kind) => {
      expect(findEntity(execution, { kind, key: 'NOWHERE-1' })).toBeUndefined();
    },
  );

  test('with links is found by its flag, whatever its kind', () => {
    expect(listFlagged(execution, 'hasTrackerLinks', true).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'issue DEMO-1',
      'article DEMO-A-1',
      'project DEMO',
      'user jane',
    ]);
  });

  test('of the one kind that has a flag is looked for among no others', () => {
    const jane = fakeUser({ login: 'jane', extensionProperties: { hasTrackerIdentity: true } });
    const { api } = fakeExecution({ users: [jane] });
    const undeclared = () => {
      throw new Error('no such property');
    };
    const others = { findByExtensionProperties: undeclared };
    const strict = {
      ...execution,
      api: {
        ...api,
        Issue: { ...api.Issue, ...others },
        Article: { ...api.Article, ...others },
        Project: { ...api.Project, ...others },
      },
    };
    expect(listFlagged(strict, 'hasTrackerIdentity', true).map(({ key }) => key)).toEqual(['jane']);
  });

  test.each([null, undefined])('whose properties read as %j keeps nothing', (unset) => {
    const { store } = open({ trackerLinks: unset, hasTrackerLinks: unset });
    expect(store.readText('trackerLinks')).toEqual({ ok: true, value: undefined });
    expect(store.readFlag('hasTrackerLinks')).toEqual({ ok: true, value: undefined });
  });

  test.each([[7], [{}], [['TEST-1']], [true], [0], [false]])(
    'whose links read as %j has something that is not understood',
    (trackerLinks) => {
      expect(open({ trackerLinks }).store.readText('trackerLinks')).toEqual({
        ok: false,
        problem: String(trackerLinks),
      });
    },
  );

  test.each([['true'], [1], [0], [''], [{}]])(
    'whose flag reads as %j has one that is not understood',
    (flag) => {
      expect(open({ hasTrackerLinks: flag }).store.readFlag('hasTrackerLinks').ok).toBe(false);
    },
  );

  test('keeps its links and their flag in its extension properties', () => {
    const issue = fakeIssue();
    const execution = fakeExecution({ issues: [issue] });
    findEntity(execution, { kind: 'issue', key: 'DEMO-1' })?.store.write({
      trackerLinks: 'x',
      hasTrackerLinks: true,
    });
    expect(issue.extensionProperties).toEqual({ trackerLinks: 'x', hasTrackerLinks: true });
    expect(execution.hasWritten).toBe(true);
  });
});

function open(extensionProperties: Record<string, unknown>): Entity {
  const entity = findEntity(fakeExecution({ issues: [fakeIssue({ extensionProperties })] }), {
    kind: 'issue',
    key: 'DEMO-1',
  });
  if (entity === undefined) throw new Error('DEMO-1 is gone');
  return entity;
}
