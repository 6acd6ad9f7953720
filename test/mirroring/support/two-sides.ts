import { resolve } from 'node:path';
import { type ManualClock, manualClock } from '../../../sandbox/src/clock.ts';
import type { Flags } from '../../../sandbox/src/server/parse-flags.ts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/src/server/start-sandbox.ts';
import type { LinksAnswer } from '../../../src/protocol/answers.ts';
import { applications } from './mirrored-world.ts';

/**
 * YouTrack with the packaged app, and Tracker's stand-in, on one clock that stands still until it is put forward by hand: what is due
 * later never happens meanwhile, however long the machine takes, and nothing that a budget forbids is allowed by its being slow.
 */
export interface TwoSides {
  readonly running: RunningSandbox;
  askYouTrack(method: string, path: string, body?: unknown, login?: string): Promise<Answered>;
  /** Resolves once Tracker has told YouTrack what the request has changed. */
  askTracker(method: string, path: string, body?: unknown): Promise<Answered>;
  /** Puts the clock forward and waits for what that sets off, one thing after another, Tracker's calls to YouTrack included. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

const usual: Flags = {
  port: 0,
  trackerPort: 0,
  world: undefined,
  apps: ['dist'],
  state: undefined,
  deletes: 'writable',
  unset: 'null',
  writes: 'serial',
  mixedScopes: 'warn',
  removedWrites: 'pass',
  hosts: new Map([['api.tracker.yandex.net', 'tracker']]),
  engine: 'es2022',
  youtrack: '2026.2',
  watch: false,
  quiet: false,
  debug: false,
  help: false,
};

const startMs = Date.UTC(2026, 10, 2, 9);

export async function openTwoSides(world: unknown, flags: Partial<Flags> = {}): Promise<TwoSides> {
  let clock: ManualClock | undefined;
  const running = await startSandbox({
    createClock(tellTracker) {
      const onMove = (nowMs: number) => tellTracker(nowMs - Date.now());
      onMove(startMs);
      clock = manualClock(startMs, { onMove, onRest: () => untilToldEverything(running.tracker) });
      return clock;
    },
    // A script holds up the server while it waits for Tracker, which would wait for the server's answer in vain.
    backlinkWaitMs: 20,
    flags: { ...usual, ...flags },
    buildFolder: resolve('sandbox/dist'),
    world,
    onLine: () => undefined,
  });
  return {
    running,
    askYouTrack: (method, path, body, login = 'jane') =>
      ask(running.youtrack + path, method, { body, authorization: `Bearer perm:${login}` }),
    async askTracker(method, path, body) {
      const answered = await ask(running.tracker + path, method, { body, authorization: 'OAuth test' });
      if (method !== 'GET') await untilToldEverything(running.tracker);
      return answered;
    },
    async advance(ms) {
      await clock?.advance(ms);
    },
    close: () => running.close(),
  };
}

/** Waits for the end of all calls that Tracker is making. */
async function untilToldEverything(tracker: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${tracker}/_sandbox/calls?direction=outgoing`);
    const { calls } = (await response.json()) as { readonly calls: readonly { durationMs?: number }[] };
    if (calls.every(({ durationMs }) => durationMs !== undefined)) return;
  }
}

async function ask(
  url: string,
  method: string,
  { body, authorization }: { readonly body: unknown; readonly authorization: string },
): Promise<Answered> {
  const response = await fetch(url, {
    method,
    headers: { authorization, 'content-type': 'application/json', 'x-org-id': '4711' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page, or an answer of the server itself: it is the test that says what it expected.
    return text;
  }
}

/** The address of an object's endpoint. */
export function addressOf(entity: string, path: string): string {
  const [folder = '', key = ''] = entity.split('/');
  const handler = { issues: 'issue', articles: 'article', projects: 'project', users: 'user' }[folder] ?? '';
  const scope = folder === 'projects' ? 'admin/projects' : folder;
  return `/api/${scope}/${key}/extensionEndpoints/tracker-links/${handler}/${path}`;
}

export const globalLinks = '/api/extensionEndpoints/tracker-links/global/links';
export const adminOwed = '/api/extensionEndpoints/tracker-links/admin/owed';

export async function readLinksOf({ askYouTrack }: TwoSides, entity: string): Promise<LinksAnswer> {
  const { status, body } = await askYouTrack('GET', addressOf(entity, 'links'), undefined, 'admin');
  if (status !== 200) throw new Error(`${entity} answered ${status}: ${JSON.stringify(body)}`);
  return body as LinksAnswer;
}

/** A remote link as the stand-in has it in its plain mode. */
interface PlainLink {
  readonly id: number;
  readonly object: { readonly key: string; readonly application: { readonly id: string } };
}

/** `issue DEMO-1` for each remote link of an issue that is ours. */
export async function readRemoteLinks(
  { askTracker }: TwoSides,
  issueKey: string,
): Promise<readonly { readonly name: string; readonly id: number }[]> {
  const { status, body } = await askTracker('GET', `/v3/issues/${issueKey}/remotelinks`);
  if (status !== 200) throw new Error(`${issueKey} answered ${status}`);
  const kinds = new Map<string, string>(Object.entries(applications).map(([kind, id]) => [id, kind]));
  return (body as PlainLink[]).map(({ id, object }) => ({
    id,
    name: `${kinds.get(object.application.id)} ${object.key}`,
  }));
}

/** Method and address of every call that YouTrack's scripts have made of Tracker since the journal was last emptied. */
export async function readCalls({ askTracker }: TwoSides): Promise<readonly string[]> {
  const { body } = await askTracker('GET', '/_sandbox/calls?direction=incoming');
  const { calls } = body as { readonly calls: readonly { method: string; url: string }[] };
  return calls
    .filter(({ url }) => url.startsWith('http://api.tracker.yandex.net/'))
    .map(({ method, url }) => `${method} ${new URL(url).pathname}`);
}
