import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addressOf, adminOwed, globalLinks, type TwoSides } from '../mirroring/support/two-sides.ts';
import { askAs, type SeenAnswer } from './support/ask-as.ts';
import { openPermissionWorld } from './support/open-world.ts';
import { type Ask, operations } from './support/operations.ts';
import { adminAsks, listAsks } from './support/other-requests.ts';
import { secretKey } from './support/permission-world.ts';
import { type Caller, type Subject, subjects } from './support/standing.ts';

let sides: TwoSides;
beforeAll(async () => {
  sides = await openPermissionWorld();
});
afterAll(() => sides.close());

/** What one node remembers of Tracker's answers is as good as a new one for so long; its budget is for a second. */
const forgottenMs = 61_000;

function as(caller: Caller | 'operator', ask: Ask): Promise<SeenAnswer> {
  return askAs(sides.running, caller === 'guest' ? undefined : `Bearer perm:${caller}`, ask);
}

const outsiders = ['guest', 'stranger', 'reader', 'linker', 'keeper'] as const;
const suggest = globalLinks.replace(/links$/, 'suggest');

function about(caller: Caller, isSeen: boolean): readonly Subject[] {
  return subjects.filter(({ levels }) => (levels[caller] !== 'none') === isSeen);
}

/** Everything that can be asked about the objects somebody sees, or about none. */
function asksOf(caller: (typeof outsiders)[number]): readonly Ask[] {
  return [
    ...about(caller, true).flatMap((subject) =>
      operations
        .filter(({ about: folders }) => folders.includes(subject.path.replace(/\/.*$/, '')))
        .map(({ ask }) => ask(subject, `OWN-${outsiders.indexOf(caller) + 1}`)),
    ),
    ...about(caller, true).map(({ path }) => candidatesOf(path, secretKey.slice(0, 3))),
    ...listAsks,
    { method: 'GET', path: `${suggest}?input=${encodeURIComponent('тайна')}` },
  ];
}

function candidatesOf(path: string, input: string): Ask {
  return { method: 'GET', path: `${addressOf(path, 'candidates')}?input=${input}` };
}

/** What YouTrack itself says of an object and of its title to those who see it. */
function tellsOf(body: string, { current }: Subject): boolean {
  return new RegExp(`(?:тайна|статья|Проект) ${current}(?![\\w-])`).test(body);
}

describe.each(outsiders)('in no answer to %s', (caller) => {
  test('stands a Tracker issue that only hidden objects are linked to, nor what these are about', async () => {
    const hidden = about(caller, false);
    const asks = asksOf(caller);
    const telling: unknown[] = [];
    for (const ask of asks) {
      const { body } = await as(caller, ask);
      const isTelling = body.includes(secretKey) || hidden.some((subject) => tellsOf(body, subject));
      if (isTelling) telling.push({ ask, body });
    }
    expect(asks.length).toBeGreaterThan(3);
    expect(telling).toEqual([]);
  });

  test('is such an issue told from one that nobody is linked to', async () => {
    const nowhere = 'NOWHERE-7';
    const toAsks = (issueKey: string): readonly Ask[] => [
      { method: 'GET', path: `${globalLinks}?issueKey=${issueKey}` },
      { tool: 'find_linked_objects', given: { issueKeys: [issueKey] } },
      { method: 'PUT', path: globalLinks, body: { issueKey, entityIds: [] } },
      ...about(caller, true).map(({ path }) => candidatesOf(path, issueKey)),
    ];
    const [asked, others] = [toAsks(secretKey), toAsks(nowhere)];
    for (const [at, ask] of asked.entries()) {
      await sides.advance(forgottenMs);
      const [one, other] = [await as(caller, ask), await as(caller, others[at] ?? ask)];
      const named = (answer: SeenAnswer, issueKey: string) => ({
        ...answer,
        body: answer.body.replaceAll(issueKey, 'KEY'),
      });
      expect({ ask, ...named(one, secretKey) }).toEqual({ ask, ...named(other, nowhere) });
      expect(one.body).not.toContain('"problem"');
    }
  });
});

test('is told to those who see such an object, so that it would be noticed', async () => {
  const { body } = await as('insider', { method: 'GET', path: addressOf('issues/DEMO-2', 'queues') });
  expect(JSON.parse(body)).toMatchObject({ queues: expect.arrayContaining(['SECRET']) });
  const found = await as('insider', { method: 'GET', path: `${suggest}?input=DEMO-2` });
  expect(subjects.filter((subject) => tellsOf(found.body, subject))).toMatchObject([{ key: 'DEMO-2' }]);
});

describe('somebody who administers the app and sees nothing else', () => {
  const reads = adminAsks.filter(([name]) => name.startsWith('GET'));

  test.each(reads)('is told by %s which objects are linked, and not what they are about', async (_, ask) => {
    const { status, body } = await as('operator', ask);
    expect(status).toBe(200);
    expect(subjects.filter((subject) => tellsOf(body, subject))).toEqual([]);
    expect(body).not.toMatch(/Имя (?!operator)/);
  });

  test.each(['links', 'export'])('is told by %s of every linked object', async (path) => {
    const { body } = await as('operator', { method: 'GET', path: adminOwed.replace(/owed$/, path) });
    expect(['DEMO-2', 'HID-1', 'HID-A-1', 'DEMO-A-2'].filter((key) => !body.includes(`"${key}"`))).toEqual(
      [],
    );
  });

  test.each([
    ['samples?projects=KEY', 'HUSH', 'NOPE'],
    ['registration?baseUrl=https%3A%2F%2Fyoutrack.example&project=KEY', 'HUSH', 'NOPE'],
    ['links?project=KEY', 'HUSH', 'NOPE'],
    ['reconcile?project=KEY', 'HUSH', 'NOPE'],
    ['audit?key=KEY', 'HID-2', 'HID-98'],
    ['audit?key=KEY', 'HID-A-2', 'HID-A-98'],
    ['audit?key=KEY', 'project:HUSH', 'project:NOPE'],
    ['audit?key=KEY', 'user:stranger', 'user:nemo'],
  ])(
    'cannot tell by %s what is hidden and was never linked from what is nowhere: %s',
    async (path, ...keys) => {
      const [one, other] = await Promise.all(
        keys.map(async (key) => {
          const asked = adminOwed.replace(/owed$/, path.replace('KEY', key));
          const { body, ...rest } = await as('operator', { method: 'GET', path: asked });
          return { ...rest, body: body.replaceAll(key, 'KEY').replaceAll(key.replace(/^.*:/, ''), 'KEY') };
        }),
      );
      expect(one).toEqual(other);
    },
  );

  test('finds by words of a title none of those', async () => {
    const path = `${adminOwed.replace(/owed$/, 'links')}?text=${encodeURIComponent('тайна')}`;
    expect(JSON.parse((await as('operator', { method: 'GET', path })).body)).toMatchObject({ links: [] });
    expect(JSON.parse((await as('admin', { method: 'GET', path })).body)).not.toMatchObject({ links: [] });
  });

  const actions = ['add_here', 'remove_here', 'add_there', 'remove_there'];
  const unlinked = [
    ['issue', 'HID-2', 'HID-98'],
    ['article', 'HID-A-2', 'HID-A-98'],
    ['user', 'stranger', 'nemo'],
  ] as const;
  const toChange: readonly (readonly [string, string, object])[] = [
    ['audit/forget', 'audit/forget', {}],
    ...actions.map(
      (action) => [`reconcile/apply ${action}`, 'reconcile/apply', { action, issueKey: 'TEST-1' }] as const,
    ),
    ['owed/retry', 'owed/retry', { issueKey: 'TEST-1' }],
    ['owed/drop', 'owed/drop', { issueKey: 'TEST-1' }],
  ];

  test.each(toChange)(
    'cannot tell by %s what is hidden and was never linked from what is nowhere',
    async (_, path, body) => {
      const changeOf = async (kind: string, key: string) => {
        const ask = { method: 'POST', path: adminOwed.replace(/owed$/, path), body: { ...body, kind, key } };
        const answer = await as('operator', ask);
        return { ...answer, body: answer.body.replaceAll(key, 'KEY') };
      };
      for (const [kind, hidden, nowhere] of unlinked) {
        expect([kind, await changeOf(kind, hidden)]).toEqual([kind, await changeOf(kind, nowhere)]);
      }
    },
  );
});
