import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runRecord } from '../../src/record/run-record.ts';
import { parseFlags } from '../../src/server/parse-flags.ts';
import { readWorld } from '../../src/server/read-world.ts';
import { type RunningSandbox, startSandbox } from '../../src/server/start-sandbox.ts';
import type { WorldFile } from '../../src/world/world-file.ts';
import { fullWorld } from '../conformance/full-world.ts';
import { buildFolder } from '../support/build-folder.ts';

const demoWorld = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', 'demo', 'world.json'), 'utf8'),
) as WorldFile;
const defaultWorld = readWorld(undefined) as WorldFile;
const worlds: readonly (readonly [string, WorldFile])[] = [
  ['the demo world', demoWorld],
  ['the small world', defaultWorld],
  ['the world with a bit of everything', fullWorld as WorldFile],
];

let folder: string;
let running: RunningSandbox[] = [];
let lines: string[] = [];
let results: string[] = [];

async function start(world: unknown, ...flags: string[]): Promise<RunningSandbox> {
  const server = await startSandbox({
    flags: parseFlags(['--port', '0', '--tracker-port', '0', ...flags]),
    ...{ buildFolder, world, onLine: () => undefined },
  });
  running.push(server);
  return server;
}

function record(server: RunningSandbox, ...args: string[]): Promise<0> {
  return runRecord(['--from', server.youtrack, '--token', 'perm:admin', ...args], {
    environment: {},
    onResult: (text) => results.push(text),
    onLine: (line) => lines.push(line),
  });
}

async function recorded(world: unknown, ...args: string[]): Promise<WorldFile> {
  const file = join(folder, `${running.length}.json`);
  await record(await start(world), ...args, file);
  return JSON.parse(readFileSync(file, 'utf8')) as WorldFile;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-record-'));
  lines = [];
  results = [];
});
afterEach(async () => {
  for (const server of running) await server.close();
  running = [];
  rmSync(folder, { recursive: true });
});

/** Every word of what people have written or are called, but for one that is also the name of a field, a value or a type. */
function secretsOf(world: WorldFile): string[] {
  const {
    users = [],
    groups = [],
    projects = [],
    issues = [],
    articles = [],
    tags = [],
    boards = [],
  } = world;
  const comments = [...issues, ...articles].flatMap((one) => one.comments ?? []);
  const texts = [
    ...users.flatMap(({ login, fullName, email }) => [login, fullName, email]),
    ...groups.flatMap(({ name, description }) => [name, description]),
    ...projects.flatMap(({ name, description }) => [name, description]),
    ...issues.flatMap(({ summary, description }) => [summary, description]),
    ...issues.flatMap(({ workItems }) => (workItems ?? []).map(({ text }) => text)),
    ...articles.flatMap(({ summary, content }) => [summary, content]),
    ...comments.map(({ text }) => text),
    ...[...issues, ...articles].flatMap(({ attachments }) =>
      (attachments ?? []).flatMap(({ name, text }) => [name, text]),
    ),
    ...[...tags, ...boards].map(({ name }) => name),
  ];
  const words = texts.flatMap((text) => text?.match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const kept = new Set(keptOf(world).flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []));
  return [...new Set(words)].filter((word) => !kept.has(word.toLowerCase()));
}

/** What a recorded world keeps, and the words of the file format itself. */
function keptOf({ projects = [], linkTypes = [], workItemTypes = [] }: WorldFile): string[] {
  const fields = projects.flatMap((project) => project.fields ?? []);
  const format =
    'users login fullName person user email example com groups group name project projects team tag board file txt png pdf text plain image all';
  return [
    ...projects.map(({ key }) => key),
    ...fields.flatMap(({ name, emptyText, localizedName, values }) => [
      name,
      emptyText,
      localizedName,
      ...(values ?? []).map((value) => value.name),
    ]),
    ...linkTypes.flatMap((type) => Object.values(type)),
    ...workItemTypes,
    'relates to is required for depends on duplicated by duplicates parent for subtask of',
    format,
  ].filter((text) => typeof text === 'string');
}

describe('a recorded world', () => {
  test.each(worlds)('of %s tells nobody’s name, text or address', async (_, world) => {
    const text = JSON.stringify(await recorded(world));
    const values = text.replaceAll(/"[^"]+":/g, '');
    const told = secretsOf(world).filter((word) =>
      new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`, 'iu').test(values),
    );
    expect(told).toEqual([]);
    expect(secretsOf(world).length).toBeGreaterThan(5);
  });

  test.each(worlds)('of %s has the same structure, fields and rights', async (_, world) => {
    const copy = await recorded(world);
    const ids = ({ issues = [], articles = [] }: WorldFile) =>
      [...issues, ...articles].map(({ id }) => id).sort();
    const fields = ({ projects = [] }: WorldFile) =>
      projects.map(({ key, fields: own = [] }) => [
        key,
        own.map(({ name, type, multi = false }) => [name, type, multi]),
      ]);
    expect(ids(copy)).toEqual(ids(world));
    expect(fields(copy)).toEqual(fields(world));
    expect(copy.users).toHaveLength((await peopleOf(world)).length);
  });

  test.each(worlds)('of %s shows everybody as much as before', async (_, world) => {
    const server = await start(world);
    const file = join(folder, 'world.json');
    await record(server, file);
    const copy = await start(JSON.parse(readFileSync(file, 'utf8')));
    const before = await seenByEach(server, await peopleOf(world));
    const after = await seenByEach(
      copy,
      (await loginsOf(copy)).filter((login) => login !== 'workflow'),
    );
    expect(after.sort()).toEqual(before.sort());
  });

  test('of a recorded world is that world again', async () => {
    const once = await recorded(defaultWorld);
    const owner = (once.permissions ?? []).find(({ keys }) => keys.includes('*'))?.user ?? '';
    const server = await start(once);
    const file = join(folder, 'twice.json');
    await record(server, '--token', `perm:${owner}`, file);
    const twice = JSON.parse(readFileSync(file, 'utf8')) as WorldFile;
    expect(
      twice.issues?.map(({ fields, links, workItems }) => ({
        fields: Object.keys(fields ?? {}),
        links,
        work: workItems?.length,
      })),
    ).toEqual(
      once.issues?.map(({ fields, links, workItems }) => ({
        fields: Object.keys(fields ?? {}),
        links,
        work: workItems?.length,
      })),
    );
    expect(twice.permissions?.length).toBe(once.permissions?.length);
  });

  test('has only the projects and as many issues as are asked for', async () => {
    const { projects = [], issues = [] } = await recorded(demoWorld, '--project', 'LAB', '--limit', '2');
    expect(projects.map(({ key }) => key)).toEqual(['LAB']);
    expect(issues).toHaveLength(2);
    expect(lines.join('\n')).toContain('Of LAB there are the newest 2 issues');
  });

  test('keeps texts in their shape', async () => {
    const { issues = [] } = await recorded({
      ...defaultWorld,
      issues: [
        {
          id: 'DEMO-1',
          summary: 'Поиск «ёлки»',
          description: '# List\n\n- [one](http://a.b/c)\n- **22** things',
          reporter: 'jane',
        },
      ],
    });
    expect(issues[0]?.summary).toMatch(/^Лорем «ипсум»$/);
    expect(issues[0]?.description).toBe(
      '# Lorem\n\n- [ipsum](dolor://sit.amet/consectetur)\n- **00** adipiscing',
    );
  });

  test('of a server before 2026.1 has the rights of the token’s owner alone, and says so', async () => {
    const server = await start(defaultWorld, '--youtrack', '2025.3');
    const file = join(folder, 'old.json');
    await record(server, file);
    const { permissions = [] } = JSON.parse(readFileSync(file, 'utf8')) as WorldFile;
    expect(permissions).toEqual([{ user: expect.stringMatching(/^user-\d$/), keys: ['*'] }]);
    expect(lines.join('\n')).toMatch(/roles that are assigned could not be read \(404\)/);
    expect(lines.join('\n')).toMatch(
      /Only the rights of the token's owner are in the world: the user user-\d/,
    );
  });

  test('of what somebody with few rights sees is what they see', async () => {
    const server = await start(defaultWorld);
    const file = join(folder, 'few.json');
    await record(server, '--token', 'perm:maria', file);
    const { issues = [] } = JSON.parse(readFileSync(file, 'utf8')) as WorldFile;
    expect(issues.length).toBe(await countIssues(server, 'maria'));
    await start(JSON.parse(readFileSync(file, 'utf8')));
  });
});

describe('record', () => {
  test('changes nothing on the server', async () => {
    const server = await start(defaultWorld);
    const before = JSON.stringify(server.sandbox.world.snapshot());
    await record(server, join(folder, 'world.json'));
    expect(JSON.stringify(server.sandbox.world.snapshot())).toBe(before);
  });

  test.each([
    ['a file is there', (file: string) => [file], /^There is a file .* already/],
    [
      'a project is unknown',
      (file: string) => ['--project', 'NONE', `${file}.new`],
      /^There is no project NONE .*; there are DEMO, OPS/,
    ],
    [
      'the token is wrong',
      (file: string) => ['--token', 'perm:nobody', `${file}.new`],
      /does not take the token/,
    ],
    ['the limit is none', (file: string) => ['--limit', 'all', `${file}.new`], /^--limit must be a number/],
    ['two files are named', (file: string) => ['a', file], /^record writes one file/],
    ['a flag is unknown', () => ['--nope'], /--nope/],
  ])('says in one line that %s', async (_, args, message) => {
    const server = await start(defaultWorld);
    const file = join(folder, 'there.json');
    await record(server, file);
    await expect(record(server, ...args(file))).rejects.toThrow(message);
  });

  test('needs a server and a token', async () => {
    const around = { environment: {}, onResult: () => undefined, onLine: () => undefined };
    await expect(runRecord([], around)).rejects.toThrow(/--from https:/);
    await expect(runRecord(['--from', 'http://x'], around)).rejects.toThrow(/YOUTRACK_TOKEN/);
  });
});

/** Everybody a sandbox with this world has, but for the guest and the platform's own. */
async function peopleOf(world: unknown): Promise<string[]> {
  return (await loginsOf(await start(world))).filter((login) => login !== 'workflow');
}

async function ask(server: RunningSandbox, login: string, path: string): Promise<unknown[]> {
  const headers = { authorization: `Bearer perm:${login}` };
  const answer = (await (await fetch(`${server.youtrack}${path}`, { headers })).json()) as unknown;
  return Array.isArray(answer) ? answer : [];
}

async function loginsOf(server: RunningSandbox): Promise<string[]> {
  const { world } = server.sandbox;
  const logins = await world.transactions.run('read', (tx) =>
    [...tx.all('User')].map((id) => String(tx.get(id, 'login'))),
  );
  return logins.filter((login) => login !== 'guest');
}

async function countIssues(server: RunningSandbox, login: string): Promise<number> {
  return (await ask(server, login, '/api/issues?fields=id&$top=-1')).length;
}

async function seenByEach(server: RunningSandbox, logins: readonly string[]): Promise<string[]> {
  const seen = logins.map(async (login) => {
    const paths = ['issues', 'articles', 'admin/projects', 'users'];
    const counts = paths.map(
      async (path) => (await ask(server, login, `/api/${path}?fields=id&$top=-1`)).length,
    );
    return (await Promise.all(counts)).join(' ');
  });
  return Promise.all(seen);
}
