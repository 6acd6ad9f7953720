import { adminOwed, globalLinks } from '../../mirroring/support/two-sides.ts';
import type { Ask } from './operations.ts';
import { keyUnder } from './standing.ts';

const admin = adminOwed.replace(/owed$/, '');

/** What the administration page asks for. */
export const adminAsks: readonly (readonly [string, Ask])[] = [
  [
    'GET registration',
    { method: 'GET', path: `${admin}registration?baseUrl=https%3A%2F%2Fyoutrack.example` },
  ],
  ['POST registration', { method: 'POST', path: `${admin}registration`, body: {} }],
  ['GET samples', { method: 'GET', path: `${admin}samples?projects=DEMO` }],
  ['GET status', { method: 'GET', path: `${admin}status` }],
  ['GET connection', { method: 'GET', path: `${admin}connection` }],
  ['GET links', { method: 'GET', path: `${admin}links` }],
  ['GET audit', { method: 'GET', path: `${admin}audit` }],
  [
    'POST audit/forget',
    { method: 'POST', path: `${admin}audit/forget`, body: { kind: 'issue', key: 'DEMO-1' } },
  ],
  ['GET owed', { method: 'GET', path: `${admin}owed` }],
  ['POST owed/retry', { method: 'POST', path: `${admin}owed/retry`, body: {} }],
  ['GET export', { method: 'GET', path: `${admin}export` }],
  [
    'POST import',
    {
      method: 'POST',
      path: `${admin}import`,
      body: { dryRun: false, objects: [{ kind: 'issue', key: 'DEMO-97' }] },
    },
  ],
  ['GET reconcile', { method: 'GET', path: `${admin}reconcile` }],
  [
    'POST reconcile/apply',
    {
      method: 'POST',
      path: `${admin}reconcile/apply`,
      body: { action: 'remove_there', kind: 'issue', key: 'DEMO-97', issueKey: 'TEST-97' },
    },
  ],
  ['POST owed/drop', { method: 'POST', path: `${admin}owed/drop`, body: {} }],
];

/** What is linked to the Tracker issue that everything is linked to, as a tool tells it. */
export const find: Ask = { tool: 'find_linked_objects', given: { issueKeys: ['TEST-1'] } };
/** What names no object of YouTrack, or may name any. */
export const listAsks: readonly Ask[] = [
  { method: 'GET', path: `${globalLinks}?issueKey=TEST-1` },
  { method: 'GET', path: `${globalLinks.replace(/links$/, 'suggest')}?input=DEMO-2` },
  find,
];

const visible = 'DEMO-1';
/** What a caller may not see, and what never was. */
export const pairs = [
  ['DEMO-2', 'DEMO-98'],
  ['DEMO-8', 'DEMO-97'],
  [keyUnder.restricted(3), 'DEMO-A-98'],
  [keyUnder.restricted(130), 'DEMO-A-98'],
  ['project:HID', 'project:NOPE'],
] as const;
/** The same for who sees no people. */
export const peoplePairs = [
  ['user:insider', 'user:nemo'],
  ['user:gone', 'user:nemo'],
  ['insider', 'nemo'],
] as const;
/** Requests in which one such key stands among others. */
export const orders: readonly (readonly [string, (key: string) => Ask])[] = [
  ['after one that may not be changed', (key) => post({ issueKey: 'TEST-2', entityIds: [visible, key] })],
  ['before it', (key) => post({ issueKey: 'TEST-2', entityIds: [key, visible] })],
  ['beside a malformed one', (key) => post({ issueKey: 'TEST-2', entityIds: [key, '???'] })],
  ['with a malformed Tracker issue', (key) => post({ issueKey: '???', entityIds: [key] })],
  [
    'where another kind is meant',
    (key) => ({ ...post({ issueKey: 'TEST-2', entityIds: [key] }), path: `${globalLinks}?kind=user` }),
  ],
  [
    'in an envelope',
    (key) => ({ ...post({ issueKey: 'TEST-2', entityIds: [key] }), path: `${globalLinks}?envelope=true` }),
  ],
  [
    'at the address of another object',
    (key) => ({
      method: 'POST',
      path: `/api/issues/${visible}/extensionEndpoints/tracker-links/issue/links`,
      body: { issueKey: 'TEST-2', entityIds: [key] },
    }),
  ],
  [
    'at the address of its project',
    (key) => ({
      method: 'POST',
      path: '/api/admin/projects/DEMO/extensionEndpoints/tracker-links/project/links',
      body: { issueKey: 'TEST-2', entityIds: [key] },
    }),
  ],
  [
    'in what replaces',
    (key) => ({ ...post({ issueKey: 'TEST-1', entityIds: [visible, key] }), method: 'PUT' }),
  ],
  [
    'alone in what replaces all of a kind',
    (key) => ({
      ...post({ issueKey: 'TEST-1', entityIds: [key] }),
      method: 'PUT',
      path: `${globalLinks}?kind=issue`,
    }),
  ],
  ['in a removal', (key) => ({ method: 'DELETE', path: `${globalLinks}?issueKey=TEST-1&remoteKey=${key}` })],
  [
    'in a removal in which everything else is malformed',
    (key) => ({ method: 'DELETE', path: `${globalLinks}?issueKey=???&remoteKey=${key}` }),
  ],
  [
    'in a removal at the address of another object',
    (key) => ({
      method: 'DELETE',
      path: `/api/issues/${visible}/extensionEndpoints/tracker-links/issue/links?issueKey=TEST-2&remoteKey=${key}`,
    }),
  ],
  [
    'in a command on both',
    (key) => ({
      method: 'POST',
      path: '/api/commands',
      body: { query: 'tracker link TEST-2', issues: [{ idReadable: visible }, { idReadable: key }] },
    }),
  ],
  ['in a tool that lists', (key) => ({ tool: 'list_tracker_links', given: { keys: [visible, key] } })],
  [
    'in a tool that removes',
    (key) => ({ tool: 'remove_tracker_links', given: { issueKeys: ['TEST-2'], keys: [key, visible] } }),
  ],
  [
    'in a tool, beside a malformed one',
    (key) => ({ tool: 'add_tracker_links', given: { issueKeys: ['???'], keys: ['???', key] } }),
  ],
  [
    'in a tool',
    (key) => ({ tool: 'add_tracker_links', given: { issueKeys: ['TEST-2'], keys: [visible, key] } }),
  ],
];

function post(body: unknown) {
  return { method: 'POST', path: globalLinks, body };
}
