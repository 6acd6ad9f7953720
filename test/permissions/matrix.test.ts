import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listEndpoints } from '../docs/list-endpoints.ts';
import { addressOf, globalLinks, type TwoSides } from '../mirroring/support/two-sides.ts';
import { askAs, type SeenAnswer, verdictOf } from './support/ask-as.ts';
import { openPermissionWorld } from './support/open-world.ts';
import { type Ask, type Operation, operations } from './support/operations.ts';
import { adminAsks, find, listAsks, orders, pairs, peoplePairs } from './support/other-requests.ts';
import { type Caller, callers, type Subject, subjects } from './support/standing.ts';

let sides: TwoSides;
beforeAll(async () => {
  sides = await openPermissionWorld();
});
afterAll(() => sides.close());

function as(caller: Caller, ask: Ask): Promise<SeenAnswer> {
  return askAs(sides.running, caller === 'guest' ? undefined : `Bearer perm:${caller}`, ask);
}

function subjectsOf({ about }: Operation): readonly Subject[] {
  return subjects.filter(({ path }) => about.includes(folderOf({ path })));
}

function folderOf({ path }: Pick<Subject, 'path'>): string {
  return path.replace(/\/.*$/, '');
}

/** What is written down in the design: who is nobody has no global addresses, and where the app is not attached it is not. */
function expectedFor({ way, outcomes }: Operation, { isAttached, levels }: Subject, caller: Caller): number {
  if (caller === 'guest' && (way === 'global' || way === 'tool')) return 401;
  const isAway = way === 'own' && !isAttached;
  return isAway && levels[caller] !== 'none' ? 404 : outcomes[levels[caller]];
}

/** A Tracker issue that only this caller links to. */
function issueKeyOf(caller: Caller): string {
  return `OWN-${callers.indexOf(caller) + 1}`;
}

/** The command is not known where the app is not attached, which whoever sees the issue may know. */
function isUnknownCommand({ way }: Operation, { isAttached, levels }: Subject, caller: Caller): boolean {
  return way === 'command' && !isAttached && levels[caller] !== 'none';
}

describe.each(callers)('to %s', (caller) => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s is what the standing of each object says, and what is hidden is as what never was',
    async (_, operation) => {
      const answers: [string, number][] = [];
      const expected: [string, number][] = [];
      const hidden = new Map<string, SeenAnswer>();
      for (const subject of subjectsOf(operation)) {
        const name = `${subject.path}, ${subject.standing}`;
        const answer = await as(caller, operation.ask(subject, issueKeyOf(caller)));
        const isUnknown = isUnknownCommand(operation, subject, caller);
        answers.push([name, verdictOf(answer)]);
        expected.push([name, isUnknown ? 400 : expectedFor(operation, subject, caller)]);
        if (verdictOf(answer) === 404 && !isKnownToBeThere(operation, subject, caller))
          hidden.set(name, withoutKeys(answer, subject));
      }
      expect(answers).toEqual(expected);
      for (const folder of operation.about) expectAlike(hidden, folder);
    },
  );
});

/** YouTrack lets through to the object's own address whoever it shows the object to: there the app answers, and not YouTrack. */
function isKnownToBeThere({ way }: Operation, { levels, levelsThere }: Subject, caller: Caller): boolean {
  return way === 'own' && levels[caller] === 'none' && levelsThere[caller] !== 'none';
}

/** Nothing of an answer may tell what is hidden from what is nowhere. */
function expectAlike(hidden: ReadonlyMap<string, SeenAnswer>, folder: string): void {
  const ofFolder = [...hidden].filter(([name]) => name.startsWith(`${folder}/`));
  const [, pattern] = ofFolder.find(([name]) => name.includes('that never was')) ?? [];
  expect(ofFolder).toEqual(ofFolder.map(([name]) => [name, pattern]));
}

/** The key that the caller has sent stands in some answers of YouTrack's own. */
function withoutKeys({ body, ...rest }: SeenAnswer, { path, key }: Subject): SeenAnswer {
  const bare = path.replace(/^.*\//, '');
  return { ...rest, body: body.replaceAll(key, 'KEY').replaceAll(bare, 'KEY') };
}

describe('nobody is let in', () => {
  test.each([
    ['with the token of a banned account', 'Bearer perm:gone'],
    ['with a token that is none', 'Bearer perm:никто'],
    ['with the word that Tracker may send', 'OAuth perm:linker'],
  ])('%s', async (_, token) => {
    const authorization = Buffer.from(token).toString('latin1');
    const asks = [
      ...operations.flatMap((one) => subjectsOf(one).map((subject) => one.ask(subject, 'OWN-99'))),
      ...adminAsks.map(([, ask]) => ask),
      ...listAsks,
    ];
    const answers = [];
    for (const ask of asks) answers.push((await askAs(sides.running, authorization, ask)).status);
    expect([...new Set(answers)]).toEqual([401]);
  });
});

describe('what only administrators need', () => {
  test.each(adminAsks)('%s is refused to all others, in the same words', async (_, ask) => {
    const verdicts: [Caller, number][] = [];
    for (const caller of callers) verdicts.push([caller, (await as(caller, ask)).status]);
    const expected = callers.map((caller) => [
      caller,
      caller === 'guest' ? 401 : caller === 'admin' ? 200 : 403,
    ]);
    expect(verdicts).toEqual(expected);
  });
});

const loggedIn = callers.filter((caller) => caller !== 'guest');

/** Keys of what a caller sees of some folders, each once. */
function seenBy(caller: Caller, ...folders: readonly string[]): string[] {
  const seen = subjects.filter((one) => one.levels[caller] !== 'none' && folders.includes(folderOf(one)));
  return [...new Set(seen.map(({ current }) => current))].sort();
}

function keysIn({ body }: SeenAnswer): string[] {
  return [...new Set([...body.matchAll(/\\?"key\\?":\\?"([^"\\]+)\\?"/g)].map(([, key = '']) => key))].sort();
}

describe('lists hold what each caller sees, and nothing else', () => {
  test.each(loggedIn)('what is linked to a Tracker issue, to %s', async (caller) => {
    const everything = seenBy(caller, 'issues', 'articles', 'projects', 'users');
    expect(keysIn(await as(caller, { method: 'GET', path: `${globalLinks}?issueKey=TEST-1` }))).toEqual(
      everything,
    );
    expect(keysIn(await as(caller, find))).toEqual(everything);
  });

  test.each(loggedIn)('suggestions by a word that every issue has, to %s', async (caller) => {
    const path = `${globalLinks.replace(/links$/, 'suggest')}?input=${encodeURIComponent('тайна')}`;
    expect(keysIn(await as(caller, { method: 'GET', path }))).toEqual(seenBy(caller, 'issues'));
  });

  test.each(loggedIn)('suggestions by the key of each object, to %s', async (caller) => {
    for (const subject of subjects) {
      const path = `${globalLinks.replace(/links$/, 'suggest')}?input=${subject.key}`;
      const expected = subject.levels[caller] === 'none' ? [] : [subject.current];
      expect([subject.path, keysIn(await as(caller, { method: 'GET', path }))]).toEqual([
        subject.path,
        expected,
      ]);
    }
  });

  test.each(['reader', 'keeper', 'insider', 'admin'] as const)(
    "a project's own list and its numbers, to %s",
    async (caller) => {
      const at = '/api/admin/projects/DEMO/extensionEndpoints/tracker-links/project';
      const inProject = (folder: string) => seenBy(caller, folder).filter((key) => key.startsWith('DEMO-'));
      const linked = await as(caller, { method: 'GET', path: `${at}/linked` });
      const [issues, articles] = [inProject('issues'), inProject('articles')];
      expect(keysIn(linked)).toEqual([...issues, ...articles].sort());
      expect(JSON.parse(linked.body)).toMatchObject({ total: issues.length + articles.length });
      const overview = await as(caller, { method: 'GET', path: `${at}/overview` });
      expect(JSON.parse(overview.body)).toMatchObject({
        linked: { issues: issues.length, articles: articles.length },
      });
    },
  );
});

describe('what Tracker says of linked issues', () => {
  const ask: Ask = { method: 'GET', path: addressOf('issues/DEMO-1', 'details') };

  test.each([
    ['reader', false],
    ['linker', true],
    ['admin', true],
  ] as const)(
    'is shown to those who may change the links, as the setting says: %s',
    async (caller, isShown) => {
      const { body } = await as(caller, ask);
      expect(JSON.parse(body)).toMatchObject({ isShown });
      expect(body.includes('Задача 1')).toBe(isShown);
    },
  );
});

test('people are named to those alone who may see them', async () => {
  const nameTo = async (caller: Caller) => {
    const { body } = await as(caller, { method: 'GET', path: addressOf('issues/PUB-1', 'panel') });
    return (JSON.parse(body) as { readonly people: unknown }).people;
  };
  expect(await nameTo('reader')).toEqual({ insider: 'Имя insider' });
  expect(await nameTo('guest')).toEqual({ insider: 'insider' });
});

describe('among several objects one that is hidden is as one that never was', () => {
  test.each(orders)('%s', async (_, toAsk) => {
    for (const caller of ['stranger', 'reader', 'linker'] as const) {
      const asked = caller === 'stranger' ? [...pairs, ...peoplePairs] : pairs;
      for (const [hidden, nowhere] of asked) {
        const answers = await Promise.all([as(caller, toAsk(hidden)), as(caller, toAsk(nowhere))]);
        const [one, other] = answers.map(({ body, ...rest }, index) => ({
          ...rest,
          body: body.replaceAll(index === 0 ? hidden : nowhere, 'KEY'),
        }));
        expect({ caller, hidden, ...one }).toEqual({ caller, hidden, ...other });
      }
    }
  });
});

test('no endpoint and no tool is missing here', () => {
  const asked = new Set<string>();
  const tools = new Set<string>();
  const note = (ask: Ask) => {
    if ('tool' in ask) tools.add(ask.tool);
    else asked.add(`${ask.method} ${toTemplate(ask.path)}`);
  };
  for (const operation of operations)
    for (const subject of subjectsOf(operation)) note(operation.ask(subject, 'OWN-99'));
  for (const [, ask] of adminAsks) note(ask);
  for (const ask of listAsks) note(ask);
  expect(listEndpoints().filter((endpoint) => !asked.has(endpoint))).toEqual([]);
  expect([...tools].sort()).toEqual([
    'add_tracker_links',
    'find_linked_objects',
    'list_tracker_links',
    'remove_tracker_links',
  ]);
});

/** `/api/issues/{id}/…` of `/api/issues/DEMO-1/…?key=…`. */
function toTemplate(path: string): string {
  return path
    .replace(/\?.*$/, '')
    .replace(/^(\/api\/(?:issues|articles|users|admin\/projects))\/[^/]+/, '$1/{id}');
}
