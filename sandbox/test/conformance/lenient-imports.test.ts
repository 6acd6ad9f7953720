import { expect } from '@jest/globals';
import type { AppFiles } from '../support/pack-app.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const manifest = { name: 'imported', title: 'Импорт', version: '1.0.0' };
const entities = "const entities = require('@jetbrains/youtrack-scripting-api/entities');";
const rule = (kind: string, body: string) =>
  `${entities} exports.rule = entities.Issue.${kind}({ ${body} });`;
const both =
  "exports.httpHandler = { endpoints: [{ method: 'GET', path: 'a', handle: (ctx) => ctx.response.text('весь сервер') }, " +
  "{ scope: 'issue', method: 'GET', path: 'b', handle: (ctx) => ctx.response.text(ctx.issue.id) }] };";

const accepted = (title: string, source: Row['source'], imports: AppFiles): Row => ({
  rule: `${title}: imported`,
  source,
  imports,
  expect: { status: 200, json: { id: expect.any(String), $type: 'App' } },
});

/** Imported, and the app's log says what became of it. */
const warned = (title: string, source: Row['source'], imports: AppFiles, says: RegExp): Row[] => [
  accepted(title, source, imports),
  {
    rule: `${title}: a warning in its log`,
    source: 'chosen',
    send: 'GET /api/admin/apps/imported/logs?fields=level,message&$top=1',
    expect: { json: [{ level: 'WARN', message: expect.stringMatching(says), $type: 'AppLogEntry' }] },
  },
];

const extensions = (entityType: string, properties: unknown): AppFiles => ({
  'entity-extensions.json': { entityTypeExtensions: [{ entityType, properties }] },
});

runGroup({
  name: 'what a server imports',
  apps: {},
  rows: [
    accepted('a scope in small letters', 'generator', {
      'settings.json': { type: 'object', properties: { a: { type: 'string', 'x-scope': 'project' } } },
    }),
    {
      rule: 'such a scope is the one it spells',
      source: 'generator',
      send: 'POST /api/admin/apps/imported/globalConfig',
      body: { globalSettings: '{"a":"x"}' },
      expect: { status: 400 },
    },
    accepted('settings of an empty object', 'seen', { 'settings.json': {} }),
    ...warned(
      'a scope that is none',
      'chosen',
      { 'settings.json': { type: 'object', properties: { a: { type: 'string', 'x-scope': 'TEAM' } } } },
      /x-scope/,
    ),
    ...warned(
      'an extension property of the type long',
      'seen',
      extensions('Issue', { a: { type: 'long' } }),
      /long/,
    ),
    ...warned(
      'a flat file of extensions',
      'seen',
      { 'entity-extensions.json': { Issue: { a: 'string' } } },
      /list/,
    ),
    ...warned('an extension of an unknown entity', 'chosen', extensions('Moon', {}), /Moon/),
    ...warned(
      'an extension property of an unknown type',
      'chosen',
      extensions('Issue', { a: { type: 'json' } }),
      /json/,
    ),
    ...warned(
      'a set of plain values',
      'chosen',
      extensions('Issue', { a: { type: 'string', multi: true } }),
      /multi/,
    ),
    ...warned(
      'a widget whose page is not there',
      'chosen',
      {
        'manifest.json': {
          ...manifest,
          widgets: [{ key: 'w', extensionPoint: 'ISSUE_BELOW_SUMMARY', indexPath: 'nowhere.html' }],
        },
      },
      /nowhere\.html/,
    ),
    accepted('paths written from the root of the package', 'packages', {
      'manifest.json': {
        ...manifest,
        widgets: [{ key: 'w', extensionPoint: 'MAIN_MENU_ITEM', indexPath: 'widgets/w/index.html' }],
      },
      'widgets/w/index.html': '<!doctype html>',
    }),
    {
      rule: 'such a path is the one from widgets/',
      source: 'packages',
      send: 'GET /api/admin/apps/imported?fields=widgets(indexPath)',
      expect: {
        json: { widgets: [{ indexPath: 'widgets/w/index.html', $type: 'Widget' }], $type: 'App' },
      },
    },
    ...warned(
      'a stub of an on-schedule rule',
      'generator',
      { 'r.js': rule('onSchedule', "search: '', cron: '', action() {}") },
      /cron/,
    ),
    ...warned(
      'a stub of an action rule',
      'generator',
      { 'r.js': rule('action', "title: '', command: '', action() {}") },
      /command/,
    ),
    ...warned(
      'a stub of a state machine',
      'generator',
      { 'r.js': rule('stateMachine', "fieldName: '', states: {}") },
      /field/,
    ),
    ...warned(
      'a stub of an SLA rule',
      'generator',
      { 'r.js': rule('sla', "title: '', guard: () => false, action() {}") },
      /not emulated/,
    ),
    accepted('a stub of an on-change rule', 'generator', {
      'r.js': rule('onChange', "title: '', guard: () => false, action() {}, requirements: {}"),
    }),
    ...warned(
      'an unreadable cron',
      'chosen',
      { 'r.js': rule('onSchedule', "search: '#Unresolved', cron: 'at tea', action() {}") },
      /at tea/,
    ),
    ...warned('a rule made by nothing', 'chosen', { 'r.js': 'exports.rule = {};' }, /not made by entities/),
    ...warned(
      'a tool without a function',
      'chosen',
      { 't.js': "exports.aiTool = { name: 'x' };" },
      /execute/,
    ),
    ...warned(
      'an unknown scope',
      'chosen',
      {
        'backend.js':
          "exports.httpHandler = { endpoints: [{ scope: 'team', method: 'GET', path: 'a', handle() {} }] };",
      },
      /scope 'team'/,
    ),
    ...warned('scopes of both families in one file', 'generator', { 'backend.js': both }, /mixes the scopes/),
    {
      rule: 'the global one of them answers',
      source: 'generator',
      send: 'GET /api/extensionEndpoints/imported/backend/a',
      expect: { status: 200, text: 'весь сервер' },
    },
    {
      rule: 'so does the one of an issue',
      source: 'generator',
      send: 'GET /api/issues/DEMO-1/extensionEndpoints/imported/backend/b',
      expect: { status: 200, text: 'DEMO-1' },
    },
  ],
});

runGroup({
  name: 'scopes of both families refused',
  flags: ['--mixed-scopes', 'refuse'],
  apps: {},
  rows: [
    {
      rule: 'scopes of both families in one file: refused',
      source: 'handler',
      imports: { 'backend.js': both },
      expect: {
        status: 400,
        json: { error: 'Bad Request', error_description: expect.stringMatching(/mixes/) },
      },
    },
  ],
});
