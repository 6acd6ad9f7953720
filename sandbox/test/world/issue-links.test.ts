import { describe, expect, test } from '@jest/globals';
import { findLinkEnd, linkedIssues, linkIssues, unlinkIssues } from '../../src/world/issue-links.ts';
import { findIssue } from '../../src/world/lookup.ts';
import type { Id, Transaction } from '../../src/world/transaction.ts';
import { change, openWorld } from './open-world.ts';

const json = {
  projects: [{ key: 'DEMO', name: 'Demo' }],
  linkTypes: [{ name: 'Clone', outward: 'копия для', inward: 'скопировано с' }],
  issues: [1, 2, 3].map((number) => ({ id: `DEMO-${number}`, summary: 'x' })),
};

function place(tx: Transaction, [id, name, other]: [string, string, string]) {
  const end = findLinkEnd(tx, name);
  if (end === undefined) throw new Error(`no link ${name}`);
  return { issue: find(tx, id), end, other: find(tx, other) };
}

function find(tx: Transaction, id: string): Id {
  return findIssue(tx, id) ?? '';
}

function linked(tx: Transaction, id: string, name: string): unknown[] {
  const end = findLinkEnd(tx, name);
  return end === undefined ? [] : linkedIssues(tx, find(tx, id), end).map((other) => tx.get(other, 'id'));
}

describe('a link between issues', () => {
  test('has a name at each of its ends', async () => {
    const world = await openWorld(json);

    const found = await change(world, (tx) => {
      linkIssues(tx, place(tx, ['DEMO-1', 'Parent For', 'DEMO-2']));
      return [
        linked(tx, 'DEMO-1', 'parent for'),
        linked(tx, 'DEMO-1', 'subtask of'),
        linked(tx, 'DEMO-2', 'subtask of'),
        linked(tx, 'DEMO-2', 'parent for'),
      ];
    });

    expect(found).toEqual([['DEMO-2'], [], ['DEMO-1'], []]);
  });

  test('can be made from its inward end', async () => {
    const world = await openWorld(json);

    const found = await change(world, (tx) => {
      linkIssues(tx, place(tx, ['DEMO-1', 'скопировано с', 'DEMO-2']));
      return linked(tx, 'DEMO-2', 'КОПИЯ ДЛЯ');
    });

    expect(found).toEqual(['DEMO-1']);
  });

  test('without a direction is the same seen from either issue', async () => {
    const world = await openWorld(json);

    const found = await change(world, (tx) => {
      linkIssues(tx, place(tx, ['DEMO-1', 'relates to', 'DEMO-2']));
      linkIssues(tx, place(tx, ['DEMO-2', 'relates to', 'DEMO-1']));
      return [
        linked(tx, 'DEMO-1', 'relates to'),
        linked(tx, 'DEMO-2', 'relates to'),
        [...tx.all('IssueLink')].length,
      ];
    });

    expect(found).toEqual([['DEMO-2'], ['DEMO-1'], 1]);
  });

  test('to itself is not made', async () => {
    const world = await openWorld(json);

    const found = await change(world, (tx) => {
      linkIssues(tx, place(tx, ['DEMO-1', 'relates to', 'DEMO-1']));
      return linked(tx, 'DEMO-1', 'relates to');
    });

    expect(found).toEqual([]);
  });

  test('is taken away from either end, and other links stay', async () => {
    const world = await openWorld(json);

    const found = await change(world, (tx) => {
      for (const other of ['DEMO-3', 'DEMO-2']) linkIssues(tx, place(tx, ['DEMO-1', 'parent for', other]));
      linkIssues(tx, place(tx, ['DEMO-1', 'relates to', 'DEMO-2']));
      unlinkIssues(tx, place(tx, ['DEMO-2', 'subtask of', 'DEMO-1']));
      unlinkIssues(tx, place(tx, ['DEMO-2', 'subtask of', 'DEMO-1']));
      return [linked(tx, 'DEMO-1', 'parent for'), linked(tx, 'DEMO-1', 'relates to')];
    });

    expect(found).toEqual([['DEMO-3'], ['DEMO-2']]);
  });

  test('is listed in the order the links were made', async () => {
    const world = await openWorld(json);

    const found = await change(world, (tx) => {
      linkIssues(tx, place(tx, ['DEMO-1', 'relates to', 'DEMO-3']));
      linkIssues(tx, place(tx, ['DEMO-2', 'relates to', 'DEMO-1']));
      return linked(tx, 'DEMO-1', 'relates to');
    });

    expect(found).toEqual(['DEMO-3', 'DEMO-2']);
  });
});
