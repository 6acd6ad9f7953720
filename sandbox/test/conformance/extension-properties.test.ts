import { expect } from '@jest/globals';
import { ask } from './ask.ts';
import { fullWorld } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const app = 'extensionEndpoints/storage';
const get = ask({ at: `GET /api/issues/DEMO-1/${app}/issue/`, source: 'extensions' });
const post = ask({ at: `POST /api/issues/DEMO-1/${app}/issue/`, source: 'extensions' });
const other = ask({ at: `GET /api/${app}/others/`, source: 'extensions' });
const otherPost = ask({ at: `POST /api/${app}/others/`, source: 'extensions' });
const rival = ask({
  at: 'GET /api/issues/DEMO-1/extensionEndpoints/storage-rival/issue/',
  source: 'extensions',
});
const rivalPost = ask({
  at: 'POST /api/issues/DEMO-1/extensionEndpoints/storage-rival/issue/',
  source: 'extensions',
});

const words = [0, 1, 2, 3, 4, 5, 6].map((index) => `слово ${index}`);
const step = (rule: string, send: string, body?: unknown): Row => ({
  rule,
  source: 'extensions',
  send,
  ...(body === undefined ? {} : { body }),
  expect: { status: 200 },
});

/** The app `storage` in another version: what it declares on issues, and a handler that shows it. */
const updated = (properties: Readonly<Record<string, unknown>>): Row => ({
  rule: `an update declares ${Object.keys(properties).join(', ')}`,
  source: 'extensions',
  imports: {
    'manifest.json': { name: 'storage', title: 'Хранилище', version: '0.2.0' },
    'entity-extensions.json': { entityTypeExtensions: [{ entityType: 'Issue', properties }] },
    'issue.js': `exports.httpHandler = { endpoints: [{ method: 'GET', path: 'show', scope: 'issue', handle: (ctx) => {
      const p = ctx.issue.extensionProperties;
      ctx.response.json({ value: [p.text == null ? null : p.text, p.count == null ? null : p.count] });
    } }] };`,
  },
  expect: { status: 200 },
});

runGroup({
  name: 'extension properties',
  world: { ...fullWorld, issues: [...fullWorld.issues, { id: 'DEMO-5', summary: 'To be removed' }] },
  apps: { storage: 'storage', 'storage-rival': 'storage-rival' },
  rows: [
    get('unset', 'an unset property reads as null', Array(5).fill('null'), 'seen'),
    get('unset-set', 'an unset set is an empty Set', [true, 0]),
    post('text', 'a string is kept', 'Слово'),
    get('text', 'a later request reads it', 'Слово'),
    post('integer', 'an integer is kept exactly', Number.MAX_SAFE_INTEGER),
    post('float', 'a float is kept', 0.1),
    post('boolean', 'false is a value', false),
    post('entity', 'a reference reads as the entity', ['DEMO-2', 'admin']),
    post('set-add', 'a property with multi is a Set', ['DEMO-2', 'DEMO-4']),
    post('set-delete', 'an element is deleted', ['DEMO-4']),
    get('all', 'everything is there in a later request', [
      'Слово',
      Number.MAX_SAFE_INTEGER,
      0.1,
      false,
      'Second',
      'admin',
      ['DEMO-4'],
    ]),
    get(
      'keys',
      'the names are those declared',
      ['count', 'flag', 'friend', 'friends', 'owner', 'ratio', 'text'],
      'chosen',
    ),
    post('undeclared', 'writing an undeclared property is dropped without a word', true, 'seen'),
    get('undeclared', 'nor is it there later', true, 'seen'),
    rival('look', 'another app does not see these values', [true, true, true, true]),
    rival('find', 'nor does it find by them', []),
    rivalPost('write', 'it writes its own under the same name', 'mine'),
    get('text', 'which is not the first one’s', 'Слово'),
    post.fails('wrong-integer', 'an integer takes no fraction', /count/),
    post.fails('wrong-boolean', 'a boolean takes no text', /flag/),
    post.fails('wrong-entity', 'an issue takes no user', /friend/),
    post('null', 'null clears', true),
    post('undefined', 'undefined clears', true, 'seen'),
    post('delete', 'delete clears', true, 'seen'),
    post('set-clear', 'clear() empties the set', true),
    post('four-megabytes', '4,194,304 bytes fit', 4_194_304, 'seen'),
    post.fails('beyond', 'one byte more does not', /text/, 'seen'),
    post.fails('beyond-in-bytes', 'bytes count, not letters', /text/, 'seen'),
    post('json', 'JSON is kept as a string', { ключ: [1] }),
    post('find-me', 'values to be found', true),
    get('find', 'findByExtensionProperties finds by a value', ['DEMO-1']),
    get('find-two', 'all of them must match', ['DEMO-1']),
    get('find-none', 'one that does not match finds nothing', []),
    get('find-part', 'a part of a text is no match', []),
    get('find-case', 'letter case counts', []),
    get('find-entity', 'an entity is searched by reference', ['DEMO-1']),
    get.fails('find-undeclared', 'an undeclared property cannot be searched', /nowhere/, 'chosen'),
    post('find-at-once', 'what this transaction wrote is found at once', ['DEMO-1'], 'chosen'),
    get.fails('write-in-get', 'GET cannot write', /read-?only/i, 'seen'),
    {
      ...step('an exception after a write', `POST /api/issues/DEMO-1/${app}/issue/throws`),
      expect: { status: 500 },
    },
    get('text', 'undoes it', 'now', 'seen'),
    post('removed-friend', 'a reference to an issue', 'DEMO-5'),
    step('the issue is deleted', 'DELETE /api/issues/DEMO-5'),
    get('removed-friend', 'then it is unset', true, 'chosen'),
    otherPost('write', 'articles, projects, users, groups, comments, tags, values carry properties', words),
    other('read', 'and keep them', words),
    other('find', 'each type has its finder', [
      'DEMO-A-1',
      'DEMO',
      'admin',
      'Team',
      expect.any(String),
      'hot',
      'Open',
    ]),
    otherPost('article-reference', 'a property may refer to an article', 'Статья'),
    otherPost('foreign-type', 'a property of one type is none of another', true),
    otherPost('counter', 'ctx.globalStorage is there for the app', [1, ['DEMO-1']]),
    otherPost('counter', 'and keeps its values', [2, ['DEMO-1']]),
    rival('storage', 'each app has a global storage of its own', true),
    updated({ text: { type: 'string' }, count: { type: 'string' } }),
    {
      rule: 'a property that keeps its type keeps its values; one of another type loses them',
      source: 'extensions',
      send: `GET /api/issues/DEMO-1/${app}/issue/show`,
      expect: { json: { value: ['now', null] } },
    },
    updated({ count: { type: 'string' } }),
    updated({ text: { type: 'string' }, count: { type: 'string' } }),
    {
      rule: 'a property that is no longer declared loses its values',
      source: 'extensions',
      send: `GET /api/issues/DEMO-1/${app}/issue/show`,
      expect: { json: { value: [null, null] } },
    },
    step('the other app is deleted', 'DELETE /api/admin/apps/storage-rival'),
    {
      rule: 'and imported again',
      source: 'extensions',
      imports: {
        'manifest.json': { name: 'storage-rival', title: 'Again', version: '2.0.1' },
        'entity-extensions.json': {
          entityTypeExtensions: [{ entityType: 'Issue', properties: { text: { type: 'string' } } }],
        },
        'issue.js':
          "exports.httpHandler = { endpoints: [{ method: 'GET', path: 'show', scope: 'issue', handle: (ctx) => ctx.response.json({ value: ctx.issue.extensionProperties.text == null }) }] };",
      },
      expect: { status: 200 },
    },
    {
      rule: 'deleting an app deletes its values',
      source: 'extensions',
      send: 'GET /api/issues/DEMO-1/extensionEndpoints/storage-rival/issue/show',
      expect: { json: { value: true } },
    },
  ],
});

runGroup({
  name: 'extension properties, --unset undefined',
  world: fullWorld,
  flags: ['--unset', 'undefined'],
  apps: { storage: 'storage' },
  rows: [
    get('unset', 'an unset property reads as undefined', Array(5).fill('undefined'), 'seen'),
    get('unset-set', 'an unset set is an empty Set all the same', [true, 0]),
    post('null', 'a cleared property is unset', true),
    get('unset', 'and reads as undefined too', Array(5).fill('undefined'), 'seen'),
  ],
});
