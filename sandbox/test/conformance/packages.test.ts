import { expect } from '@jest/globals';
import type { AppFiles } from '../support/pack-app.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const manifest = { name: 'imported', title: 'Импорт', version: '1.0.0' };
const widget = {
  key: 'panel',
  name: 'Panel',
  extensionPoint: 'ISSUE_BELOW_SUMMARY',
  indexPath: 'panel/index.html',
};
const page = { 'widgets/panel/index.html': '<!doctype html>' };
const hello = (text: string) =>
  `{ method: 'GET', path: 'hello', handle: (ctx) => ctx.response.text('${text}') }`;
const call = 'GET /api/extensionEndpoints/imported/backend/hello';

const accepted = (rule: string, source: Row['source'], imports: AppFiles): Row => ({
  rule: `${rule}: imported`,
  source,
  imports,
  expect: { status: 200, json: { id: expect.stringMatching(/^\d+-\d+$/), $type: 'App' } },
});

const refused = (rule: string, source: Row['source'], imports: AppFiles): Row => ({
  rule: `${rule}: refused with one sentence`,
  source,
  imports,
  expect: {
    status: 400,
    json: { error: 'Bad Request', error_description: expect.stringMatching(/^[^\n]{10,300}$/) },
  },
});

const answers = (rule: string, source: Row['source'], script: string, siblings: AppFiles = {}): Row[] => [
  accepted(rule, source, { 'backend.js': script, ...siblings }),
  { rule: `${rule}: answers`, source, send: call, expect: { status: 200, text: 'да' } },
];

runGroup({
  name: 'packages as they come',
  apps: {},
  rows: [
    ...answers('exports.httpHandler', 'handler', `exports.httpHandler = { endpoints: [${hello('да')}] };`),
    ...answers(
      'one endpoint object instead of a list',
      'handler',
      `exports.httpHandler = { endpoints: ${hello('да')} };`,
    ),
    ...answers(
      'module.exports as a bundler writes it',
      'seen',
      `module.exports = { httpHandler: { endpoints: [${hello('да')}] } };`,
    ),
    ...answers(
      'module.exports with getters',
      'seen',
      `var e = {}; Object.defineProperty(e, 'httpHandler', { enumerable: true, get: function () { return h; } }); module.exports = e; var h = { endpoints: [${hello('да')}] };`,
    ),
    ...answers(
      'minified code',
      'seen',
      `"use strict";(()=>{var o={endpoints:[{method:"GET",path:"hello",handle:t=>t.response.text("да")}]};module.exports={httpHandler:o}})();`,
    ),
    ...answers(
      'require of a sibling without .js',
      'seen',
      `const { text } = require('./lib'); exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hello', handle: (ctx) => ctx.response.text(text) }] };`,
      {
        'lib.js': "exports.text = 'да';",
      },
    ),
    ...answers(
      'require of a sibling with .js',
      'seen',
      `const { text } = require('./lib.js'); exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hello', handle: (ctx) => ctx.response.text(text) }] };`,
      {
        'lib.js': "module.exports.text = 'да';",
      },
    ),
    ...answers(
      'the scripting API with .js',
      'seen',
      `const entities = require('@jetbrains/youtrack-scripting-api/entities.js'); exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hello', handle: (ctx) => ctx.response.text(entities.Issue ? 'да' : 'нет') }] };`,
    ),
    ...answers(
      'ES2022 syntax',
      'seen',
      `class A { #x = 'да'; static y = 1; get x() { return this.#x ?? 'нет'; } } exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hello', handle: (ctx) => ctx.response.text(new A()?.x) }] };`,
    ),
    ...answers(
      'an async handler',
      'seen',
      `exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hello', handle: async (ctx) => { await null; ctx.response.text('да'); } }] };`,
    ),
    ...answers(
      'a handler that returns a value',
      'seen',
      `exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hello', handle: (ctx) => { ctx.response.text('да'); return { ignored: true }; } }] };`,
    ),
    ...answers(
      'a library that exports nothing special',
      'handler',
      `exports.httpHandler = { endpoints: [${hello('да')}] };`,
      {
        'lib.js': 'const x = 1; exports.answer = 42;',
        'empty.js': '',
      },
    ),
    accepted('scripts in folders are not scanned', 'seen', {
      'src/broken.js': 'this is not JavaScript',
      'widgets/a.js': 'nor ( this',
    }),
    accepted('unknown manifest keys', 'seen', {
      'manifest.json': { ...manifest, dev: true, whatever: { a: [1] } },
    }),
    accepted('a manifest with nothing but a name', 'manifest', { 'manifest.json': { name: 'bare' } }),
    {
      rule: 'without a title the name is shown, without a version 0.0.0',
      source: 'manifest',
      send: 'GET /api/admin/apps/bare?fields=title,version',
      expect: { json: { title: 'bare', version: '0.0.0', $type: 'App' } },
    },
    accepted('a name with dots, dashes and a tilde', 'schema', { 'manifest.json': { name: 'a-b_c.d~e' } }),
    accepted('a widget', 'widgets', { 'manifest.json': { ...manifest, widgets: [widget] }, ...page }),
    accepted('a widget whose indexPath has a query', 'schema', {
      'manifest.json': { ...manifest, widgets: [{ ...widget, indexPath: 'panel/index.html?mode=a' }] },
      ...page,
    }),
    accepted('a widget without a name', 'widgets', {
      'manifest.json': { ...manifest, widgets: [{ ...widget, name: undefined }] },
      ...page,
    }),
    accepted('the lowest YouTrack version is this one', 'manifest', {
      'manifest.json': { ...manifest, minYouTrackVersion: '2026.2.0' },
    }),
    refused('no manifest at the root', 'manifest', {
      'manifest.json': undefined,
      'app/manifest.json': manifest,
    }),
    {
      rule: 'a package with three faults says all three',
      source: 'chosen',
      imports: {
        'manifest.json': { name: 'Big Letters', version: '1' },
        'settings.json': { type: 'array' },
      },
      expect: {
        status: 400,
        json: {
          error: 'Bad Request',
          error_description: expect.stringMatching(/name: .*version: .*settings\.json: type: /),
        },
      },
    },
    refused('a manifest that is not JSON', 'manifest', { 'manifest.json': '{ "name": ' }),
    refused('a manifest that is a list', 'manifest', { 'manifest.json': [] }),
    refused('no name', 'manifest', { 'manifest.json': { version: '1.0.0' } }),
    refused('a name in capitals', 'schema', { 'manifest.json': { name: 'Imported' } }),
    refused('a name with blanks', 'schema', { 'manifest.json': { name: 'my app' } }),
    refused('a version of two numbers', 'schema', { 'manifest.json': { ...manifest, version: '1.0' } }),
    refused('a version with a suffix', 'schema', { 'manifest.json': { ...manifest, version: '1.0.0-beta' } }),
    refused('a version that is a number', 'schema', { 'manifest.json': { ...manifest, version: 1 } }),
    refused('an app for a later YouTrack', 'manifest', {
      'manifest.json': { ...manifest, minYouTrackVersion: '2099.1.0' },
    }),
    refused('an app for an earlier YouTrack', 'manifest', {
      'manifest.json': { ...manifest, maxYouTrackVersion: '2020.1.0' },
    }),
    refused('an empty list of widgets', 'widgets', { 'manifest.json': { ...manifest, widgets: [] } }),
    refused('a widget without a key', 'widgets', {
      'manifest.json': { ...manifest, widgets: [{ ...widget, key: undefined }] },
      ...page,
    }),
    refused('a widget without an extension point', 'widgets', {
      'manifest.json': { ...manifest, widgets: [{ ...widget, extensionPoint: undefined }] },
      ...page,
    }),
    refused('an extension point that is none', 'schema', {
      'manifest.json': { ...manifest, widgets: [{ ...widget, extensionPoint: 'ISSUE_SIDEBAR' }] },
      ...page,
    }),
    refused('two widgets with one key', 'widgets', {
      'manifest.json': { ...manifest, widgets: [widget, widget] },
      ...page,
    }),
    refused('a helpdesk channel without an icon', 'widgets', {
      'manifest.json': {
        ...manifest,
        widgets: [{ ...widget, extensionPoint: 'HELPDESK_CHANNEL', description: 'x' }],
      },
      ...page,
    }),
    refused('expected dimensions on a dashboard', 'manifest', {
      'manifest.json': {
        ...manifest,
        widgets: [{ ...widget, extensionPoint: 'DASHBOARD_WIDGET', expectedDimensions: { width: 1 } }],
      },
      ...page,
    }),
    refused('default dimensions elsewhere', 'manifest', {
      'manifest.json': { ...manifest, widgets: [{ ...widget, defaultDimensions: { width: '1fr' } }] },
      ...page,
    }),
    refused('a require that leads nowhere', 'seen', { 'backend.js': "require('./nowhere')" }),
    refused('a require of a Node module', 'seen', { 'backend.js': "require('node:fs')" }),
    refused('a require of a package', 'seen', { 'backend.js': "require('lodash')" }),
    refused('a script that is not JavaScript', 'chosen', { 'backend.js': 'exports.httpHandler = {' }),
    refused('a script that throws while it is loaded', 'chosen', { 'backend.js': "throw new Error('no')" }),
    accepted('issue, article and project scope in one file', 'handler', {
      'backend.js':
        "exports.httpHandler = { endpoints: [{ scope: 'issue', method: 'GET', path: 'a', handle() {} }, { scope: 'article', method: 'GET', path: 'b', handle() {} }, { scope: 'project', method: 'GET', path: 'c', handle() {} }] };",
    }),
    accepted('user and global scope in one file', 'handler', {
      'backend.js':
        "exports.httpHandler = { endpoints: [{ scope: 'user', method: 'GET', path: 'a', handle() {} }, { method: 'GET', path: 'b', handle() {} }] };",
    }),
    refused('settings that are no schema of an object', 'settings', {
      'settings.json': { type: 'string', properties: {} },
    }),
    refused('a setting of an unknown type', 'settings', {
      'settings.json': { type: 'object', properties: { a: { type: 'date' } } },
    }),
    refused('a setting of an unknown entity', 'settings', {
      'settings.json': { type: 'object', properties: { a: { type: 'object', 'x-entity': 'Sprint' } } },
    }),
    {
      rule: 'the list names every app',
      source: 'tools',
      send: 'GET /api/admin/apps?fields=id,name&$top=-1',
      expect: {
        json: expect.arrayContaining([
          expect.objectContaining({ name: 'imported' }),
          expect.objectContaining({ name: 'bare' }),
        ]),
      },
    },
    {
      rule: 'an app is found by its name with an @ before it',
      source: 'tools',
      send: 'GET /api/admin/apps/@bare?fields=name',
      expect: { json: { name: 'bare', $type: 'App' } },
    },
    {
      rule: 'an app is deleted by its name',
      source: 'tools',
      send: 'DELETE /api/admin/apps/bare',
      expect: { status: 200 },
    },
    {
      rule: 'a deleted app is not found',
      source: 'tools',
      send: 'GET /api/admin/apps/bare',
      expect: { status: 404, json: { error: 'Not Found', error_description: 'App with id bare not found' } },
    },
  ],
});
