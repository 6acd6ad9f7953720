import { type AppFiles, packApp } from '../support/pack-app.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

/** As bundlers write them: everything in one function, exports behind getters, `module.exports` replaced. */
const bundle = (body: string, exported: string) =>
  `"use strict";var __defProp=Object.defineProperty;var __export=(t,a)=>{for(var n in a)__defProp(t,n,{get:a[n],enumerable:!0})};` +
  `var src={};__export(src,{${exported}:()=>${exported}});module.exports=src;${body}`;

const page = '<!doctype html><html><head></head><body>Привет</body></html>';
const widget = (key: string) => ({
  key,
  name: `Widget ${key}`,
  extensionPoint: 'ISSUE_BELOW_SUMMARY',
  indexPath: `${key}/index.html`,
});
const shows = (rule: string, source: Row['source'], path: string, text: string | RegExp): Row => ({
  rule,
  source,
  send: `GET ${path}`,
  expect: { status: 200, text },
});
const imported = (rule: string, source: Row['source'], imports: AppFiles): Row => ({
  rule,
  source,
  imports,
  expect: { status: 200 },
});
const changed = (rule: string, body: unknown): Row => ({
  rule,
  source: 'rule',
  as: 'jane',
  send: 'POST /api/issues/DEMO-1?fields=summary',
  body,
  expect: { status: 200 },
});
const command = (rule: string, query: string): Row => ({
  rule,
  source: 'actionRule',
  as: 'jane',
  send: 'POST /api/commands',
  body: { query, issues: [{ idReadable: 'DEMO-1' }] },
  expect: { status: 200 },
});
const tool = (rule: string, app: string, name: string, text: RegExp): Row => ({
  rule,
  source: 'tool',
  as: 'jane',
  send: `POST /mcp?customToolPackages=${app}`,
  headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
  body: {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: `${app}_${name}`, arguments: { word: 'да' } },
  },
  expect: { status: 200, text },
});

/** A zip as the older official tool posts it: a multipart form with the field `file`. */
function upload(name: string, files: AppFiles): Pick<Row, 'body' | 'headers'> {
  const boundary = '----NodeFormBoundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}.zip"\r\nContent-Type: application/zip\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(head),
    packApp(name, files),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return {
    body: new Uint8Array(body),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

const entities = "const entities = require('@jetbrains/youtrack-scripting-api/entities');";
const scaffoldSettings = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  title: 'Настройки',
  description: '',
  properties: { enableFeature: { type: 'boolean', title: 'Enable', default: true, 'x-scope': 'project' } },
};

runGroup({
  name: 'apps of every kind, from zip to work',
  apps: {},
  rows: [
    imported('a bundle is imported', 'seen', {
      'manifest.json': { name: 'bundled', title: 'Bundle', version: '1.0.0', widgets: [widget('panel')] },
      'backend.js': bundle(
        'var greet=n=>"Привет, "+n;var httpHandler={endpoints:[{scope:"ISSUE",method:"get",path:"/hello",handle(e){e.response.json({text:greet(e.issue.id)})}}]};',
        'httpHandler',
      ),
      'tool.js': bundle(
        'var aiTool={name:"echo",description:"Echo",inputSchema:{type:"object",properties:{word:{type:"string"}}},execute:e=>e.arguments.word};',
        'aiTool',
      ),
      'widgets/panel/index.html': page,
      'widgets/panel/app.js': 'YTApp.register()',
    }),
    shows(
      'its handler answers',
      'seen',
      '/api/issues/DEMO-1/extensionEndpoints/bundled/backend/hello',
      '{"text":"Привет, DEMO-1"}',
    ),
    tool('its tool answers', 'bundled', 'echo', /да/),
    shows('its widget is on the page of an issue', 'seen', '/issue/DEMO-1', /Widget panel/),

    imported('plain scripts are imported', 'seen', {
      'manifest.json': { name: 'plain', title: 'Plain', version: '1.0.0' },
      'lib.js': "exports.mark = (text) => text + ' ✓';",
      'on-change.js': `${entities} const { mark } = require('./lib'); exports.rule = entities.Issue.onChange({ title: 'Mark', guard: (ctx) => ctx.issue.isChanged('summary') && !ctx.issue.summary.includes('✓'), action: (ctx) => { ctx.issue.summary = mark(ctx.issue.summary); } });`,
      'command.js': `${entities} exports.rule = entities.Issue.action({ title: 'Shout', command: 'shout', action: (ctx) => { ctx.issue.summary = ctx.issue.summary.toUpperCase(); } });`,
      'backend.js':
        "exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hello', handle: (ctx) => ctx.response.text('привет') }] };",
    }),
    changed('a summary is changed', { summary: 'печать' }),
    shows('its rule has run', 'rule', '/api/issues/DEMO-1?fields=summary', /печать ✓/),
    command('its command is applied', 'shout'),
    shows('and has done its work', 'actionRule', '/api/issues/DEMO-1?fields=summary', /ПЕЧАТЬ ✓/),
    shows('its handler answers', 'handler', '/api/extensionEndpoints/plain/backend/hello', 'привет'),

    imported('what JetBrains’ generator makes is imported', 'generator', {
      'manifest.json': {
        name: 'scaffold',
        title: 'Scaffold',
        description: 'x',
        $schema: 'https://json.schemastore.org/youtrack-app.json',
        vendor: { name: 'Ведро', url: 'https://example.com' },
        icon: 'icon.svg',
        widgets: [
          {
            ...widget('main'),
            extensionPoint: 'MAIN_MENU_ITEM',
            iconPath: 'main/widget-icon.svg',
            description: '',
          },
        ],
      },
      'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'settings.json': scaffoldSettings,
      'entity-extensions.json': {
        entityTypeExtensions: [
          { entityType: 'Issue', properties: { note: { type: 'string', multi: false } } },
        ],
      },
      'global.js': bundle(
        'var httpHandler={endpoints:[{method:"GET",path:"demo",handle:e=>e.response.json({test:e.request.getParameter("test")})}]};',
        'httpHandler',
      ),
      'project.js': bundle(
        'var httpHandler={endpoints:[{scope:"project",method:"GET",path:"demo",handle:e=>e.response.json({on:e.settings.enableFeature})}]};',
        'httpHandler',
      ),
      'notify-on-change.js': `${entities} exports.rule = entities.Issue.onChange({ title: '', guard: (ctx) => { return false; }, action: (ctx) => {}, requirements: {} });`,
      'weekly.js': `${entities} exports.rule = entities.Issue.onSchedule({ title: '', search: '', cron: '', action: (ctx) => {}, requirements: {} });`,
      'response-time.js': `${entities} exports.rule = entities.Issue.sla({ title: '', guard: (ctx) => false, onEnter: (ctx) => {}, action: (ctx) => {}, onBreach: (ctx) => {}, requirements: {} });`,
      'widgets/main/index.html': page,
      'widgets/main/widget-icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }),
    shows(
      'its global handler answers',
      'generator',
      '/api/extensionEndpoints/scaffold/global/demo?test=123',
      '{"test":"123"}',
    ),
    shows(
      'its project handler sees the settings',
      'generator',
      '/api/admin/projects/DEMO/extensionEndpoints/scaffold/project/demo',
      '{"on":true}',
    ),

    {
      rule: 'a classic workflow is uploaded',
      source: 'workflowTool',
      send: 'POST /api/admin/workflows/import',
      ...upload('classic', {
        'manifest.json': undefined,
        'package.json': {
          name: 'classic',
          title: 'Классический',
          description: null,
          dependencies: { '@jetbrains/youtrack-scripting-api': '^2018.1.38923' },
          youtrack: { autoAttached: false, readOnly: false },
        },
        'README.js': '// README',
        'describe.js': `var entities = require('@jetbrains/youtrack-scripting-api/entities'); exports.rule = entities.Issue.onChange({ title: 'Describe', guard: function(ctx) { return ctx.issue.isReported && ctx.issue.becomes('Priority', ctx.P.Major); }, action: function(ctx) { ctx.issue.description = 'важно'; }, requirements: { P: { type: entities.EnumField.fieldType, name: 'Priority', Major: {} } } });`,
        'reassign.js': `var entities = require('@jetbrains/youtrack-scripting-api/entities'); exports.rule = entities.Issue.action({ title: 'Mine', command: 'mine', guard: function(ctx) { return true; }, action: function(ctx) { ctx.issue.Assignee = ctx.currentUser; }, requirements: { Assignee: { type: entities.User.fieldType } } });`,
      }),
      expect: { status: 200 },
    },
    shows(
      'it is listed as a workflow',
      'workflowTool',
      '/api/admin/workflows?fields=name,title',
      /classic.*Классический/,
    ),
    changed('the field it waits for is set', {
      customFields: [{ name: 'Priority', value: { name: 'Major' } }],
    }),
    shows('its rule has run', 'workflows', '/api/issues/DEMO-1?fields=description', /важно/),
    command('its command is applied', 'mine'),
    shows(
      'and writes the field it names directly',
      'workflows',
      '/api/issues/DEMO-1/customFields/Assignee?fields=value(login)',
      /"login":"jane"/,
    ),
  ],
});
