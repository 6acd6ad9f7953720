import { expect, test } from '@jest/globals';
import { forgetExtensionValues } from '../../src/world/extension-values.ts';
import { globalStorageOf } from '../../src/world/global-storage.ts';
import { findArticle, findIssue, findProject, findUser } from '../../src/world/lookup.ts';
import { removeEntity } from '../../src/world/remove-entity.ts';
import type { Transaction } from '../../src/world/transaction.ts';
import { change, look, openWorld } from './open-world.ts';

const part = { comments: [{ author: 'jane', text: 'x' }], attachments: [{ name: 'a.txt' }] };
const json = {
  users: [{ login: 'jane' }],
  projects: [
    { key: 'DEMO', name: 'Demo', fields: [{ name: 'State', type: 'state', values: [{ name: 'Open' }] }] },
    { key: 'OTHER', name: 'Other' },
  ],
  permissions: [{ user: 'jane', project: 'DEMO', keys: ['READ_ISSUE'] }],
  issues: [
    {
      id: 'DEMO-1',
      summary: 'x',
      reporter: 'jane',
      ...part,
      links: { 'relates to': ['OTHER-1'], 'parent for': ['DEMO-2'] },
    },
    { id: 'DEMO-2', summary: 'y' },
    { id: 'OTHER-1', summary: 'z', reporter: 'jane' },
  ],
  articles: [
    { id: 'DEMO-A-1', summary: 'x', ...part },
    { id: 'DEMO-A-2', summary: 'y', parent: 'DEMO-A-1' },
  ],
  apps: {
    one: { extensionProperties: { Issue: { 'DEMO-1': { a: 1, b: 2 } }, User: { jane: { a: 1 } } } },
    two: { extensionProperties: { Issue: { 'DEMO-1': { a: 1 } } } },
  },
};

const types = [
  'Issue',
  'IssueComment',
  'IssueAttachment',
  'IssueLink',
  'Article',
  'ArticleComment',
  'ArticleAttachment',
  'Project',
  'ProjectTeam',
  'State',
  'PermissionGrant',
];

function counts(tx: Transaction): Record<string, number> {
  return Object.fromEntries(types.map((type) => [type, [...tx.all(type)].length]));
}

test('a removed issue takes its comments, attachments and links along', async () => {
  const world = await openWorld(json);

  const found = await change(world, (tx) => {
    removeEntity(tx, findIssue(tx, 'DEMO-1') ?? '');
    return counts(tx);
  });

  expect(found).toMatchObject({
    Issue: 2,
    IssueComment: 0,
    IssueAttachment: 0,
    IssueLink: 0,
    ArticleComment: 1,
  });
});

test('a removed article takes the articles below it along', async () => {
  const world = await openWorld(json);

  const found = await change(world, (tx) => {
    removeEntity(tx, findArticle(tx, 'DEMO-A-1') ?? '');
    return counts(tx);
  });

  expect(found).toMatchObject({ Article: 0, ArticleComment: 0, ArticleAttachment: 0, IssueComment: 1 });
});

test('a removed project takes all that is in it along, and permissions in it', async () => {
  const world = await openWorld(json);
  await change(world, (tx) => removeEntity(tx, findProject(tx, 'DEMO') ?? ''));

  expect(await look(world, counts)).toEqual({
    Issue: 1,
    IssueComment: 0,
    IssueAttachment: 0,
    IssueLink: 0,
    Article: 0,
    ArticleComment: 0,
    ArticleAttachment: 0,
    Project: 1,
    ProjectTeam: 1,
    State: 0,
    PermissionGrant: 0,
  });
});

test('what a removed user did stays, without a user', async () => {
  const world = await openWorld(json);
  await change(world, (tx) => removeEntity(tx, findUser(tx, 'jane') ?? ''));

  const found = await look(world, (tx) => [
    tx.get(findIssue(tx, 'OTHER-1') ?? '', 'reporter'),
    tx.find('Issue', 'reporter', { ref: '1-1' }),
  ]);

  expect(found).toEqual([null, []]);
});

test('the values of an app that is gone are cleared, but for those it keeps and those of other apps', async () => {
  const world = await openWorld(json);

  await change(world, (tx) =>
    forgetExtensionValues(tx, {
      app: 'one',
      keeps: (type, property) => type === 'Issue' && property === 'b',
    }),
  );

  const found = await look(world, (tx) => [
    tx.properties(findIssue(tx, 'DEMO-1') ?? '', 'ext:'),
    tx.properties(findUser(tx, 'jane') ?? '', 'ext:'),
  ]);
  expect(found).toEqual([['ext:one:b', 'ext:two:a'], []]);
});

test('the global storage of an app is one entity, made when first written to', async () => {
  const world = await openWorld(json);

  const before = await look(world, (tx) => globalStorageOf(tx, 'one'));
  const made = await change(world, (tx) => [
    globalStorageOf(tx, 'one'),
    globalStorageOf(tx, 'one'),
    globalStorageOf(tx, 'ONE'),
  ]);
  const after = await look(world, (tx) => globalStorageOf(tx, 'one'));

  expect([before, ...made, after]).toEqual([undefined, '172-1', '172-1', '172-2', '172-1']);
});
