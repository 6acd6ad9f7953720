import { expect } from '@jest/globals';
import { ask } from './ask.ts';
import { fullWorld } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const app = 'extensionEndpoints/realm';
const get = ask({ at: `GET /api/${app}/globals/`, source: 'seen' });

const refuses = (kind: string, name: string): Row => ({
  rule: `no code from a string: ${name}`,
  source: 'chosen',
  send: `GET /api/${app}/globals/code?name=${encodeURIComponent(name)}`,
  expect: { text: new RegExp(kind) },
});
const wayOut = (name: string): Row => ({
  rule: `no way out through ${name}`,
  source: 'chosen',
  send: `POST /api/issues/DEMO-1/${app}/escapes/escape?name=${encodeURIComponent(name)}`,
  expect: { text: /^(refused|reached undefined)/ },
});
const requires = (name: string, text: RegExp | string): Row => ({
  rule: `require('${name}')`,
  source: 'seen',
  send: `GET /api/${app}/globals/require?name=${encodeURIComponent(name)}`,
  expect: { text },
});
const stopped = (rule: string, path: string): Row => ({
  rule: `${rule} is stopped`,
  source: 'chosen',
  send: `POST /api/${app}/loops/${path}`,
  expect: { status: 500, text: '' },
});
const fine: Row = {
  rule: 'and the app lives on',
  source: 'chosen',
  send: `POST /api/${app}/loops/fine`,
  expect: { status: 200, text: 'fine' },
};

runGroup({
  name: 'what a script can reach',
  world: fullWorld,
  timeLimitMs: 500,
  apps: { realm: 'realm' },
  rows: [
    get('names', 'no globals of Node, of browsers, of Java', []),
    get('all', 'only those of the language, and console', [
      'console',
      ...[
        'decodeURI',
        'decodeURIComponent',
        'encodeURI',
        'encodeURIComponent',
        'escape',
        'eval',
        'globalThis',
      ],
      ...['isFinite', 'isNaN', 'parseFloat', 'parseInt', 'undefined', 'unescape'],
    ]),
    get('language', 'the language is there', [
      ...['function', 'function', 'function', 'function', 'function', 'object', 'object', 'function'],
      ...[2, 1, 'x'],
    ]),
    get('cjs', 'module, exports and require are there', ['object', 'object', 'function', true, true]),
    requires('fs', /^refused .*'fs'/),
    requires('node:child_process', /^refused/),
    requires('../../package.json', /^refused/),
    requires('./nowhere', /^refused .*nowhere/),
    requires('@jetbrains/youtrack-scripting-api/nowhere', /^refused .*nowhere/),
    requires('@jetbrains/youtrack-scripting-api/entities', 'loaded'),
    requires('@jetbrains/youtrack-scripting-api/entities.js', 'loaded'),
    requires('./loops', 'loaded'),
    requires('./loops.js', 'loaded'),
    ...['eval', 'direct eval', 'Function', 'constructor of a function'].map((name) =>
      refuses('refused', name),
    ),
    ...['constructor of an async function', 'constructor of a generator'].map((name) =>
      refuses('refused', name),
    ),
    ...['this', 'ctx', 'entity', 'request', 'response', 'require', 'module', 'console', 'set', 'headers'].map(
      wayOut,
    ),
    ...[
      'a host error',
      'a host error’s stack',
      'prepareStackTrace',
      'captureStackTrace',
      'an error at the end of the stack',
    ].map(wayOut),
    ...['a proxy', 'arguments.callee.caller', 'Symbol.species'].map(wayOut),
    stopped('an endless loop', 'loop'),
    {
      rule: 'the log says clearly what happened',
      source: 'chosen',
      send: 'GET /api/admin/apps/realm/logs?fields=script,level,message&$top=1',
      expect: {
        json: [
          expect.objectContaining({
            script: 'loops',
            level: 'ERROR',
            message: expect.stringMatching(/500 ms/),
          }),
        ],
      },
    },
    fine,
    stopped('a loop within try and finally', 'caught'),
    stopped('a loop of promises', 'promises'),
    stopped('a loop after await', 'awaiting'),
    stopped('an endless regular expression', 'regex'),
    stopped('a loop in a getter of the answer', 'getter'),
    stopped('a promise that never settles', 'never'),
    stopped('an endless recursion', 'recursion'),
    stopped('a thrown object that loops when it is read', 'throws-getter'),
    stopped('a loop after a write', 'half'),
    {
      rule: 'and its writes are undone',
      source: 'chosen',
      send: 'GET /api/issues/DEMO-1?fields=summary',
      expect: { json: { summary: 'Первая', $type: 'Issue' } },
    },
    fine,
    {
      rule: 'a script that loops while it is loaded fails its import',
      source: 'chosen',
      imports: { 'manifest.json': { name: 'looping', version: '1.0.0' }, 'loop.js': 'for (;;);' },
      expect: { status: 400, text: /500 ms/ },
    },
    {
      rule: 'so does one whose exports loop when they are read',
      source: 'chosen',
      imports: {
        'manifest.json': { name: 'looping', version: '1.0.0' },
        'loop.js': 'module.exports = { get httpHandler() { for (;;); } };',
      },
      expect: { status: 400, text: /500 ms/ },
    },
    {
      rule: 'text that closes the function around a script is no script',
      source: 'chosen',
      imports: {
        'manifest.json': { name: 'closing', version: '1.0.0' },
        'a.js': '}); process.exit(); (function () {',
      },
      expect: { status: 400, text: /SyntaxError/ },
    },
    {
      rule: 'a package that contains an import() is imported',
      source: 'chosen',
      imports: {
        'manifest.json': { name: 'importing', version: '1.0.0' },
        'a.js':
          "exports.httpHandler = { endpoints: [{ method: 'GET', path: 'x', handle: (ctx) => import('node:fs').then(() => ctx.response.text('reached'), (e) => ctx.response.text('refused ' + e)) }] };",
      },
      expect: { status: 200 },
    },
    {
      rule: 'and what it asks for is refused when it runs',
      source: 'chosen',
      send: 'GET /api/extensionEndpoints/importing/a/x',
      expect: { text: /^refused/ },
    },
    {
      rule: 'a script may break its own built-ins',
      source: 'chosen',
      send: `POST /api/${app}/loops/patch`,
      expect: { status: 200 },
    },
    {
      rule: 'the platform does not mind',
      source: 'chosen',
      send: 'GET /api/issues/DEMO-1?fields=summary',
      expect: { json: { summary: 'Первая', $type: 'Issue' } },
    },
    fine,
  ],
});

const look = (name: string): Row => ({
  rule: `one app does not see another's values by ${name}`,
  source: 'extensions',
  send: `GET /api/issues/DEMO-1/extensionEndpoints/snoop/look/way?name=${encodeURIComponent(name)}`,
  expect: { json: { found: [] } },
});

runGroup({
  name: 'what one app can reach of another',
  world: fullWorld,
  apps: { storage: 'storage', snoop: 'snoop' },
  rows: [
    {
      rule: 'an app keeps a value',
      source: 'extensions',
      send: 'POST /api/issues/DEMO-1/extensionEndpoints/storage/issue/text',
      expect: { json: { value: 'Слово' } },
    },
    {
      rule: 'and one in its global storage',
      source: 'extensions',
      send: 'POST /api/extensionEndpoints/storage/others/counter',
      expect: { status: 200 },
    },
    {
      rule: 'another app has a secret',
      source: 'settings',
      send: 'POST /api/admin/apps/snoop/globalConfig',
      body: { globalSettings: '{"token":"hunter2"}' },
      expect: { status: 200 },
    },
    ...['properties', 'members', 'fields', 'is', 'was', 'oldValue', 'isChanged', 'required', 'fields.is'].map(
      look,
    ),
    ...['find', 'search', 'query', 'keys', 'storage', 'settings', 'types', 'forged reference'].map(look),
    {
      rule: 'nor can it overwrite them',
      source: 'extensions',
      send: 'POST /api/issues/DEMO-1/extensionEndpoints/snoop/look/write',
      expect: { text: 'tried' },
    },
    {
      rule: 'they are as they were',
      source: 'extensions',
      send: 'GET /api/issues/DEMO-1/extensionEndpoints/storage/issue/text',
      expect: { json: { value: 'Слово' } },
    },
  ],
});
