import { describe, expect, test } from '@jest/globals';
import { findArticle, findGroup, findIssue, findProject, findUser } from '../../src/world/lookup.ts';
import type { Transaction } from '../../src/world/transaction.ts';
import { change, look, openWorld } from './open-world.ts';

const json = {
  users: [{ login: 'Пётр' }],
  groups: [{ name: 'Команда' }],
  projects: [{ key: 'DEMO', name: 'Demo' }],
  issues: [
    { id: 'DEMO-1', summary: 'x', formerIds: ['OLD-7', 'OLD-8'] },
    { id: 'DEMO-2', summary: 'y' },
  ],
  articles: [{ id: 'DEMO-A-1', summary: 'x', formerIds: ['OLD-A-3'] }],
};

describe('an entity is found', () => {
  test.each<[string, (tx: Transaction) => string | undefined, string | undefined]>([
    ['a user by login in any letter case', (tx) => findUser(tx, 'пЁТР'), '1-1'],
    ['a user by internal id', (tx) => findUser(tx, '1-1'), '1-1'],
    ['a project by key', (tx) => findProject(tx, 'demo'), '0-1'],
    ['a project by internal id', (tx) => findProject(tx, '0-1'), '0-1'],
    ['an issue by readable id', (tx) => findIssue(tx, 'Demo-1'), '2-1'],
    ['an issue by a former id', (tx) => findIssue(tx, 'old-8'), '2-1'],
    ['an issue by internal id', (tx) => findIssue(tx, '2-2'), '2-2'],
    ['an article by readable id', (tx) => findArticle(tx, 'demo-a-1'), '144-1'],
    ['an article by a former id', (tx) => findArticle(tx, 'OLD-a-3'), '144-1'],
    ['a group by name', (tx) => findGroup(tx, 'КОМАНДА'), '3-1'],
    ['a project team by name', (tx) => findGroup(tx, 'demo team'), '9-1'],
    ['no issue by the internal id of something else', (tx) => findIssue(tx, '1-1'), undefined],
    ['no issue by a number alone', (tx) => findIssue(tx, '1'), undefined],
    [
      'nothing by an empty text',
      (tx) => findUser(tx, '') ?? findIssue(tx, '') ?? findArticle(tx, ''),
      undefined,
    ],
    ['nothing by a name objects are born with', (tx) => findUser(tx, 'constructor'), undefined],
  ])('%s', async (_, find, expected) => {
    expect(await look(await openWorld(json), find)).toBe(expected);
  });

  test('by the id it has before one it had', async () => {
    const world = await openWorld(json);

    await change(world, (tx) => tx.set('2-2', 'formerIds', ['DEMO-1']));

    expect(await look(world, (tx) => findIssue(tx, 'DEMO-1'))).toBe('2-1');
  });
});
