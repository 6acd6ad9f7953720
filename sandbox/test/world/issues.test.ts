import { describe, expect, test } from '@jest/globals';
import { createArticle } from '../../src/world/articles.ts';
import { findField, findFieldValue, setField } from '../../src/world/custom-fields.ts';
import { createIssue, moveIssue, reportDraft } from '../../src/world/issues.ts';
import { findArticle, findIssue, findProject, findUser } from '../../src/world/lookup.ts';
import type { Id, Transaction } from '../../src/world/transaction.ts';
import { change, look, newYear2026, openWorld } from './open-world.ts';

const states = [{ name: 'Open' }, { name: 'Готово', isResolved: true }];
const json = {
  users: [{ login: 'jane' }],
  projects: [
    {
      key: 'DEMO',
      name: 'Demo',
      fields: [
        { name: 'State', type: 'state', values: states, default: 'Open' },
        { name: 'Review', type: 'state', values: [{ name: 'Asked' }, { name: 'Passed', isResolved: true }] },
        {
          name: 'Labels',
          type: 'enum',
          multi: true,
          values: [{ name: 'a' }, { name: 'b' }],
          default: ['a', 'b'],
        },
        { name: 'Assignee', type: 'user', default: 'jane' },
        { name: 'Points', type: 'integer' },
        { name: 'Estimate', type: 'string' },
      ],
    },
    {
      key: 'OTHER',
      name: 'Other',
      fields: [{ name: 'State', type: 'state' }],
    },
    {
      key: 'NEXT',
      name: 'Next',
      fields: [
        {
          name: 'State',
          type: 'state',
          values: [{ name: 'готово', isResolved: true }, { name: 'New' }],
          default: 'New',
        },
        { name: 'Labels', type: 'enum', multi: true, values: [{ name: 'B' }] },
        { name: 'Assignee', type: 'user' },
        { name: 'Points', type: 'integer' },
      ],
    },
  ],
  issues: [{ id: 'DEMO-7', summary: 'x' }],
  articles: [{ id: 'DEMO-A-3', summary: 'x' }],
};

function given(tx: Transaction, key = 'DEMO') {
  return { project: findProject(tx, key) ?? '', reporter: findUser(tx, 'jane') ?? '', now: newYear2026 };
}

function names(tx: Transaction, issue: Id, property: string): unknown {
  const value = tx.get(issue, property);
  const name = (one: unknown) => {
    const isEntity = typeof one === 'object' && one !== null && 'ref' in one;
    return isEntity ? (tx.get(String(one.ref), 'name') ?? tx.get(String(one.ref), 'login')) : one;
  };
  return Array.isArray(value) ? value.map(name) : name(value);
}

function set(tx: Transaction, issue: Id, [field, value]: [string, string]): void {
  const { project } = given(tx);
  const found = findField(tx, project, field) ?? '';
  setField(tx, {
    issue,
    field: found,
    value: { ref: findFieldValue(tx, found, value) ?? '' },
    now: newYear2026 + 9,
  });
}

describe('a new issue', () => {
  test('gets the next number of its project and the default values of its fields', async () => {
    const world = await openWorld(json);

    const found = await change(world, (tx) => {
      const issue = createIssue(tx, { ...given(tx), summary: 'Новая' });
      return [
        tx.get(issue, 'id'),
        tx.get(issue, 'created'),
        tx.get(issue, 'resolved'),
        ...['State', 'Labels', 'Assignee', 'Points'].map((name) => names(tx, issue, `field:${name}`)),
      ];
    });

    expect(found).toEqual(['DEMO-8', newYear2026, null, 'Open', ['a', 'b'], 'jane', null]);
  });

  test('that is a draft has no number until it is reported', async () => {
    const world = await openWorld(json);

    const ids = await change(world, (tx) => {
      const draft = createIssue(tx, { ...given(tx), summary: 'draft', isDraft: true });
      const before = tx.get(draft, 'id');
      reportDraft(tx, draft, newYear2026);
      return [before, tx.get(draft, 'id'), tx.get(draft, 'isDraft')];
    });

    expect(ids).toEqual([null, 'DEMO-8', null]);
  });

  test('never gets the number of another one made at the same time', async () => {
    const world = await openWorld(json, { writes: 'overlapping' });
    const create = () => change(world, (tx) => tx.get(createIssue(tx, { ...given(tx), summary: 'x' }), 'id'));

    const ids = await Promise.all([create(), create(), create()]);

    expect(ids.sort()).toEqual(['DEMO-10', 'DEMO-8', 'DEMO-9']);
  });

  test('does not get the number of a removed one', async () => {
    const world = await openWorld(json);
    await change(world, (tx) => tx.remove(createIssue(tx, { ...given(tx), summary: 'x' })));

    const id = await change(world, (tx) => tx.get(createIssue(tx, { ...given(tx), summary: 'y' }), 'id'));

    expect(id).toBe('DEMO-9');
  });
});

test('a new article gets the next article number of its project', async () => {
  const world = await openWorld(json);

  const found = await change(world, (tx) => {
    const { project, reporter: author, now } = given(tx);
    const parent = findArticle(tx, 'DEMO-A-3') ?? '';
    const article = createArticle(tx, { project, author, now, summary: 'Статья', parent });
    return [tx.get(article, 'id'), tx.find('Article', 'parentArticle', { ref: parent })];
  });

  expect(found).toEqual(['DEMO-A-4', ['144-2']]);
});

describe('an issue is resolved', () => {
  test('since its state became a resolved one, until it is not any more', async () => {
    const world = await openWorld(json);

    const times = await change(world, (tx) => {
      const issue = findIssue(tx, 'DEMO-7') ?? '';
      set(tx, issue, ['State', 'готово']);
      const resolved = tx.get(issue, 'resolved');
      set(tx, issue, ['State', 'Open']);
      return [resolved, tx.get(issue, 'resolved')];
    });

    expect(times).toEqual([newYear2026 + 9, null]);
  });

  test('only when all of its state fields that have a value are resolved', async () => {
    const world = await openWorld(json);

    const times = await change(world, (tx) => {
      const issue = findIssue(tx, 'DEMO-7') ?? '';
      const steps: [string, string][] = [
        ['Review', 'Asked'],
        ['State', 'Готово'],
        ['Review', 'Passed'],
      ];
      return steps.map((step) => {
        set(tx, issue, step);
        return tx.get(issue, 'resolved');
      });
    });

    expect(times).toEqual([null, null, newYear2026 + 9]);
  });
});

describe('a moved issue', () => {
  test('gets a number of the new project and answers to its former id, in any letter case', async () => {
    const world = await openWorld(json);
    const internal = await change(world, (tx) => {
      const issue = findIssue(tx, 'DEMO-7') ?? '';
      moveIssue(tx, { issue, project: findProject(tx, 'NEXT') ?? '', now: newYear2026 });
      moveIssue(tx, { issue, project: findProject(tx, 'OTHER') ?? '', now: newYear2026 });
      return issue;
    });

    const found = await look(world, (tx) => [
      ...['demo-7', 'NEXT-1', 'OTHER-1'].map((id) => findIssue(tx, id)),
      tx.get(internal, 'id'),
      tx.get(internal, 'formerIds'),
    ]);

    expect(found).toEqual([internal, internal, internal, 'OTHER-1', ['DEMO-7', 'NEXT-1']]);
  });

  test('keeps the values the new project has too, by name, and loses the others', async () => {
    const world = await openWorld(json);

    const found = await change(world, (tx) => {
      const issue = createIssue(tx, { ...given(tx), summary: 'x' });
      set(tx, issue, ['State', 'Готово']);
      tx.set(issue, 'field:Points', 5);
      tx.set(issue, 'field:Estimate', '3d');
      moveIssue(tx, { issue, project: findProject(tx, 'NEXT') ?? '', now: newYear2026 + 20 });
      return Object.fromEntries([
        ...tx.properties(issue, 'field:').map((property) => [property, names(tx, issue, property)]),
        ['resolved', tx.get(issue, 'resolved')],
      ]);
    });

    expect(found).toEqual({
      'field:State': 'готово',
      'field:Labels': ['B'],
      'field:Assignee': 'jane',
      'field:Points': 5,
      resolved: newYear2026 + 9,
    });
  });

  test('to the project it is in stays as it is', async () => {
    const world = await openWorld(json);

    const found = await change(world, (tx) => {
      const issue = findIssue(tx, 'DEMO-7') ?? '';
      moveIssue(tx, { issue, project: given(tx).project, now: newYear2026 });
      return [tx.get(issue, 'id'), tx.get(issue, 'formerIds'), [...tx.touched()]];
    });

    expect(found).toEqual(['DEMO-7', null, []]);
  });
});
