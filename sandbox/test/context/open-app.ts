import { strToU8 } from 'fflate';
import { createPackage } from '../../src/apps/create-package.ts';
import type { InstalledApp, LoggedEntry } from '../../src/apps/installed-app.ts';
import { type ManualClock, manualClock } from '../../src/clock.ts';
import { dispatch } from '../../src/dispatch/dispatch.ts';
import type { EndpointCall } from '../../src/dispatch/endpoint-call.ts';
import { runChange } from '../../src/dispatch/run-change.ts';
import type { Sandbox } from '../../src/ports/sandbox.ts';
import { createSandbox } from '../../src/server/create-sandbox.ts';
import { findArticle, findIssue, findProject, findUser } from '../../src/world/lookup.ts';
import type { Transaction } from '../../src/world/transaction.ts';
import { buildFolder } from '../support/build-folder.ts';

/** An app in memory: scripts by name, and the other files of its package. */
export interface TestApp {
  readonly name?: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly extensions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly settings?: unknown;
}

export interface TestSetup {
  readonly world?: unknown;
  readonly deletes?: 'writable' | 'readonly';
  readonly unset?: 'null' | 'undefined';
  readonly writes?: 'serial' | 'overlapping';
  readonly hosts?: ReadonlyMap<string, string>;
  readonly timeLimitMs?: number;
}

export interface TestCall {
  readonly method?: string;
  /** `script/path`, the script being `probe` when there is no slash. */
  readonly path?: string;
  readonly as?: string;
  readonly scope?: EndpointCall['scope'];
  /** Readable id, key or login of the scope's entity. */
  readonly entity?: string;
  readonly body?: unknown;
  readonly parameters?: readonly (readonly [string, string])[];
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}

export interface TestAnswer {
  readonly status: number;
  readonly text: string;
  /** The body as JSON, undefined when it is none. */
  readonly json: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface OpenApp {
  readonly sandbox: Sandbox;
  readonly app: InstalledApp;
  readonly clock: ManualClock;
  /** Every line of every app's log. */
  readonly log: readonly LoggedEntry[];
  call(call?: TestCall): Promise<TestAnswer>;
  /** Runs the body of a handler (`probe`) and gives what it returned through `ctx.response.json`. */
  read<T>(work: (tx: Transaction) => T): Promise<T>;
  change<T>(as: string, work: (tx: Transaction) => T): Promise<T>;
  install(app: TestApp): Promise<InstalledApp>;
}

export const startMs = Date.UTC(2026, 0, 5, 12);

/** A sandbox in this process with one app in it, on a clock that stands still. */
export async function openApp(testApp: TestApp, setup: TestSetup = {}): Promise<OpenApp> {
  const log: LoggedEntry[] = [];
  const clock = manualClock(startMs);
  const sandbox = await createSandbox({
    world: setup.world ?? smallWorld,
    buildFolder,
    clock,
    ...(setup.deletes === undefined ? {} : { deletes: setup.deletes }),
    unset: setup.unset ?? 'null',
    writes: setup.writes ?? 'serial',
    hosts: setup.hosts ?? new Map(),
    baseUrl: () => 'http://sandbox.test',
    onLog: (_, entry) => log.push(entry),
    ...(setup.timeLimitMs === undefined ? {} : { timeLimitMs: setup.timeLimitMs }),
  });
  const install = (one: TestApp) => sandbox.apps.install(packageOf(one));
  const app = await install(testApp);
  return {
    sandbox,
    app,
    clock,
    log,
    install,
    call: (call = {}) => callEndpoint(sandbox, app, call),
    read: (work) => sandbox.world.transactions.run('read', work),
    change: async (as, work) =>
      runChange(sandbox, { user: await findId(sandbox, 'user', as), mode: 'write' }, work),
  };
}

/** An app whose only endpoint runs the given body of a function with `ctx`, `entities` and `search` at hand. */
export function probe(
  body: string,
  rest: Omit<TestApp, 'scripts'> & { method?: string; scope?: string } = {},
): TestApp {
  const { method = 'GET', scope = 'issue', ...app } = rest;
  const script = `const entities = require('@jetbrains/youtrack-scripting-api/entities');
const search = require('@jetbrains/youtrack-scripting-api/search');
exports.httpHandler = { endpoints: [{ scope: '${scope}', method: '${method}', path: 'run', handle: (ctx) => {
const result = (() => { ${body}
})();
if (result !== undefined) ctx.response.json({ result });
} }] };`;
  return { ...app, scripts: { probe: script } };
}

/** Runs one body and gives its result; what it throws is thrown here. */
export async function runProbe(
  body: string,
  setup: TestSetup & Parameters<typeof probe>[1] & TestCall = {},
): Promise<unknown> {
  const opened = await openApp(probe(body, setup), setup);
  const answer = await opened.call({ entity: 'DEMO-1', ...setup, path: 'run' });
  if (answer.status !== 200)
    throw new Error(`${answer.status} ${opened.log.map(({ message }) => message).join('\n')}`);
  return (answer.json as { result?: unknown } | undefined)?.result;
}

export function packageOf({ name = 'probe', scripts, extensions, settings }: TestApp) {
  const files = new Map<string, Uint8Array>([
    ['manifest.json', strToU8(JSON.stringify({ name, title: name, version: '1.0.0' }))],
    ...Object.entries(scripts).map(([script, source]): [string, Uint8Array] => [
      `${script}.js`,
      strToU8(source),
    ]),
  ]);
  if (settings !== undefined) files.set('settings.json', strToU8(JSON.stringify(settings)));
  if (extensions !== undefined) {
    const entityTypeExtensions = Object.entries(extensions).map(([entityType, properties]) => ({
      entityType,
      properties,
    }));
    files.set('entity-extensions.json', strToU8(JSON.stringify({ entityTypeExtensions })));
  }
  return createPackage(files, new Uint8Array());
}

export async function callEndpoint(sandbox: Sandbox, app: InstalledApp, call: TestCall): Promise<TestAnswer> {
  const scope = call.scope ?? 'issue';
  const [handler, ...rest] = (call.path ?? 'probe/run').includes('/')
    ? (call.path ?? 'probe/run').split('/')
    : ['probe', call.path];
  const body =
    call.body === undefined ? '' : typeof call.body === 'string' ? call.body : JSON.stringify(call.body);
  const answer = await dispatch(sandbox, {
    user: await findId(sandbox, 'user', call.as ?? 'jane'),
    scope,
    entity:
      scope === 'global'
        ? undefined
        : await findEntity(sandbox, scope, call.entity ?? defaultEntities[scope]),
    app: app.package.name,
    handler: handler ?? '',
    path: rest.join('/'),
    fullPath: `/api/${call.path}`,
    method: call.method ?? 'GET',
    headers: call.headers ?? [],
    parameters: call.parameters ?? [],
    body: strToU8(body),
  });
  const text = typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body);
  return {
    status: answer.status,
    text,
    json: parse(text),
    headers: Object.fromEntries(answer.headers.map(({ name, value }) => [name.toLowerCase(), value])),
  };
}

const defaultEntities = { issue: 'DEMO-1', article: 'DEMO-A-1', project: 'DEMO', user: 'jane' };
const finders = { issue: findIssue, article: findArticle, project: findProject, user: findUser };

function findEntity(sandbox: Sandbox, scope: keyof typeof finders, name: string) {
  return sandbox.world.transactions.run('read', (tx) => finders[scope](tx, name));
}

async function findId(sandbox: Sandbox, scope: keyof typeof finders, name: string): Promise<string> {
  const id = await findEntity(sandbox, scope, name);
  if (id === undefined) throw new Error(`the test world has no ${scope} ${name}`);
  return id;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the test looks at the text.
    return undefined;
  }
}

export const smallWorld = {
  users: [
    { login: 'jane', fullName: 'Jane Roe', email: 'jane@example.com', timeZone: 'Europe/Berlin' },
    { login: 'boris', fullName: 'Борис Орлов', email: 'boris@example.com' },
    { login: 'reader' },
    { login: 'stranger' },
    { login: 'admin' },
    { login: 'gone', banned: true },
  ],
  groups: [
    { name: 'Team', users: ['jane', 'boris'] },
    { name: 'Others', users: ['stranger'] },
  ],
  projects: [
    {
      key: 'DEMO',
      name: 'Demo',
      leader: 'jane',
      team: ['jane'],
      fields: [
        {
          name: 'State',
          type: 'state',
          values: [{ name: 'Open' }, { name: 'In Progress' }, { name: 'Fixed', isResolved: true }],
        },
        {
          name: 'Priority',
          type: 'enum',
          values: [{ name: 'Minor' }, { name: 'Major', color: 5 }],
          default: 'Minor',
        },
        { name: 'Assignee', type: 'user' },
        { name: 'Due Date', type: 'date' },
        { name: 'Started', type: 'dateTime' },
        { name: 'Points', type: 'integer' },
        { name: 'Score', type: 'float' },
        { name: 'Estimation', type: 'period' },
        { name: 'Note', type: 'string' },
        { name: 'Story', type: 'text' },
        {
          name: 'Fix versions',
          type: 'version',
          multi: true,
          values: [{ name: '1.0' }, { name: '2.0', isReleased: true }],
        },
        { name: 'Reviewers', type: 'user', multi: true },
        { name: 'Owners', type: 'group' },
      ],
    },
    { key: 'OTHER', name: 'Other', leader: 'boris' },
  ],
  permissions: [
    { user: 'jane', keys: ['*'] },
    { user: 'admin', keys: ['*'] },
    {
      user: 'boris',
      project: 'DEMO',
      keys: ['READ_ISSUE', 'READ_ARTICLE', 'READ_PROJECT_BASIC', 'LINK_ISSUE', 'UPDATE_ISSUE'],
    },
    { user: 'reader', keys: ['READ_ISSUE', 'READ_USER_BASIC', 'READ_PROJECT_BASIC'] },
  ],
  issues: [
    {
      id: 'DEMO-1',
      summary: 'Сохранённые карты отклоняются',
      description: 'Every saved card is refused',
      reporter: 'jane',
      created: 1_767_225_600_000,
      updated: 1_767_225_700_000,
      formerIds: ['OLD-7'],
      tags: ['release'],
      fields: {
        State: 'Open',
        Priority: 'Major',
        Assignee: 'boris',
        'Due Date': 1_769_904_000_000,
        Points: 3,
        Score: 0.5,
        Estimation: '1d 2h',
        Note: 'a note',
        'Fix versions': ['1.0'],
      },
      links: { 'parent for': ['DEMO-2'] },
      comments: [{ author: 'boris', text: 'First' }],
      attachments: [{ name: 'log.txt', text: 'hello' }],
    },
    { id: 'DEMO-2', summary: 'Second', reporter: 'boris', fields: { State: 'Fixed' } },
    { id: 'DEMO-3', summary: 'Hidden', reporter: 'jane', permittedUsers: ['jane'] },
    { id: 'OTHER-1', summary: 'Elsewhere', reporter: 'boris' },
  ],
  articles: [
    { id: 'DEMO-A-1', summary: 'Guide', content: 'How to', author: 'jane' },
    { id: 'DEMO-A-2', summary: 'Chapter', author: 'boris', parent: 'DEMO-A-1' },
  ],
};
