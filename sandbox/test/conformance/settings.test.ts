import { expect } from '@jest/globals';
import { endpoint, handler } from '../support/pack-app.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  title: 'Настройки',
  properties: {
    site: { title: 'Site', type: 'string', default: 'https://default.example' },
    plain: { title: 'Plain', type: 'string', minLength: 2, maxLength: 5 },
    color: { title: 'Color', type: 'string', enum: ['red', 'blue'] },
    count: { title: 'Count', type: 'integer', minimum: 1, maximum: 9, 'x-scope': 'GLOBAL' },
    ratio: { title: 'Ratio', type: 'number', exclusiveMinimum: 0, multipleOf: 0.5 },
    on: { title: 'On', type: 'boolean', 'x-scope': 'PROJECT' },
    token: { title: 'Token', type: 'string', format: 'secret' },
    reviewer: { title: 'Reviewer', type: 'object', 'x-entity': 'User' },
    team: { title: 'Team', type: 'array', items: { type: 'object', 'x-entity': 'UserGroup' }, minItems: 1 },
  },
};
const show = `ctx.response.json({
  site: ctx.settings.site, plain: ctx.settings.plain == null, color: ctx.settings.color == null ? null : ctx.settings.color,
  count: ctx.settings.count == null ? null : ctx.settings.count, on: ctx.settings.on == null ? null : ctx.settings.on,
  reviewer: ctx.settings.reviewer ? ctx.settings.reviewer.login : null })`;
const app = 'extensionEndpoints/sets';
const global = `GET /api/${app}/global/show`;
const project = `GET /api/issues/DEMO-1/${app}/issue/show`;
const config = '/api/admin/apps/sets/globalConfig';
const projectConfig = '/api/admin/projects/DEMO/appConfigurations/sets';
const unset = {
  site: 'https://default.example',
  plain: true,
  color: null,
  count: null,
  on: null,
  reviewer: null,
};

const refused = (rule: string, globalSettings: unknown): Row => ({
  rule: `${rule} is refused`,
  source: 'settings',
  send: `POST ${config}`,
  body: { globalSettings: JSON.stringify(globalSettings) },
  expect: { status: 400, json: { error: 'Bad Request', error_description: expect.any(String) } },
});

const set = (rule: string, path: string, body: unknown): Row => ({
  rule,
  source: 'settings',
  send: `POST ${path}`,
  body,
  expect: { status: 200 },
});

runGroup({
  name: 'settings',
  apps: {
    sets: {
      'settings.json': schema,
      'global.js': handler(
        endpoint('GET show', show),
        endpoint(
          'GET secret',
          'ctx.response.json({ text: "" + ctx.settings.token, json: JSON.stringify({ a: ctx.settings.token }) })',
        ),
        endpoint('GET log', 'console.log("token", ctx.settings.token); ctx.response.text("ok")'),
      ),
      'issue.js': handler(endpoint('GET show', show, "scope: 'issue'")),
    },
    needy: {
      'settings.json': {
        type: 'object',
        required: ['key', 'own'],
        properties: {
          key: { type: 'string', title: 'Key', default: 'no help', 'x-scope': 'GLOBAL' },
          own: { type: 'string', title: 'Own', 'x-scope': 'PROJECT' },
        },
      },
      'global.js': handler(endpoint('GET hi', 'ctx.response.text("hi")')),
      'issue.js': handler(endpoint('GET hi', 'ctx.response.text("hi")', "scope: 'issue'")),
    },
  },
  rows: [
    {
      rule: 'a default holds where nothing is set',
      source: 'settings',
      send: global,
      expect: { json: unset },
    },
    { rule: 'so it does in a project', source: 'settings', send: project, expect: { json: unset } },
    set('a global value is set', config, {
      globalSettings: '{"site":"https://global.example","color":"red","count":3}',
    }),
    {
      rule: 'a global value holds in the global context',
      source: 'settings',
      send: global,
      expect: { json: { ...unset, site: 'https://global.example', color: 'red', count: 3 } },
    },
    {
      rule: 'a global value is inherited by projects',
      source: 'settings',
      send: project,
      expect: { json: { ...unset, site: 'https://global.example', color: 'red', count: 3 } },
    },
    set('a project value is set', projectConfig, {
      projectSettings: '{"site":"https://project.example","on":true}',
    }),
    {
      rule: 'a project value goes before the global one',
      source: 'settings',
      send: project,
      expect: { json: { ...unset, site: 'https://project.example', color: 'red', count: 3, on: true } },
    },
    {
      rule: 'global scripts do not see project values',
      source: 'settings',
      send: global,
      expect: { json: { ...unset, site: 'https://global.example', color: 'red', count: 3 } },
    },
    {
      rule: 'other projects do not see it',
      source: 'settings',
      send: `GET /api/issues/OPS-1/${app}/issue/show`,
      expect: { json: expect.objectContaining({ site: 'https://global.example', on: null }) },
    },
    {
      rule: 'settings print as a text of JSON, each level its own',
      source: 'tools',
      send: `GET ${projectConfig}?fields=projectSettings,globalSettings`,
      expect: {
        json: {
          projectSettings: '{"site":"https://project.example","on":true}',
          globalSettings: '{"site":"https://global.example","color":"red","count":3}',
          $type: expect.any(String),
        },
      },
    },
    set('null takes a value away', projectConfig, { projectSettings: '{"site":null}' }),
    {
      rule: 'then the global value holds again',
      source: 'settings',
      send: project,
      expect: { json: expect.objectContaining({ site: 'https://global.example' }) },
    },
    refused('a choice outside enum', { color: 'green' }),
    refused('a text that is too short', { plain: 'a' }),
    refused('a text that is too long', { plain: 'abcdef' }),
    refused('a number below minimum', { count: 0 }),
    refused('a number above maximum', { count: 10 }),
    refused('a fraction for an integer', { count: 1.5 }),
    refused('a number at its exclusive minimum', { ratio: 0 }),
    refused('a number that is no multiple', { ratio: 0.7 }),
    refused('a text for a boolean', { on: 'yes' }),
    refused('a project setting on the global level', { on: true }),
    {
      ...refused('a global setting on the project level', {}),
      send: `POST ${projectConfig}`,
      body: { projectSettings: '{"count":1}' },
    },
    refused('a list with too few items', { team: [] }),
    refused('an entity that is nowhere', { reviewer: { login: 'nobody' } }),
    refused('a setting that is not declared', { moon: 1 }),
    { ...refused('text that is not JSON', 0), body: { globalSettings: '{' } },
    set('an entity is set by its login', config, {
      globalSettings: '{"reviewer":{"login":"jane"},"team":[{"name":"Team"}]}',
    }),
    {
      rule: 'an entity reads as the entity',
      source: 'settings',
      send: global,
      expect: { json: expect.objectContaining({ reviewer: 'jane' }) },
    },
    set('a secret is set', config, { globalSettings: '{"token":"hunter2"}' }),
    {
      rule: 'a secret never prints over REST',
      source: 'settings',
      send: `GET ${config}?fields=globalSettings`,
      expect: { text: /^(?!.*hunter2).*token/ },
    },
    {
      rule: 'a secret is lost when it is concatenated or turned into JSON',
      source: 'settings',
      send: `GET /api/${app}/global/secret`,
      expect: { status: 200, text: /^(?!.*hunter2)/ },
    },
    {
      rule: 'a secret is logged',
      source: 'settings',
      send: `GET /api/${app}/global/log`,
      expect: { status: 200 },
    },
    {
      rule: 'a secret never shows in logs',
      source: 'settings',
      send: 'GET /api/admin/apps/sets/logs',
      expect: { text: /^(?!.*hunter2).*token/ },
    },
    {
      rule: 'a required setting keeps the app inactive; its default does not help',
      source: 'settings',
      send: 'GET /api/extensionEndpoints/needy/global/hi',
      expect: { status: 404 },
    },
    {
      rule: 'the app says that settings are missing',
      source: 'tools',
      send: 'GET /api/admin/apps/needy?fields=globalConfig(missingRequiredSettings,isActive)',
      expect: {
        json: {
          globalConfig: { missingRequiredSettings: true, isActive: false, $type: expect.any(String) },
          $type: 'App',
        },
      },
    },
    set('the required global setting is set', '/api/admin/apps/needy/globalConfig', {
      globalSettings: '{"key":"k"}',
    }),
    {
      rule: 'then global scripts answer',
      source: 'settings',
      send: 'GET /api/extensionEndpoints/needy/global/hi',
      expect: { text: 'hi' },
    },
    {
      rule: 'a required project setting keeps the app inactive in the project',
      source: 'settings',
      send: 'GET /api/issues/DEMO-1/extensionEndpoints/needy/issue/hi',
      expect: { status: 404 },
    },
    set('the required project setting is set', '/api/admin/projects/DEMO/appConfigurations/needy', {
      projectSettings: '{"own":"o"}',
    }),
    {
      rule: 'then it answers in that project',
      source: 'settings',
      send: 'GET /api/issues/DEMO-1/extensionEndpoints/needy/issue/hi',
      expect: { text: 'hi' },
    },
    {
      rule: 'and in no other',
      source: 'settings',
      send: 'GET /api/issues/OPS-1/extensionEndpoints/needy/issue/hi',
      expect: { status: 404 },
    },
    set('a choice is set', config, { globalSettings: '{"color":"red"}' }),
    set('an app is switched off', config, { enabled: false }),
    {
      rule: 'an app that is switched off does not answer',
      source: 'tools',
      send: global,
      expect: { status: 404 },
    },
    { rule: 'nor does it in projects', source: 'tools', send: project, expect: { status: 404 } },
    set('an app is switched on again', config, { enabled: true }),
    {
      rule: 'its settings are still there',
      source: 'tools',
      send: global,
      expect: { json: expect.objectContaining({ color: 'red' }) },
    },
    {
      rule: 'only administrators of apps set global settings',
      source: 'settings',
      as: 'lead',
      send: `POST ${config}`,
      body: {},
      expect: { status: 403 },
    },
    {
      rule: 'project administrators set project settings',
      source: 'settings',
      as: 'lead',
      send: `POST ${projectConfig}`,
      body: { projectSettings: '{"color":"blue"}' },
      expect: { status: 200 },
    },
    {
      rule: 'others do not',
      source: 'settings',
      as: 'joe',
      send: `POST ${projectConfig}`,
      body: {},
      expect: { status: 403 },
    },
  ],
});
