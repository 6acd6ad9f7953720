import { describe, expect, jest, test } from '@jest/globals';
import { version } from '../../manifest.json';
import { openHost, openOwnHost } from '../../src/youtrack/open-host.ts';
import type { HttpContext } from '../../src/youtrack/script-context.ts';
import {
  type FakeWorld,
  fakeArticle,
  fakeExecution,
  fakeIssue,
  fakeProject,
  fakeSet,
  fakeUser,
} from './fake-youtrack.ts';

const ada = fakeUser({ login: 'ada', visibleName: 'Ада', permissions: ['ADMIN_UPDATE_APP', 'READ_ARTICLE'] });

const context = {
  currentUser: ada,
  settings: {},
  store: () => {},
  load: () => undefined,
  invokeAsync: () => {},
  request: { body: '', method: 'GET', fullPath: 'admin/status', getParameters: () => [] },
  response: { code: 200, json: () => {} },
} satisfies HttpContext;

function open(world: FakeWorld = {}) {
  return openHost(context, fakeExecution(world, ada));
}

describe('the host', () => {
  test('knows the version of the app and the account of the caller', () => {
    const host = open();
    expect(host.appVersion).toBe(version);
    expect(host.caller).toMatchObject({ login: 'ada', name: 'Ада', email: undefined, isBanned: false });
    expect(host.caller.holds('ADMIN_UPDATE_APP')).toBe(true);
  });

  test('finds accounts in any letter case, and what they hold in a project', () => {
    const jane = fakeUser({ login: 'jane', permissions: ['READ_ISSUE@DEMO'] });
    const host = open({ users: [jane], projects: [fakeProject(), fakeProject({ key: 'OPS' })] });
    const account = host.findAccount('JANE');
    expect(account?.login).toBe('jane');
    expect(['DEMO', 'OPS', 'NONE'].map((key) => account?.holds('READ_ISSUE', key))).toEqual([
      true,
      false,
      false,
    ]);
    expect(host.findAccount('nobody')).toBeUndefined();
    expect(host.findGuest()).toBeUndefined();
  });

  test('lists recent issues, at most as many as asked for', () => {
    const issues = [1, 2, 3].map((number) => fakeIssue({ id: `DEMO-${number}` }));
    const host = open({ search: () => fakeSet(...issues) });
    expect(host.listRecentIssues(2).map(({ key }) => key)).toEqual(['DEMO-1', 'DEMO-2']);
    expect(host.listRecentIssues(9)).toHaveLength(3);
  });

  test('goes on without recent issues where the search fails, and logs it', () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => {});
    const host = open({
      search() {
        throw new Error('the index is being rebuilt');
      },
    });
    expect(host.listRecentIssues(5)).toEqual([]);
    expect(logged).toHaveBeenCalledWith(expect.stringContaining('the index is being rebuilt'));
    logged.mockRestore();
  });

  test('finds an article that may be seen, after a short look', () => {
    const secret = fakeArticle({ permittedUsers: fakeSet(fakeUser({ login: 'jane' })) });
    const hidden = Array.from({ length: 60 }, () => secret);
    const find = (...articles: ReturnType<typeof fakeArticle>[]) =>
      open({ projects: [fakeProject({ articles: fakeSet(...articles) })] }).findArticleOf('DEMO')?.key;
    expect(find(secret, fakeArticle({ id: 'DEMO-A-2' }))).toBe('DEMO-A-2');
    expect(find(...hidden, fakeArticle())).toBeUndefined();
    expect(open().findArticleOf('NONE')).toBeUndefined();
  });

  test('shows projects with the types of their fields', () => {
    const host = open({ projects: [fakeProject({ name: 'Демо', fieldNames: ['State'] })] });
    expect(host.findProject('DEMO')).toMatchObject({ key: 'DEMO', name: 'Демо', isArchived: false });
    expect(host.findProject('DEMO')?.isVisible()).toBe(false);
    expect(host.findProject('DEMO')?.findField('state')).toEqual({ name: 'State', type: 'string' });
    expect(host.findProject('DEMO')?.findField('Stage')).toBeUndefined();
    expect(host.findProject('NONE')).toBeUndefined();
  });

  test('lists what has a flag, by its value', () => {
    const flagged = (hasTrackerLinks: boolean) => ({ extensionProperties: { hasTrackerLinks } });
    const host = open({
      issues: [
        fakeIssue(flagged(true)),
        fakeIssue({ id: 'DEMO-2', ...flagged(false) }),
        fakeIssue({ id: 'DEMO-3' }),
      ],
      articles: [fakeArticle(flagged(false))],
    });
    const keysOf = (value: boolean) => host.listFlagged('hasTrackerLinks', value).map(({ key }) => key);
    expect([keysOf(true), keysOf(false)]).toEqual([['DEMO-1'], ['DEMO-2', 'DEMO-A-1']]);
  });

  test('where the address names an object is a broken one without it', () => {
    expect(() => openOwnHost(() => undefined)(context, fakeExecution())).toThrow(
      'lacks the object that the address names',
    );
  });
});
