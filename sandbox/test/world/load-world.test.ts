import { describe, expect, test } from '@jest/globals';
import {
  fieldsOf,
  findField,
  findFieldValue,
  updateResolved,
  valuesOf,
} from '../../src/world/custom-fields.ts';
import { findLinkEnd, linkEnds, linkedIssues } from '../../src/world/issue-links.ts';
import { findArticle, findGroup, findIssue, findProject, findUser } from '../../src/world/lookup.ts';
import type { Transaction } from '../../src/world/transaction.ts';
import { WorldError } from '../../src/world/world-error.ts';
import { change, look, newYear2026, openWorld } from './open-world.ts';

/** The world of the design document, with what its references need. */
const designed = {
  users: [{ login: 'jane', fullName: 'Jane Roe', email: 'jane@example.com' }, { login: 'admin' }],
  groups: [{ name: 'Team', users: ['jane'] }],
  projects: [
    {
      key: 'DEMO',
      name: 'Demo',
      leader: 'jane',
      fields: [
        { name: 'State', type: 'state', values: [{ name: 'Open' }, { name: 'Fixed', isResolved: true }] },
        { name: 'Assignee', type: 'user' },
        { name: 'Due Date', type: 'date' },
      ],
    },
  ],
  permissions: [
    { user: 'jane', project: 'DEMO', keys: ['READ_ISSUE', 'LINK_ISSUE'] },
    { group: 'Team', keys: ['READ_PROJECT_BASIC'] },
    { user: 'admin', keys: ['*'] },
  ],
  issues: [
    {
      id: 'DEMO-1',
      summary: 'Первая задача',
      reporter: 'jane',
      created: 1767225600000,
      updated: 1767225600001,
      fields: { State: 'Open', Assignee: 'jane' },
      permittedGroups: ['Team'],
      permittedUsers: [],
      formerIds: ['OLD-7'],
      links: { 'parent for': ['DEMO-2'] },
    },
    { id: 'DEMO-2', summary: 'Second', links: { 'SUBTASK OF': ['demo-1'] } },
  ],
  articles: [
    {
      id: 'DEMO-A-1',
      summary: 'Статья',
      author: 'jane',
      updated: 1767225600000,
      parent: null,
      permittedGroups: [],
    },
  ],
  apps: {
    'tracker-links': {
      projects: ['DEMO'],
      settings: { statusField: 'State' },
      projectSettings: { DEMO: { disclosure: 'status' } },
    },
  },
  tracker: { queues: ['TEST'], issues: [{ key: 'TEST-1', summary: '…', status: 'Open' }] },
};

describe('a world file', () => {
  test('may be empty: then there is nobody but the guest, and the group of all users', async () => {
    const world = await openWorld({});

    const found = await look(world, (tx) => ({
      users: [...tx.all('User')].map((id) => tx.get(id, 'login')),
      groups: [...tx.all('UserGroup')].map((id) => [tx.get(id, 'name'), tx.get(id, 'isAllUsersGroup')]),
      projects: [...tx.all('Project')],
      links: linkEnds(tx).map(({ name }) => name),
    }));

    expect(found).toEqual({
      users: ['guest'],
      groups: [['All Users', true]],
      projects: [],
      links: [
        'relates to',
        'is required for',
        'depends on',
        'is duplicated by',
        'duplicates',
        'parent for',
        'subtask of',
      ],
    });
    expect(world.apps).toEqual({});
    expect(world.tracker).toBeUndefined();
  });

  test('of the design document becomes its entities', async () => {
    const world = await openWorld(designed);

    const found = await look(world, (tx) => {
      const issue = findIssue(tx, 'demo-1') ?? '';
      const project = findProject(tx, 'demo') ?? '';
      const state = findField(tx, project, 'state') ?? '';
      const end = findLinkEnd(tx, 'Parent For');
      return {
        issue: ['id', 'numberInProject', 'summary', 'created', 'updated', 'resolved', 'formerIds'].map(
          (name) => tx.get(issue, name),
        ),
        isOpen: tx.get(issue, 'field:State'),
        open: findFieldValue(tx, state, 'OPEN'),
        assignee: tx.get(issue, 'field:Assignee'),
        jane: findUser(tx, 'JANE'),
        permitted: tx.get(issue, 'permittedGroups'),
        nobody: tx.get(issue, 'permittedUsers'),
        team: findGroup(tx, 'team'),
        children: end === undefined ? [] : linkedIssues(tx, issue, end),
        links: [...tx.all('IssueLink')].length,
        child: findIssue(tx, 'DEMO-2'),
        fields: fieldsOf(tx, project).map((field) => [tx.get(field, 'name'), tx.get(field, 'typeName')]),
        values: valuesOf(tx, state).map((value) => tx.get(value, 'name')),
        article: tx.get(findArticle(tx, 'demo-a-1') ?? '', 'created'),
        leader: tx.get(project, 'leader'),
      };
    });

    expect(found).toEqual({
      issue: ['DEMO-1', 1, 'Первая задача', newYear2026, newYear2026 + 1, null, ['OLD-7']],
      isOpen: { ref: found.open },
      open: expect.stringMatching(/^69-\d+$/),
      assignee: { ref: found.jane },
      jane: '1-1',
      permitted: [{ ref: found.team }],
      nobody: null,
      team: '3-1',
      children: [found.child],
      links: 1,
      child: '2-2',
      fields: [
        ['State', 'state[1]'],
        ['Assignee', 'user[1]'],
        ['Due Date', 'date'],
      ],
      values: ['Open', 'Fixed'],
      article: newYear2026,
      leader: { ref: found.jane },
    });
    expect(world.apps).toEqual(designed.apps);
    expect(world.tracker).toEqual(designed.tracker);
  });

  test('can set every type of custom field', async () => {
    const values = [{ name: 'Один' }, { name: 'Two' }];
    const world = await openWorld({
      users: [{ login: 'jane' }],
      groups: [{ name: 'Team' }],
      projects: [
        {
          key: 'ALL',
          name: 'All fields',
          fields: [
            { name: 'state', type: 'state', values },
            { name: 'enum', type: 'enum', values },
            { name: 'enums', type: 'enum', multi: true, values },
            { name: 'version', type: 'version', multi: true, values },
            { name: 'build', type: 'build', values },
            { name: 'owned', type: 'owned', values: [{ name: 'Core', owner: 'jane' }] },
            { name: 'user', type: 'user' },
            { name: 'users', type: 'user', multi: true },
            { name: 'group', type: 'group' },
            { name: 'date', type: 'date' },
            { name: 'moment', type: 'dateTime' },
            { name: 'integer', type: 'integer' },
            { name: 'float', type: 'float' },
            { name: 'string', type: 'string' },
            { name: 'text', type: 'text' },
            { name: 'period', type: 'period' },
            { name: 'iso', type: 'period' },
          ],
        },
      ],
      issues: [
        {
          id: 'ALL-1',
          summary: 'All',
          fields: {
            STATE: 'один',
            enum: 'Two',
            enums: ['Two', 'Один'],
            version: 'Two',
            build: 'Two',
            owned: 'core',
            user: 'jane',
            users: ['jane', 'guest'],
            group: 'Team',
            date: newYear2026,
            moment: newYear2026,
            integer: 7,
            float: 1.5,
            string: 'строка',
            text: '**жирный**',
            period: '1d 2h',
            iso: 'P1W',
          },
        },
      ],
    });

    const found = await look(world, (tx) => {
      const issue = findIssue(tx, 'ALL-1') ?? '';
      const name = (id: string) => tx.get(id, 'name') ?? tx.get(id, 'login');
      const shown = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(shown);
        return typeof value === 'object' && value !== null && 'ref' in value
          ? name(String(value.ref))
          : value;
      };
      return Object.fromEntries(
        tx.properties(issue, 'field:').map((key) => [key.slice(6), shown(tx.get(issue, key))]),
      );
    });

    expect(found).toEqual({
      state: 'Один',
      enum: 'Two',
      enums: ['Two', 'Один'],
      version: ['Two'],
      build: 'Two',
      owned: 'Core',
      user: 'jane',
      users: ['jane', 'guest'],
      group: 'Team',
      date: newYear2026,
      moment: newYear2026,
      integer: 7,
      float: 1.5,
      string: 'строка',
      text: '**жирный**',
      period: 600,
      iso: 2400,
    });
  });

  test('makes an issue resolved when all of its state fields with a value are, as scripts and REST do', async () => {
    const states = (name: string) => ({
      name,
      type: 'state',
      values: [{ name: 'Open' }, { name: 'Готово', isResolved: true }],
    });
    const fields = [
      { State: 'Готово', Review: 'Open' },
      { State: 'Готово', Review: 'Готово' },
      { State: 'Готово' },
      { Review: 'Open' },
      {},
    ];
    const world = await openWorld({
      projects: [{ key: 'DEMO', name: 'Demo', fields: [states('State'), states('Review')] }],
      issues: fields.map((values, index) => ({ id: `DEMO-${index + 1}`, summary: 's', fields: values })),
    });

    const loaded = await look(world, resolvedIssues);
    const written = await change(world, (tx) => {
      for (const issue of [...tx.all('Issue')]) updateResolved(tx, issue, newYear2026);
      return resolvedIssues(tx);
    });

    expect(loaded).toEqual(['DEMO-2', 'DEMO-3']);
    expect(written).toEqual(loaded);
  });

  test('makes an issue resolved when its state is, at the time it was updated unless it says when', async () => {
    const { projects } = designed;
    const fixed = { summary: 'x', updated: newYear2026 + 5, fields: { State: 'fixed' } };
    const world = await openWorld({
      users: [{ login: 'jane' }],
      projects,
      issues: [
        { id: 'DEMO-1', ...fixed },
        { id: 'DEMO-2', ...fixed, resolved: newYear2026 + 2 },
        { id: 'DEMO-3', ...fixed, resolved: null },
        { id: 'DEMO-4', summary: 'open', fields: { State: 'Open' } },
      ],
    });

    const resolved = await look(world, (tx) => [...tx.all('Issue')].map((id) => tx.get(id, 'resolved')));

    expect(resolved).toEqual([newYear2026 + 5, newYear2026 + 2, null, null]);
  });

  test('makes a user of whoever has permissions, and leaves out links to issues it leaves out', async () => {
    const world = await openWorld({
      projects: [{ key: 'DEMO', name: 'Demo' }],
      permissions: [{ user: 'admin', keys: ['*'] }],
      issues: [{ id: 'DEMO-1', summary: 'Одна', links: { 'parent for': ['DEMO-2'] } }],
    });
    await look(world, (tx) => {
      expect(tx.get(findUser(tx, 'ADMIN') ?? '', 'fullName')).toBe('admin');
      const end = findLinkEnd(tx, 'parent for');
      expect(end && linkedIssues(tx, findIssue(tx, 'DEMO-1') ?? '', end)).toEqual([]);
    });
  });

  test('has the guest for who reported or wrote what names nobody', async () => {
    const world = await openWorld({
      projects: [{ key: 'DEMO', name: 'Demo' }],
      issues: [{ id: 'DEMO-1', summary: 'x' }],
      articles: [{ id: 'DEMO-A-1', summary: 'y' }],
    });

    const found = await look(world, (tx) => [
      tx.get(findIssue(tx, 'DEMO-1') ?? '', 'reporter'),
      tx.get(findArticle(tx, 'DEMO-A-1') ?? '', 'author'),
      findUser(tx, 'guest'),
    ]);

    expect(found).toEqual([{ ref: '1-1' }, { ref: '1-1' }, '1-1']);
  });

  test('keeps comments, attachments, work items, tags and values of apps', async () => {
    const world = await openWorld({
      users: [{ login: 'jane' }],
      groups: [{ name: 'Everyone', allUsers: true }],
      projects: [{ key: 'DEMO', name: 'Demo' }],
      workItemTypes: ['Development'],
      tags: [{ name: 'mine', owner: 'jane' }],
      issues: [
        {
          id: 'DEMO-1',
          summary: 'x',
          reporter: 'jane',
          tags: ['Mine', 'срочно'],
          comments: [{ author: 'jane', text: 'Привет', created: 5, permittedUsers: ['jane'] }],
          attachments: [{ name: 'заметка.txt', text: 'Привет' }],
          workItems: [{ author: 'jane', minutes: 90, type: 'development' }],
        },
      ],
      apps: {
        demo: {
          globalStorage: { count: 3 },
          extensionProperties: {
            Issue: {
              'demo-1': { text: 'я', flag: false, who: { user: 'jane' }, all: [{ issue: 'DEMO-1' }] },
            },
            User: { jane: { n: 1.5 } },
          },
        },
      },
    });

    const found = await look(world, (tx) => {
      const issue = { ref: findIssue(tx, 'DEMO-1') ?? '' };
      const [comment = ''] = tx.find('IssueComment', 'issue', issue);
      const [attachment = ''] = tx.find('IssueAttachment', 'issue', issue);
      const [workItem = ''] = tx.find('IssueWorkItem', 'issue', issue);
      const [storage = ''] = tx.find('AppGlobalStorage', 'app', 'demo');
      return {
        comment: [tx.get(comment, 'text'), tx.get(comment, 'created'), tx.get(comment, 'updated')],
        attachment: [
          tx.get(attachment, 'size'),
          tx.get(attachment, 'extension'),
          tx.get(attachment, 'base64Content'),
        ],
        workItem: [tx.get(workItem, 'duration'), tx.get(workItem, 'type')],
        tags: [...tx.all('Tag')].map((tag) => [tx.get(tag, 'name'), tx.get(tag, 'permittedReadUserGroups')]),
        storage: tx.get(storage, 'ext:demo:count'),
        values: ['text', 'flag', 'who', 'all'].map((name) => tx.get(issue.ref, `ext:demo:${name}`)),
        user: tx.having('User', 'ext:demo:n').map((id) => tx.get(id, 'login')),
      };
    });

    expect(found).toEqual({
      comment: ['Привет', 5, 5],
      attachment: [12, 'txt', '0J/RgNC40LLQtdGC'],
      workItem: [90, { ref: '116-1' }],
      tags: [
        ['mine', null],
        ['срочно', [{ ref: '3-1' }]],
      ],
      storage: 3,
      values: ['я', false, { ref: '1-1' }, [{ ref: '2-1' }]],
      user: ['jane'],
    });
  });
});

/** A world that is right, and one thing changed in it. */
function withChange(change: (world: typeof designed) => unknown): unknown {
  const world = structuredClone(designed);
  return change(world) ?? world;
}

const [theIssue, theProject] = [designed.issues[0], designed.projects[0]];

describe('a wrong world file is refused with its place and what was expected:', () => {
  test.each<[string, unknown, string]>([
    ['no object', [], 'World: expected an object, found []'],
    ['an unknown key', { user: [] }, 'World: user: unknown key'],
    [
      'an unknown key deep down',
      { issues: [{ ...theIssue, sumary: 'x' }] },
      'World: issues[0].sumary: unknown key',
    ],
    [
      'a missing summary',
      { issues: [{ id: 'DEMO-1' }] },
      'World: issues[0].summary: expected a text, found nothing',
    ],
    [
      'a time that is a text',
      { issues: [{ id: 'DEMO-1', summary: 'x', created: '2026-01-01' }] },
      'World: issues[0].created: expected a number, found "2026-01-01"',
    ],
    [
      'an id that is none',
      { issues: [{ id: 'DEMO', summary: 'x' }] },
      'World: issues[0].id: expected an issue id such as "DEMO-1", found "DEMO"',
    ],
    [
      'an unknown permission',
      { permissions: [{ user: 'guest', keys: ['READ_ISSUES'] }] },
      'World: permissions[0].keys[0]: expected the key of a permission, or "*", found "READ_ISSUES"',
    ],
    [
      'an unknown field type',
      { projects: [{ key: 'A', name: 'A', fields: [{ name: 'F', type: 'colour' }] }] },
      'World: projects[0].fields[0].type: expected one of state, enum, version, build, owned, user, group, date, dateTime, integer, float, string, text, period, found "colour"',
    ],
    [
      'a permission of nobody',
      { permissions: [{ keys: [] }] },
      'World: permissions[0]: expected either a user or a group',
    ],
    [
      'a group of unknown users',
      { groups: [{ name: 'Team', users: ['guest', 'пётр'] }] },
      'World: groups[0].users[1]: there is no user "пётр"',
    ],
    [
      'two users of one login',
      { users: [{ login: 'a' }, { login: 'A' }] },
      'World: users[1].login: there are two users called "A"',
    ],
    [
      'an issue of an unknown project',
      { issues: [{ id: 'NO-1', summary: 'x' }] },
      'World: issues[0].id: there is no project "NO"',
    ],
    [
      'an unknown field',
      withChange((world) => ({
        ...world,
        issues: [{ id: 'DEMO-1', summary: 'x', fields: { Priority: 'Major' } }],
      })),
      'World: issues[0].fields.Priority: the project has no field "Priority"',
    ],
    [
      'an unknown value',
      withChange((world) => ({
        ...world,
        issues: [{ id: 'DEMO-1', summary: 'x', fields: { State: 'Done' } }],
      })),
      'World: issues[0].fields.State: the field State has no value "Done"',
    ],
    [
      'a date that is a text',
      withChange((world) => ({
        ...world,
        issues: [{ id: 'DEMO-1', summary: 'x', fields: { 'Due Date': 'soon' } }],
      })),
      'World: issues[0].fields["Due Date"]: expected epoch milliseconds for the date field Due Date, found "soon"',
    ],
    [
      'several values where one goes',
      withChange((world) => ({
        ...world,
        issues: [{ id: 'DEMO-1', summary: 'x', fields: { State: ['Open'] } }],
      })),
      'World: issues[0].fields.State: the field State holds one value, found a list',
    ],
    [
      'an unknown link',
      withChange((world) => ({ ...world, issues: [{ ...theIssue, links: { blocks: [] } }] })),
      'World: issues[0].links.blocks: there is no link "blocks"',
    ],
    [
      'two issues of one id',
      {
        projects: [theProject],
        users: designed.users,
        issues: [
          { id: 'DEMO-1', summary: 'x' },
          { id: 'demo-1', summary: 'y' },
        ],
      },
      'World: issues[1].id: there are two issues called "demo-1"',
    ],
    [
      'a former id that is in use',
      withChange((world) => ({ ...world, issues: [{ id: 'DEMO-2', summary: 'x', formerIds: ['DEMO-2'] }] })),
      'World: issues[0].formerIds[0]: DEMO-2 is the id of an issue',
    ],
    [
      'an article that is its own grandparent',
      withChange((world) => ({
        ...world,
        articles: [
          { id: 'DEMO-A-1', summary: 'x', parent: 'DEMO-A-2' },
          { id: 'DEMO-A-2', summary: 'y', parent: 'DEMO-A-1' },
        ],
      })),
      'World: articles[0].parent: DEMO-A-1 is its own ancestor (and 1 more problem)',
    ],
    [
      'an app attached to an unknown project',
      { apps: { 'my-app': { projects: ['NO'] } } },
      'World: apps.my-app.projects[0]: there is no project "NO"',
    ],
    [
      'values on an unknown type',
      { apps: { a: { extensionProperties: { Sprint: {} } } } },
      'World: apps.a.extensionProperties.Sprint: expected one of Issue, Article, Project, User, UserGroup, Tag',
    ],
    [
      'values on an unknown entity',
      { apps: { a: { extensionProperties: { User: { jane: { n: 1 } } } } } },
      'World: apps.a.extensionProperties.User.jane: there is no user "jane"',
    ],
    [
      'several things at once, of which it counts the others',
      { users: [{ login: 1 }, {}], extra: true },
      'World: users[0].login: expected a text, found 1 (and 2 more problems)',
    ],
  ])('%s', async (_, json, message) => {
    const opening = openWorld(json);

    await expect(opening).rejects.toThrow(WorldError);
    await expect(opening).rejects.toThrow(message);
    await expect(opening).rejects.toHaveProperty('message', expect.not.stringContaining('\n'));
  });
});

function resolvedIssues(tx: Transaction): unknown[] {
  return [...tx.all('Issue')]
    .filter((issue) => tx.get(issue, 'resolved') !== null)
    .map((issue) => tx.get(issue, 'id'));
}
