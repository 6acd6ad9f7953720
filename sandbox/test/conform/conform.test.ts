import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { allQuestions } from '../../src/conform/all-questions.ts';
import { type ConformSurroundings, runConform } from '../../src/conform/run-conform.ts';
import { parseFlags, switchOptions } from '../../src/server/parse-flags.ts';
import { type RunningSandbox, startSandbox } from '../../src/server/start-sandbox.ts';
import { buildFolder } from '../support/build-folder.ts';

const world = {
  users: [{ login: 'admin' }, { login: 'joe' }, { login: 'builder' }],
  projects: [{ key: 'DEMO', name: 'Демо' }],
  permissions: [
    { user: 'admin', keys: ['*'] },
    {
      user: 'builder',
      keys: [
        'CREATE_PROJECT',
        'DELETE_PROJECT',
        'READ_PROJECT',
        'CREATE_ISSUE',
        'READ_ISSUE',
        'CREATE_ARTICLE',
        'READ_ARTICLE',
      ],
    },
  ],
  issues: [{ id: 'DEMO-1', summary: 'Чужая' }],
};

interface Verdict {
  readonly id: string;
  readonly verdict: string;
  readonly sandbox?: unknown;
}

let server: RunningSandbox;
let lines: string[] = [];
let results: string[] = [];
let stop: AbortController;

async function start(...flags: string[]): Promise<void> {
  server = await startSandbox({
    flags: parseFlags(['--port', '0', '--tracker-port', '0', ...flags]),
    buildFolder,
    world,
    onLine: () => undefined,
  });
}

function conform(args: readonly string[], around: Partial<ConformSurroundings> = {}): Promise<number> {
  return runConform(args, {
    buildFolder,
    environment: {},
    onResult: (text) => results.push(text),
    onLine: (line) => lines.push(line),
    confirm: () => Promise.resolve(false),
    signal: stop.signal,
    ...around,
  });
}

const against = (...more: string[]) => [
  '--against',
  server.youtrack,
  '--token',
  'perm:admin',
  '--yes',
  ...more,
];

async function different(...more: string[]): Promise<string[]> {
  await conform(against('--json', ...more));
  return verdicts()
    .filter(({ verdict }) => verdict === 'different')
    .map(({ id }) => id);
}

function verdicts(): Verdict[] {
  return JSON.parse(results.at(-1) ?? '[]') as Verdict[];
}

/** Everything an administrator could find of a probe. */
async function left(): Promise<string> {
  const headers = { authorization: 'Bearer perm:admin' };
  const paths = ['apps?fields=name', 'projects?fields=shortName'];
  const answers = paths.map((path) => fetch(`${server.youtrack}/api/admin/${path}`, { headers }));
  const texts = await Promise.all(answers.map(async (answer) => (await answer).text()));
  return texts.join('');
}

beforeEach(() => {
  lines = [];
  results = [];
  stop = new AbortController();
});
afterEach(() => server.close());

describe('conform against another sandbox', () => {
  test('finds nothing where nothing is switched, and leaves nothing behind', async () => {
    await start();
    const before = await left();
    expect(await conform(against('--other-token', 'perm:joe'))).toBe(0);
    expect(results.join()).toContain('No answer differs.');
    expect(await left()).toBe(before);
    expect(lines.at(-1)).toBe('What was made on the server is removed.');
  });

  test('reports exactly the three behaviours that are switched', async () => {
    await start('--delete', 'writable', '--unset', 'undefined', '--mixed-scopes', 'refuse');
    expect(await conform(against())).toBe(2);
    expect([...results.join().matchAll(/^ {2}([a-z-]+): .*\?$/gm)].map(([, id]) => id)).toEqual([
      'delete-may-write',
      'unset-property',
      'mixed-scopes',
    ]);
    expect(results.join()).toContain('3 answers differ:');
  });

  test.each([
    ['--delete', 'writable', 'delete-may-write'],
    ['--unset', 'undefined', 'unset-property'],
    ['--writes', 'overlapping', 'overlapping-writes'],
    ['--engine', 'node', 'engine-members'],
    ['--mixed-scopes', 'refuse', 'mixed-scopes'],
    ['--removed-writes', 'throw', 'write-on-removal'],
  ])('%s %s is the one difference, and none when both are switched', async (flag, value, id) => {
    await start(flag, value);
    const only = ['--only', allQuestions.flatMap((one) => (one.flag === undefined ? [] : [one.id])).join()];
    expect(await different(...only)).toEqual([id]);
    expect(await different(...only, flag, value)).toEqual([]);
    expect(allQuestions.find((question) => question.id === id)?.flag).toBe(flag);
  });

  test('compares with the sandbox of the server’s version, unless told otherwise', async () => {
    await start('--youtrack', '2025.3');
    const only = ['--only', 'members,engine-members,async-from-get'];
    expect(await different(...only)).toEqual([]);
    expect(await different(...only, '--youtrack', '2026.2')).toEqual(['members', 'async-from-get']);
    expect(lines[0]).toContain('(YouTrack 2025.3)');
  });

  test('there is a question for every switch', () => {
    return start().then(() => {
      const flags = allQuestions.map(({ flag }) => flag);
      expect(Object.keys(switchOptions).filter((name) => !flags.includes(`--${name}`))).toEqual([]);
    });
  });

  test('every question gets an answer, but for those that need another token', async () => {
    await start();
    await conform(against('--json'));
    const answers = verdicts().filter(({ verdict }) => verdict !== 'not asked');
    expect(answers.filter(({ sandbox }) => /^status \d|^nothing$|cannot/.test(String(sandbox)))).toEqual([]);
    const others = verdicts().filter(({ verdict }) => verdict === 'not asked');
    expect(others.map(({ id }) => id)).toEqual(['invisible-entity', 'missing-permission']);
    expect(verdicts()).toHaveLength(allQuestions.length);
  });
});

describe('conform on a server that it cannot ask', () => {
  beforeEach(() => start());

  test('does nothing unless somebody says so', async () => {
    const before = await left();
    expect(await conform(against().filter((arg) => arg !== '--yes'))).toBe(1);
    expect(lines[0]).toMatch(/^On http:.* this will, as admin:\n {2}make a project CONF[A-Z]{6}/);
    expect(await left()).toBe(before);
  });

  test.each([
    ['no server is named', () => ['--token', 'perm:admin'], /--against https:/],
    ['no token is given', () => ['--against', server.youtrack], /needs a permanent token/],
    ['the address is none', () => ['--against', 'youtrack', '--token', 'x'], /^"youtrack" is no address/],
    ['nobody answers', () => ['--against', 'http://127.0.0.1:9', '--token', 'x'], /does not answer: .+/],
    [
      'it is no YouTrack',
      () => ['--against', server.tracker, '--token', 'x'],
      /^There is no YouTrack at .* answers 404/,
    ],
    [
      'the token is wrong',
      () => ['--against', server.youtrack, '--token', 'perm:nobody'],
      /does not take the token/,
    ],
    [
      'a question is unknown',
      () => against('--only', 'why'),
      /^There is no question "why"; there are get-may/,
    ],
    ['a flag is unknown', () => against('--nope'), /--nope/],
    ['projects may not be made', () => against('--token', 'perm:joe'), /joe needs "Create Project"/],
    ['apps may not be imported', () => against('--token', 'perm:builder'), /builder needs "Update App"/],
  ])('says in one line that %s, and leaves nothing behind', async (_, args, message) => {
    const before = await left();
    await expect(conform(args())).rejects.toThrow(message);
    expect(await left()).toBe(before);
  });

  test('removes what it made when it is broken off', async () => {
    const before = await left();
    const onLine = (line: string) => void (line.startsWith('3/') && stop.abort());
    expect(await conform(against(), { onLine })).toBe(130);
    expect(await left()).toBe(before);
    expect(results).toEqual([]);
  });

  test('says what it could not remove', async () => {
    const builder = { ...world, permissions: [{ user: 'admin', keys: ['CREATE_PROJECT', 'READ_PROJECT'] }] };
    await server.close();
    server = await startSandbox({
      flags: parseFlags(['--port', '0', '--tracker-port', '0']),
      ...{ buildFolder, world: builder, onLine: () => undefined },
    });
    await expect(conform(against())).rejects.toThrow(/Create Issue/);
    expect(lines.at(-1)).toMatch(
      /^the project CONF[A-Z]{6} is still there and must be removed by hand: status 403$/,
    );
  });
});
