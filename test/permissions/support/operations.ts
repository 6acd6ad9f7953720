import { addressOf, globalLinks } from '../../mirroring/support/two-sides.ts';
import type { Level, Subject } from './standing.ts';

/** A request of somebody about one object. Whoever writes uses a Tracker issue of their own, so that no row changes another. */
export interface Operation {
  readonly name: string;
  /** What it is asked by: the object's own address, an address or tool that names objects, or a command on an issue. */
  readonly way: 'own' | 'global' | 'tool' | 'command';
  /** Folders of the objects it is about. */
  readonly about: readonly string[];
  readonly outcomes: Readonly<Record<Level, number>>;
  ask(subject: Subject, issueKey: string): Ask;
}

/** An HTTP request, or a call of a tool. */
export type Ask =
  | { readonly method: string; readonly path: string; readonly body?: unknown }
  | { readonly tool: string; readonly given: unknown };

const all = ['issues', 'articles', 'projects', 'users'];
const toRead = { none: 404, see: 200, change: 200 };
const toChange = { none: 404, see: 403, change: 200 };

const globalInfo = globalLinks.replace(/links$/, 'info');

/** All that names one object, with what each standing gives. Those that write undo each other: what was linked is unlinked next. */
export const operations: readonly Operation[] = [
  ...['info', 'panel', 'links', 'details', 'queues'].map((path) => own('GET', path, toRead)),
  own('GET', 'candidates', toChange, { query: ({ issueKey }) => `?input=${issueKey}` }),
  own('POST', 'links', toChange, { body: ({ issueKey }) => ({ issueKey }) }),
  own('DELETE', 'links', toChange, { query: ({ issueKey }) => `?issueKey=${issueKey}` }),
  own('POST', 'links/retry', toChange, { body: () => ({}) }),
  ...['overview', 'settings', 'linked'].map((path) => own('GET', path, toRead, { about: ['projects'] })),
  own('POST', 'settings', toChange, { about: ['projects'], body: () => ({}) }),
  own('GET', 'identity', toChange, { about: ['users'] }),
  own('POST', 'identity', toChange, { about: ['users'], body: () => ({}) }),
  global('GET info', toRead, ({ key }) => ({ method: 'GET', path: `${globalInfo}?key=${key}` })),
  global('POST links', toChange, ({ key }, issueKey) => ({
    method: 'POST',
    path: globalLinks,
    body: { issueKey, entityIds: [key] },
  })),
  global('DELETE links', toChange, ({ key }, issueKey) => ({
    method: 'DELETE',
    path: `${globalLinks}?issueKey=${issueKey}&remoteKey=${key}`,
  })),
  global('PUT links', toChange, ({ key }, issueKey) => ({
    method: 'PUT',
    path: globalLinks,
    body: { issueKey, entityIds: [key] },
  })),
  tool('list_tracker_links', toRead, ({ key }) => ({ keys: [key] })),
  tool('add_tracker_links', toChange, ({ key }, issueKey) => ({ issueKeys: [issueKey], keys: [key] })),
  tool('remove_tracker_links', toChange, ({ key }, issueKey) => ({ issueKeys: [issueKey], keys: [key] })),
  command('tracker link'),
  command('tracker unlink'),
];

interface Shape {
  readonly about?: readonly string[];
  readonly body?: (named: { readonly issueKey: string }) => unknown;
  readonly query?: (named: { readonly issueKey: string }) => string;
}

function own(method: string, path: string, outcomes: Operation['outcomes'], shape: Shape = {}): Operation {
  const { about = all, body, query } = shape;
  return {
    name: `${method} ${path} at its own address`,
    way: 'own',
    about,
    outcomes,
    ask: (subject, issueKey) => ({
      method,
      path: addressOf(subject.path, path) + (query?.({ issueKey }) ?? ''),
      ...(body && { body: body({ issueKey }) }),
    }),
  };
}

function global(name: string, outcomes: Operation['outcomes'], ask: Operation['ask']): Operation {
  return { name: `${name} by its key`, way: 'global', about: all, outcomes, ask };
}

function tool(
  name: string,
  outcomes: Operation['outcomes'],
  given: (subject: Subject, issueKey: string) => unknown,
): Operation {
  const ask: Operation['ask'] = (subject, issueKey) => ({ tool: name, given: given(subject, issueKey) });
  return { name: `the tool ${name}`, way: 'tool', about: all, outcomes, ask };
}

function command(words: string): Operation {
  return {
    name: `the command ${words}`,
    way: 'command',
    about: ['issues'],
    outcomes: toChange,
    ask: ({ key }, issueKey) => ({
      method: 'POST',
      path: '/api/commands',
      body: { query: `${words} ${issueKey}`, issues: [{ idReadable: key }] },
    }),
  };
}
