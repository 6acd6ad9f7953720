import { describe, expect, test } from '@jest/globals';
import type { User } from '@jetbrains/youtrack-scripting-api/entities';
import { mayLinkArticle, maySeeArticle } from '../../src/youtrack/article-entity.ts';
import { mayLinkIssue, maySeeIssue } from '../../src/youtrack/issue-entity.ts';
import { mayLinkProject } from '../../src/youtrack/project-entity.ts';
import { maySeeProject } from '../../src/youtrack/projects.ts';
import { mayLinkUser, maySeeUser } from '../../src/youtrack/user-entity.ts';
import { fakeArticle, fakeIssue, fakeProject, fakeSet, fakeUser } from './fake-youtrack.ts';

function user(...permissions: string[]): User {
  return fakeUser({ login: 'jane', permissions, groups: ['Team'] });
}

const team = { name: 'Team', isAllUsersGroup: false };
const others = { name: 'Others', isAllUsersGroup: false };

describe('who may see', () => {
  test('an issue is for YouTrack to say', () => {
    expect(maySeeIssue(user(), fakeIssue({ visibleTo: ['jane'] }))).toBe(true);
    expect(maySeeIssue(user('READ_ISSUE@DEMO'), fakeIssue({ visibleTo: ['vasya'] }))).toBe(false);
  });

  test('an article: readers of its project', () => {
    expect(maySeeArticle(user('READ_ARTICLE@DEMO'), fakeArticle())).toBe(true);
    expect(maySeeArticle(user('READ_ARTICLE@OTHER'), fakeArticle())).toBe(false);
  });

  test.each([
    ['a group one is in', { permittedGroups: fakeSet(others, team) }, true],
    ['a group one is not in', { permittedGroups: fakeSet(others) }, false],
    ['oneself', { permittedUsers: fakeSet(user()) }, true],
    ['somebody else', { permittedUsers: fakeSet(fakeUser({ login: 'vasya' })) }, false],
    ['all users', { permittedGroups: fakeSet({ name: 'All Users', isAllUsersGroup: true }) }, true],
  ])('an article shown to %s', (_, restriction, expected) => {
    const reader = user('READ_ARTICLE@DEMO');
    expect(maySeeArticle(reader, fakeArticle(restriction))).toBe(expected);
    const below = fakeArticle({ parentArticle: fakeArticle({ parentArticle: fakeArticle(restriction) }) });
    expect(maySeeArticle(reader, below)).toBe(expected);
  });

  test('a hidden article: those who may override restrictions', () => {
    const hidden = fakeArticle({ permittedGroups: fakeSet(others) });
    expect(maySeeArticle(user('READ_ARTICLE@DEMO', 'READ_HIDDEN_STUFF@DEMO'), hidden)).toBe(true);
  });

  test('an article below a hundred others; one below more, or in a circle, is hidden, for nobody has looked at them all', () => {
    const reader = user('READ_ARTICLE@DEMO');
    const nested = (above: number) => {
      let article = fakeArticle();
      for (let depth = 0; depth < above; depth += 1) article = fakeArticle({ parentArticle: article });
      return article;
    };
    expect(maySeeArticle(reader, nested(100))).toBe(true);
    expect(maySeeArticle(reader, nested(101))).toBe(false);
    const circle = fakeArticle();
    Object.assign(circle, { parentArticle: circle });
    expect(maySeeArticle(reader, circle)).toBe(false);
  });

  test.each([
    ['READ_PROJECT_BASIC@DEMO', true],
    ['READ_PROJECT@DEMO', true],
    ['READ_PROJECT_BASIC@OTHER', false],
  ])('a project, with %s: %j', (permission, expected) => {
    expect(maySeeProject(user(permission), fakeProject())).toBe(expected);
  });

  test('a user: themselves, and readers of users', () => {
    const vasya = fakeUser({ login: 'vasya' });
    expect(maySeeUser(user(), user())).toBe(true);
    expect(maySeeUser(user(), vasya)).toBe(false);
    expect(maySeeUser(user('READ_USER_BASIC'), vasya)).toBe(true);
  });
});

describe('who may change links', () => {
  test.each([
    ['LINK_ISSUE@DEMO', true],
    ['UPDATE_ISSUE@DEMO', true],
    ['READ_ISSUE@DEMO', false],
    ['LINK_ISSUE@OTHER', false],
  ])('of an issue, with %s: %j', (permission, expected) => {
    expect(mayLinkIssue(user(permission), fakeIssue())).toBe(expected);
  });

  test('of an article: those who may update it', () => {
    expect(mayLinkArticle(user('UPDATE_ARTICLE@DEMO'), fakeArticle())).toBe(true);
    expect(mayLinkArticle(user('READ_ARTICLE@DEMO', 'UPDATE_ISSUE@DEMO'), fakeArticle())).toBe(false);
  });

  test('of a project: those who may update it', () => {
    expect(mayLinkProject(user('UPDATE_PROJECT@DEMO'), fakeProject())).toBe(true);
    expect(mayLinkProject(user('UPDATE_PROJECT@OTHER'), fakeProject())).toBe(false);
  });

  test('of a user: themselves unless they are the guest, and those who may update users', () => {
    const vasya = fakeUser({ login: 'vasya' });
    const guest = fakeUser({ login: 'guest' });
    expect(mayLinkUser(vasya, vasya)).toBe(true);
    expect(mayLinkUser(guest, guest)).toBe(false);
    expect(mayLinkUser(user('READ_USER_BASIC'), vasya)).toBe(false);
    expect(mayLinkUser(user('UPDATE_USER'), vasya)).toBe(true);
  });
});
