import { describe, expect, test } from '@jest/globals';
import { describeArticle } from '../../src/youtrack/article-entity.ts';
import { describeIssue } from '../../src/youtrack/describe-issue.ts';
import { describeProject } from '../../src/youtrack/project-entity.ts';
import { describeUser } from '../../src/youtrack/user-entity.ts';
import { fakeArticle, fakeIssue, fakeProject, fakeSet, fakeUser } from './fake-youtrack.ts';

const names = { status: 'State', deadline: 'Due Date', assignee: 'Assignee' };
const caller = fakeUser({ login: 'caller' });
const jane = fakeUser({
  login: 'jane',
  extensionProperties: { trackerUid: 17, passportUid: 42, login: 'jane-t' },
});

describe('an issue', () => {
  test('says its status, assignee and deadline', () => {
    const fields = {
      State: { name: 'Открыта', description: 'Ждёт' },
      Assignee: jane,
      'Due Date': 1_767_312_000_000,
    };
    expect(describeIssue(fakeIssue({ fields }), caller, names)).toEqual({
      summary: 'Вход на сайт',
      updatedAt: 1_767_225_600_000,
      isResolved: false,
      status: { name: 'Открыта', description: 'Ждёт' },
      assignee: { trackerUid: '17', passportUid: '42', login: 'jane-t' },
      deadlineAt: 1_767_312_000_000,
    });
  });

  test.each([[null], [undefined], [''], [' '], [{}], [fakeSet()], [true]])(
    'with %p for a status has none',
    (State) => {
      expect(describeIssue(fakeIssue({ fields: { State } }), caller, names)).not.toHaveProperty('status');
    },
  );

  test.each([
    ['In work', { name: 'In work' }],
    [3, { name: '3' }],
    [{ name: 'Open', description: null }, { name: 'Open' }],
    [jane, { name: 'jane' }],
    [fakeSet({ name: 'One', description: 'x' }), { name: 'One', description: 'x' }],
    [fakeSet({ name: 'One' }, { name: 'Два' }), { name: 'One, Два' }],
  ])('with %p for a status shows %j', (State, status) => {
    expect(describeIssue(fakeIssue({ fields: { State } }), caller, names)).toMatchObject({ status });
  });

  test('takes the first of several assignees', () => {
    const Assignee = fakeSet(jane, fakeUser({ login: 'vasya', extensionProperties: { login: 'vasya-t' } }));
    expect(describeIssue(fakeIssue({ fields: { Assignee } }), caller, names)).toMatchObject({
      assignee: { login: 'jane-t' },
    });
  });

  test.each([
    [{}],
    [{ trackerUid: null, login: '' }],
    [{ trackerUid: 0 }],
    [{ passportUid: 2 ** 53 }],
    [{ trackerUid: '017' }],
    [{ trackerUidText: 'x' }],
  ])('does not name an assignee of whom %j is known', (extensionProperties) => {
    const Assignee = fakeUser({ login: 'jane', extensionProperties });
    expect(describeIssue(fakeIssue({ fields: { Assignee } }), caller, names)).not.toHaveProperty('assignee');
  });

  test.each([['Team'], [{ name: 'Team' }], [7]])('whose assignee field holds %j names nobody', (Assignee) => {
    expect(describeIssue(fakeIssue({ fields: { Assignee } }), caller, names)).not.toHaveProperty('assignee');
  });

  test('is asked for the fields that are named, and for no other', () => {
    const issue = fakeIssue({ fields: { Стадия: { name: 'Review' }, State: { name: 'Open' } } });
    const named = { status: 'Стадия', deadline: undefined, assignee: undefined };
    expect(describeIssue(issue, caller, named)).toMatchObject({ status: { name: 'Review' } });
    const none = { status: undefined, deadline: undefined, assignee: undefined };
    expect(describeIssue(issue, caller, none)).toEqual(describeIssue(issue, caller));
  });

  test('keeps private fields from those who may not read them', () => {
    const issue = fakeIssue({ fields: { State: { name: 'Secret' } }, privateFields: ['State'] });
    expect(describeIssue(issue, caller, names)).not.toHaveProperty('status');
  });

  test.each([['tomorrow'], [{ name: 'x' }], [null]])('with %j for a date has no deadline', (value) => {
    expect(describeIssue(fakeIssue({ fields: { 'Due Date': value } }), caller, names)).not.toHaveProperty(
      'deadlineAt',
    );
  });
});

describe('other objects', () => {
  test('an article names its author', () => {
    expect(describeArticle(fakeArticle({ author: jane }))).toEqual({
      summary: 'Как войти',
      updatedAt: 1_767_225_600_000,
      assignee: { trackerUid: '17', passportUid: '42', login: 'jane-t' },
    });
  });

  test('a project names its leader, and says when it is archived', () => {
    expect(describeProject(fakeProject({ leader: jane, isArchived: true }))).toMatchObject({
      summary: 'Демо',
      assignee: { login: 'jane-t' },
      status: { name: 'Archived' },
    });
    expect(describeProject(fakeProject())).toEqual({ summary: 'Демо' });
  });

  test('a user is called by their visible name, and said to be banned when they are', () => {
    expect(describeUser(fakeUser({ login: 'v', visibleName: 'Вася' }))).toEqual({ summary: 'Вася' });
    expect(describeUser(fakeUser({ login: 'v', isBanned: true }))).toMatchObject({
      status: { name: 'Banned' },
    });
  });
});
