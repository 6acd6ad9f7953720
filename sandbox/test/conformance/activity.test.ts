import { expect } from '@jest/globals';
import { endpoint, handler } from '../support/pack-app.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const hi = endpoint('GET hi', 'ctx.response.text("привет")');
const hiOfIssue = endpoint('GET hi', 'ctx.response.text("привет")', "scope: 'issue'");
const settings = (required: readonly string[], properties: Record<string, unknown>) => ({
  'settings.json': { type: 'object', required, properties },
});
const global = (app: string) => `GET /api/extensionEndpoints/${app}/global/hi`;

const answers = (rule: string, send: string, status: number): Row => ({
  rule,
  source: status === 200 ? 'inferred' : 'settings',
  send,
  expect: { status },
});

const logs = (rule: string, app: string, message: RegExp): Row => ({
  rule,
  source: 'chosen',
  send: `GET /api/admin/apps/${app}/logs?fields=message`,
  expect: {
    json: expect.arrayContaining([expect.objectContaining({ message: expect.stringMatching(message) })]),
  },
});

const fill = (rule: string, app: string, project: string, projectSettings: string): Row => ({
  rule,
  source: 'settings',
  send: `POST /api/admin/projects/${project}/appConfigurations/${app}`,
  body: { projectSettings },
  expect: { status: 200 },
});

runGroup({
  name: 'where an app is active, and why not',
  apps: {
    undeclared: {
      ...settings(['key'], { key: { type: 'string', title: 'Ключ' } }),
      'global.js': handler(hi),
      'issue.js': handler(hiOfIssue),
    },
    projectonly: {
      ...settings(['key'], { key: { type: 'string', title: 'Ключ', 'x-scope': 'PROJECT' } }),
      'global.js': handler(hi),
    },
    needs: {
      'r.js':
        "const e = require('@jetbrains/youtrack-scripting-api/entities'); exports.rule = e.Issue.onChange({ title: 'x', action() {}, requirements: { Moon: { type: e.State.fieldType } } });",
    },
  },
  rows: [
    answers('a required setting filled nowhere keeps global endpoints away', global('undeclared'), 404),
    logs('the log says which setting, at once', 'undeclared', /^Inactive on the server: .*"key"/),
    logs(
      'and which call it refused',
      'undeclared',
      /GET \/api\/extensionEndpoints\/undeclared\/global\/hi is answered 404: the app is inactive.*"key"/,
    ),
    fill('it is filled in one project', 'undeclared', 'DEMO', '{"key":"k"}'),
    answers('a setting of undeclared scope counts where it is filled', global('undeclared'), 200),
    answers('in that project', 'GET /api/issues/DEMO-1/extensionEndpoints/undeclared/issue/hi', 200),
    answers('not in another one', 'GET /api/issues/OPS-1/extensionEndpoints/undeclared/issue/hi', 404),
    answers('global endpoints do not ask for settings of projects', global('projectonly'), 200),
    logs(
      'a requirement that a project does not meet is in the log',
      'needs',
      /^Inactive in the project DEMO: .*Moon/,
    ),
    answers('an unknown path is not found', 'GET /api/extensionEndpoints/undeclared/global/ho', 404),
    logs(
      'the log names what there is',
      'undeclared',
      /global\.js has no GET ho \(global\); it has GET hi \(global\)/,
    ),
    {
      rule: 'the page of an app says it, too',
      source: 'chosen',
      headers: { cookie: 'youtrack-sandbox-user=admin' },
      send: 'GET /admin/apps/needs',
      expect: { status: 200, text: /DEMO.*Moon/s },
    },
    {
      rule: 'that page is for those who administer apps',
      source: 'chosen',
      headers: { cookie: 'youtrack-sandbox-user=joe' },
      send: 'GET /admin/apps/needs',
      expect: { status: 404 },
    },
  ],
});
