import { describe, expect, test } from '@jest/globals';
import { canSee, hasPermission } from '../../src/world/access.ts';
import type { World } from '../../src/world/create-world.ts';
import { groupsOf, membersOfGroup } from '../../src/world/holdings.ts';
import { findArticle, findGroup, findIssue, findProject, findUser } from '../../src/world/lookup.ts';
import { permissionKeys, UnknownPermissionError } from '../../src/world/permission-keys.ts';
import { removeEntity } from '../../src/world/remove-entity.ts';
import type { Transaction } from '../../src/world/transaction.ts';
import { change, look, openWorld } from './open-world.ts';

const json = {
  users: [
    { login: 'reader' },
    { login: 'reporter' },
    { login: 'member' },
    { login: 'stranger' },
    { login: 'admin' },
    { login: 'auditor' },
    { login: 'banned', banned: true },
  ],
  groups: [{ name: 'Team', users: ['member', 'banned'] }],
  projects: [
    { key: 'DEMO', name: 'Demo', team: ['stranger'] },
    { key: 'OTHER', name: 'Other' },
  ],
  permissions: [
    { user: 'reader', project: 'DEMO', keys: ['READ_ISSUE', 'READ_ARTICLE', 'READ_PROJECT_BASIC'] },
    { user: 'reporter', project: 'DEMO', keys: ['CREATE_ISSUE'] },
    { group: 'Team', project: 'DEMO', keys: ['READ_ISSUE', 'READ_ARTICLE', 'READ_COMMENT', 'READ_PROJECT'] },
    { group: 'Team', keys: ['READ_USER_BASIC'] },
    { user: 'auditor', project: 'DEMO', keys: ['READ_ISSUE', 'READ_ARTICLE', 'READ_HIDDEN_STUFF'] },
    { user: 'admin', keys: ['*'] },
    { user: 'banned', keys: ['*'] },
  ],
  issues: [
    {
      id: 'DEMO-1',
      summary: 'open',
      reporter: 'reporter',
      comments: [
        { author: 'reader', text: 'own' },
        { author: 'member', text: 'Привет' },
      ],
    },
    { id: 'DEMO-2', summary: 'for the team', reporter: 'reporter', permittedGroups: ['Team'] },
    { id: 'DEMO-3', summary: 'for one', permittedUsers: ['reader'] },
    { id: 'DEMO-4', summary: 'permitted but not readable', permittedUsers: ['stranger'] },
    { id: 'OTHER-1', summary: 'elsewhere' },
  ],
  articles: [
    { id: 'DEMO-A-1', summary: 'for the team', permittedGroups: ['Team'] },
    { id: 'DEMO-A-2', summary: 'below it', parent: 'DEMO-A-1' },
    { id: 'DEMO-A-3', summary: 'open', comments: [{ author: 'member', text: 'x' }] },
  ],
};

const everybody = ['reader', 'reporter', 'member', 'stranger', 'admin', 'auditor', 'banned', 'guest'];

/** The logins that see what the function finds. */
function whoSees(world: World, find: (tx: Transaction) => string | undefined): Promise<string[]> {
  return look(world, (tx) =>
    everybody.filter((login) => canSee(tx, findUser(tx, login) ?? '', find(tx) ?? '')),
  );
}

describe('a permission', () => {
  const holds = async (login: string, key: string, project?: string) => {
    const world = await openWorld(json);
    return look(world, (tx) => {
      const user = findUser(tx, login) ?? '';
      return project === undefined
        ? hasPermission(tx, user, key)
        : hasPermission(tx, user, key, findProject(tx, project) ?? '');
    });
  };

  test.each<[string, boolean, string, string, string | undefined]>([
    ['held in a project counts there', true, 'reader', 'READ_ISSUE', 'DEMO'],
    ['held in a project does not count elsewhere', false, 'reader', 'READ_ISSUE', 'OTHER'],
    ['held in any project counts when no project is asked for', true, 'reader', 'READ_ISSUE', undefined],
    ['held by nobody does not count', false, 'reader', 'DELETE_ISSUE', undefined],
    ['comes through a group', true, 'member', 'READ_ISSUE', 'DEMO'],
    ['granted without a project counts in every project', true, 'member', 'READ_USER_BASIC', 'OTHER'],
    ['"*" is every permission', true, 'admin', 'MANAGE_ROLE', undefined],
    ['"*" counts in every project', true, 'admin', 'LINK_ISSUE', 'OTHER'],
    ['does not come from being in the team of a project', false, 'stranger', 'READ_ISSUE', 'DEMO'],
    ['of a banned user does not count', false, 'banned', 'READ_ISSUE', 'DEMO'],
    ['is not implied for the guest', false, 'guest', 'READ_PROJECT_BASIC', undefined],
  ])('%s', async (_, expected, login, key, project) => {
    expect(await holds(login, key, project)).toBe(expected);
  });

  test('that does not exist is an error, also for one who holds all', async () => {
    await expect(holds('admin', 'READ_EVERYTHING')).rejects.toThrow(UnknownPermissionError);
    await expect(holds('reader', '*')).rejects.toThrow('Unknown permission: *');
  });

  test('can be any of the 61 keys of the manifest schema', async () => {
    const world = await openWorld(json);

    const held = await look(world, (tx) =>
      permissionKeys.filter((key) => hasPermission(tx, findUser(tx, 'admin') ?? '', key)),
    );

    expect(held).toHaveLength(61);
  });

  test('taken or given in a transaction counts in it at once', async () => {
    const world = await openWorld(json);

    const seen = await change(world, (tx) => {
      const user = findUser(tx, 'stranger') ?? '';
      const before = hasPermission(tx, user, 'READ_ISSUE');
      tx.create('PermissionGrant', { holder: { ref: user }, isGlobal: true, keys: ['READ_ISSUE'] });
      const after = hasPermission(tx, user, 'READ_ISSUE');
      tx.set(user, 'isBanned', true);
      return [before, after, hasPermission(tx, user, 'READ_ISSUE')];
    });

    expect(seen).toEqual([false, true, false]);
  });

  test('in a project that is removed does not become one everywhere', async () => {
    const world = await openWorld(json);
    await change(world, (tx) => tx.remove(findProject(tx, 'DEMO') ?? ''));

    expect(await look(world, (tx) => hasPermission(tx, findUser(tx, 'reader') ?? '', 'READ_ISSUE'))).toBe(
      false,
    );
  });
});

describe('groups', () => {
  test('the group of all users holds everyone, the guest included', async () => {
    const world = await openWorld(json);

    const found = await look(world, (tx) => {
      const all = findGroup(tx, 'all users') ?? '';
      return [membersOfGroup(tx, all).length, groupsOf(tx, findUser(tx, 'guest') ?? '').has(all)];
    });

    expect(found).toEqual([8, true]);
  });

  test('a user is in the groups that list them and in project teams', async () => {
    const world = await openWorld(json);

    const found = await look(world, (tx) =>
      ['member', 'stranger'].map((login) =>
        [...groupsOf(tx, findUser(tx, login) ?? '')].map((group) => tx.get(group, 'name')),
      ),
    );

    expect(found).toEqual([
      ['Team', 'All Users'],
      ['Demo Team', 'All Users'],
    ]);
  });
});

describe('who sees', () => {
  test.each<[string, (tx: Transaction) => string | undefined, string[]]>([
    [
      'an issue: who may read issues in its project, and its reporter',
      (tx) => findIssue(tx, 'DEMO-1'),
      ['reader', 'reporter', 'member', 'admin', 'auditor'],
    ],
    [
      'an issue for a group: its members, and who overrides restrictions',
      (tx) => findIssue(tx, 'DEMO-2'),
      ['member', 'admin', 'auditor'],
    ],
    [
      'an issue for one user: that user, and who overrides restrictions',
      (tx) => findIssue(tx, 'DEMO-3'),
      ['reader', 'admin', 'auditor'],
    ],
    [
      'an issue for a user who may not read the project: not that user',
      (tx) => findIssue(tx, 'DEMO-4'),
      ['admin', 'auditor'],
    ],
    ['an issue of another project', (tx) => findIssue(tx, 'OTHER-1'), ['admin']],
    ['an article for a group', (tx) => findArticle(tx, 'DEMO-A-1'), ['member', 'admin', 'auditor']],
    [
      'an article below one for a group: nobody else',
      (tx) => findArticle(tx, 'DEMO-A-2'),
      ['member', 'admin', 'auditor'],
    ],
    ['an open article', (tx) => findArticle(tx, 'DEMO-A-3'), ['reader', 'member', 'admin', 'auditor']],
    [
      'a project: READ_PROJECT_BASIC or READ_PROJECT',
      (tx) => findProject(tx, 'DEMO'),
      ['reader', 'member', 'admin'],
    ],
    [
      'a user: oneself, READ_USER_BASIC or READ_USER',
      (tx) => findUser(tx, 'stranger'),
      ['member', 'stranger', 'admin'],
    ],
    ['a group: its members and READ_USERGROUP', (tx) => findGroup(tx, 'Team'), ['member', 'admin']],
    [
      'an own comment: its author, and READ_COMMENT',
      (tx) => tx.find('IssueComment', 'text', 'own')[0],
      ['reader', 'member', 'admin'],
    ],
    [
      "somebody's comment: READ_COMMENT",
      (tx) => tx.find('IssueComment', 'text', 'привет')[0],
      ['member', 'admin'],
    ],
    [
      "an article's comment: READ_ARTICLE_COMMENT and its author",
      (tx) => tx.find('ArticleComment', 'text', 'x')[0],
      ['member', 'admin'],
    ],
    ['what does not exist: nobody', () => '2-999', []],
    ['what nothing says who sees it: nobody', (tx) => [...tx.all('PermissionGrant')][0], []],
  ])('%s', async (_, find, expected) => {
    expect(await whoSees(await openWorld(json), find)).toEqual(expected);
  });

  test('an issue whose permitted group is gone: only who overrides restrictions', async () => {
    const world = await openWorld(json);

    await change(world, (tx) => removeEntity(tx, findGroup(tx, 'Team') ?? ''));

    expect(await whoSees(world, (tx) => findIssue(tx, 'DEMO-2'))).toEqual(['admin', 'auditor']);
  });

  test('a draft: its reporter alone', async () => {
    const world = await openWorld(json);
    const draft = await change(world, (tx) =>
      tx.create('Issue', {
        isDraft: true,
        project: { ref: findProject(tx, 'DEMO') ?? '' },
        reporter: { ref: findUser(tx, 'reporter') ?? '' },
      }),
    );

    expect(await whoSees(world, () => draft)).toEqual(['reporter']);
  });

  test('a tag: its owner, and those it is shared with', async () => {
    const world = await openWorld({
      ...json,
      tags: [{ name: 'mine', owner: 'reader', groups: ['Team'], users: ['stranger'] }],
    });

    expect(await whoSees(world, (tx) => tx.find('Tag', 'name', 'mine')[0])).toEqual([
      'reader',
      'member',
      'stranger',
    ]);
  });
});
