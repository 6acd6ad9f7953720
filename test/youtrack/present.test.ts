import { describe, expect, test } from '@jest/globals';
import { presentArticle, presentIssue, presentProject, presentUser } from '../../src/youtrack/present.ts';
import { fakeArticle, fakeIssue, fakeProject, fakeUser } from './fake-youtrack.ts';

describe('on a page', () => {
  test('an issue has its summary, its resolution and its address', () => {
    const shown = presentIssue(fakeIssue({ summary: 'Вход', isResolved: true }));
    expect(shown.present()).toEqual({ summary: 'Вход', isResolved: true });
    expect(shown.readUrl()).toBe('https://youtrack.example.com/issue/DEMO-1');
  });

  test('an object without a summary has none', () => {
    expect(presentIssue(fakeIssue({ summary: ' ' })).present()).toEqual({ isResolved: false });
    expect(presentArticle(fakeArticle({ summary: null })).present()).toEqual({});
  });

  test.each([
    ['an issue', presentIssue(fakeIssue({ url: null })), '/issue/DEMO-1'],
    ['an article', presentArticle(fakeArticle()), '/articles/DEMO-A-1'],
    ['a project', presentProject(fakeProject()), '/projects/DEMO'],
    ['a user', presentUser(fakeUser({ login: 'яна@пример' })), `/users/${encodeURIComponent('яна@пример')}`],
  ])('%s whose address the server does not tell has a path', (_, shown, path) => {
    expect(shown.readUrl()).toBe(path);
  });
});
