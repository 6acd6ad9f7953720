import { describe, expect, test } from '@jest/globals';
import { openApp, probe, runProbe, smallWorld } from './open-app.ts';

const world = {
  ...smallWorld,
  issues: [
    ...smallWorld.issues,
    {
      id: 'DEMO-4',
      summary: 'Card payment fails',
      reporter: 'boris',
      updated: 1_767_571_200_000,
      fields: { State: 'In Progress', Priority: 'Minor', Assignee: 'jane', Points: 8 },
    },
    {
      id: 'DEMO-5',
      summary: 'Карта не принимается',
      description: 'card reader',
      reporter: 'jane',
      fields: { State: 'Fixed', Points: 1 },
      comments: [{ author: 'reader', text: 'me too' }],
    },
  ],
};

/** What a query finds for Jane, as numbers of issues of DEMO. */
function find(query: string, more = ''): Promise<unknown> {
  return runProbe(
    `return search.search(ctx.project, ${JSON.stringify(query)}, ctx.currentUser${more}).map((issue) => issue.numberInProject)`,
    { world },
  );
}

const rows: readonly (readonly [query: string, found: readonly number[]])[] = [
  ['', [1, 2, 3, 4, 5]],
  ['card', [1, 4, 5]],
  ['КАРТА', [5]],
  ['card -reader', [1, 4]],
  ['"card payment"', [4]],
  ['pay*', [4]],
  ['State: Open', [1]],
  ['State: In Progress', [4]],
  ['State: {In Progress}, Open', [1, 4]],
  ['State: -Fixed', [1, 3, 4]],
  ['#Unresolved card', [1, 4]],
  ['Unresolved', [1, 3, 4]],
  ['#Resolved', [2, 5]],
  ['#{In Progress}', [4]],
  ['-#Fixed', [1, 3, 4]],
  ['#DEMO-2', [2]],
  ['issue id: DEMO-1, DEMO-4', [1, 4]],
  ['issue id: -DEMO-1', [2, 3, 4, 5]],
  ['for: me', [4]],
  ['Assignee: boris', [1]],
  ['Assignee: Unassigned', [2, 3, 5]],
  ['has: Assignee', [1, 4]],
  ['has: -{Due Date}', [2, 3, 4, 5]],
  ['has: comments', [1, 5]],
  ['has: attachments', [1]],
  ['has: {parent for}', [1]],
  ['tag: release', [1]],
  ['parent for: DEMO-2', [1]],
  ['reporter: boris', [2, 4]],
  ['commenter: reader', [5]],
  ['Points: 2 .. 8', [1, 4]],
  ['Points: 8', [4]],
  ['Due Date: 2026-02', [1]],
  ['Due Date: * .. 2026-01-31', []],
  ['created: 2026-01-01', [1]],
  ['updated: * .. {minus 30d}', []],
  ['updated: Today', [2, 3, 4, 5]],
  ['Estimation: 1d .. *', [1]],
  ['Fix versions: 1.0', [1]],
  ['summary: fails', [4]],
  ['sort by: Points desc', [4, 1, 5, 2, 3]],
  ['has: Points sort by: {Points} asc', [5, 1, 4]],
  ['Type of bug', []],
];

describe('search.search', () => {
  test.each(rows)('%s', async (query, found) => {
    expect(await find(query)).toEqual(found);
  });

  test.each([
    '(card)',
    'card or payment',
    'Nowhere: Open',
    'State: Nowhere',
    'Board: Main',
    'sort by: nothing',
    'tag: nowhere',
  ])('%s is an error, not an empty result', async (query) => {
    await expect(find(query)).rejects.toThrow('SearchError');
  });

  test('finds only what the user may see', async () => {
    const opened = await openApp(
      probe('return search.search(null, "Hidden", entities.User.findByLogin("boris")).size'),
    );
    expect((await opened.call()).json).toEqual({ result: 0 });
    const seen = await openApp(probe('return search.search(null, "Hidden").size'));
    expect((await seen.call()).json).toEqual({ result: 1 });
  });

  test('finds by extension properties, exactly', async () => {
    const app = probe(
      'return ["value", "VALUE", "other"].map((mark) => search.search(ctx.project, {query: "", extensionPropertiesQuery: {mark}}, ctx.currentUser).map((one) => one.id))',
      {
        extensions: { Issue: { mark: { type: 'string' } } },
      },
    );
    const opened = await openApp(app, {
      world: {
        ...world,
        apps: { probe: { extensionProperties: { Issue: { 'DEMO-4': { mark: 'value' } } } } },
      },
    });
    expect((await opened.call()).json).toEqual({ result: [['DEMO-4'], [], []] });
  });
});
