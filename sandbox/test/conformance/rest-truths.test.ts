import { expect } from '@jest/globals';
import { fullWorld } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const secrets = {
  'settings.json': {
    type: 'object',
    properties: {
      site: { type: 'string', title: 'Сайт' },
      token: { type: 'string', title: 'Token', format: 'secret' },
    },
  },
  'global.js':
    "const http = require('@jetbrains/youtrack-scripting-api/http'); exports.httpHandler = { endpoints: [{ method: 'GET', path: 'show', " +
    'handle: (ctx) => ctx.response.json({ site: ctx.settings.site == null ? null : ctx.settings.site, token: ctx.settings.token == null ? null : String(ctx.settings.token) }) }] };',
};
const config = '/api/admin/apps/secrets/globalConfig';

const posts = (rule: string, source: Row['source'], path: string, body: unknown, status = 200): Row => ({
  rule,
  source,
  send: `POST ${path}`,
  body,
  expect: { status },
});

const shows = (rule: string, source: Row['source'], path: string, json: unknown): Row => ({
  rule,
  source,
  send: `GET ${path}`,
  expect: { status: 200, json },
});

runGroup({
  name: 'settings over REST',
  apps: { secrets },
  rows: [
    posts('settings are set', 'toolsReadme', config, { globalSettings: '{"site":"а","token":"t0p"}' }),
    shows('a secret is a mask', 'toolsReadme', `${config}?fields=globalSettings`, {
      globalSettings: '{"site":"а","token":"<***>"}',
      $type: 'GlobalAppConfiguration',
    }),
    posts('what is sent takes the place of all', 'reference', config, {
      globalSettings: '{"token":"<***>"}',
    }),
    shows(
      'what is not in it is unset, the mask keeps the secret',
      'reference',
      '/api/extensionEndpoints/secrets/global/show',
      {
        site: null,
        token: '<***>',
      },
    ),
    posts('a body without settings changes none', 'reference', config, { enabled: true }),
    shows('they are still there', 'reference', '/api/extensionEndpoints/secrets/global/show', {
      site: null,
      token: '<***>',
    }),
    posts(
      'a key nobody knows is refused, not passed over',
      'chosen',
      config,
      { settings: { site: 'x' } },
      400,
    ),
    posts('settings of projects are not set on the server', 'chosen', config, { projectSettings: '{}' }, 400),
    posts('an empty object unsets everything', 'reference', config, { globalSettings: '{}' }),
    shows('the secret too', 'reference', '/api/extensionEndpoints/secrets/global/show', {
      site: null,
      token: null,
    }),
  ],
});

const machine =
  "exports.rule = require('@jetbrains/youtrack-scripting-api/entities').Issue.stateMachine({ title: 'Ход', fieldName: 'Stage', states: { " +
  "New: { initial: true, transitions: { start: { targetState: 'Doing' }, forbid: { targetState: 'Done', guard: () => false } } }, " +
  "Doing: { transitions: { finish: { targetState: 'Done' } } }, Done: { transitions: {} } } });";
const stage = '/api/issues/DEMO-1/customFields/Stage';
const stageIs = (rule: string, name: string): Row =>
  shows(rule, 'restIssues', `${stage}?fields=value(name)`, {
    value: { name, $type: expect.any(String) },
    $type: 'StateMachineIssueCustomField',
  });

runGroup({
  name: 'custom fields over REST',
  world: {
    ...fullWorld,
    projects: fullWorld.projects.map((project) =>
      project.key === 'DEMO'
        ? {
            ...project,
            fields: [
              ...project.fields,
              {
                name: 'Stage',
                type: 'enum',
                values: [{ name: 'New' }, { name: 'Doing' }, { name: 'Done' }],
                default: 'New',
              },
            ],
          }
        : project,
    ),
    issues: fullWorld.issues.map((issue) =>
      issue.id === 'DEMO-1' ? { ...issue, fields: { ...issue.fields, Stage: 'New' } } : issue,
    ),
  },
  apps: { machine: { 'stage.js': machine } },
  rows: [
    posts('a body without value changes nothing', 'restIssues', '/api/issues/DEMO-1/customFields/State', {}),
    shows(
      'the state is still there',
      'restIssues',
      '/api/issues/DEMO-1/customFields/State?fields=value(name)',
      {
        value: { name: 'Open', $type: 'StateBundleElement' },
        $type: 'StateIssueCustomField',
      },
    ),
    posts('null empties a field', 'restIssues', '/api/issues/DEMO-1/customFields/Due%20Date', {
      value: null,
    }),
    shows(
      'a field of a state machine is of its own type and names the events',
      'restStateMachine',
      `${stage}?fields=event(id),possibleEvents(id,presentation)`,
      {
        event: null,
        possibleEvents: ['start', 'forbid'].map((id) => ({ id, presentation: id, $type: 'Event' })),
        $type: 'StateMachineIssueCustomField',
      },
    ),
    posts('an event is fired by its id', 'restStateMachine', stage, {
      $type: 'StateMachineIssueCustomField',
      event: { id: 'start', $type: 'Event' },
    }),
    stageIs('the field has the state the event leads to', 'Doing'),
    posts('so it is among the custom fields of an issue', 'restStateMachine', '/api/issues/DEMO-1', {
      customFields: [{ name: 'Stage', $type: 'StateMachineIssueCustomField', event: { id: 'finish' } }],
    }),
    stageIs('the issue went on', 'Done'),
    posts(
      'an event the state does not know is refused',
      'restStateMachine',
      stage,
      { event: { id: 'start' } },
      400,
    ),
    posts(
      'an event of a field without a machine is refused',
      'restStateMachine',
      '/api/issues/DEMO-1/customFields/Priority',
      { event: { id: 'start' } },
      400,
    ),
    shows(
      'the values of a user field are the team',
      'help',
      '/api/issues/DEMO-1/customFields/Assignee/possibleValues?fields=login',
      [
        { login: 'jane', $type: 'User' },
        { login: 'joe', $type: 'User' },
      ],
    ),
    shows(
      'those of a field with values are its values, without the archived',
      'restProjects',
      '/api/issues/DEMO-1/fields/State/possibleValues?fields=name',
      [...['Open', 'In Progress', 'Fixed'].map((name) => ({ name, $type: 'StateBundleElement' }))],
    ),
  ],
});

runGroup({
  name: 'what widgets ask REST for',
  world: {
    ...fullWorld,
    articles: [
      { id: 'DEMO-A-1', summary: 'Печать документов', content: 'Чернила и бумага', author: 'jane' },
      { id: 'DEMO-A-2', summary: 'Install', content: 'paper', author: 'joe' },
    ],
  },
  apps: {},
  rows: [
    shows(
      'the pattern of dates is in the general profile',
      'restUsers',
      '/api/users/me?fields=profiles(general(dateFieldFormat(datePattern,pattern,dateNoYearPattern)))',
      {
        profiles: {
          general: {
            dateFieldFormat: {
              datePattern: 'd MMM yyyy',
              pattern: 'd MMM yyyy HH:mm',
              dateNoYearPattern: 'd MMM',
              $type: 'DateFormatDescriptor',
            },
            $type: 'GeneralUserProfile',
          },
          $type: 'UserProfiles',
        },
        $type: 'Me',
      },
    ),
    {
      ...shows(
        'a profile is a resource of its own',
        'restUsers',
        '/api/users/me/profiles/general?fields=timezone(id,offset),locale(language)',
        {
          timezone: { id: 'Europe/Berlin', offset: expect.any(Number), $type: 'TimeZoneDescriptor' },
          locale: { language: 'ru', $type: 'LocaleDescriptor' },
          $type: 'GeneralUserProfile',
        },
      ),
      as: 'jane',
    },
    shows(
      'articles are searched by words',
      'packages',
      '/api/articles?query=%D1%87%D0%B5%D1%80%D0%BD%D0%B8%D0%BB%D0%B0&fields=idReadable',
      [{ idReadable: 'DEMO-A-1', $type: 'Article' }],
    ),
    shows('and by their author', 'packages', '/api/articles?query=author:%20joe%20paper&fields=idReadable', [
      { idReadable: 'DEMO-A-2', $type: 'Article' },
    ]),
    {
      rule: 'a query for articles that is not understood is refused',
      source: 'chosen',
      send: 'GET /api/articles?query=reviewed:%20yes',
      expect: { status: 400 },
    },
    {
      rule: 'issues are counted',
      source: 'restIssues',
      send: 'POST /api/issuesGetter/count?fields=count',
      body: { query: 'project: DEMO' },
      expect: { json: { count: 4, $type: 'IssueCountResponse' } },
    },
    posts('an attribute nobody knows is refused', 'chosen', '/api/issues/DEMO-1', { sumary: 'x' }, 400),
    posts(
      'an attribute that cannot be set here says so',
      'chosen',
      '/api/issues/DEMO-1',
      { reporter: { login: 'joe' } },
      501,
    ),
    ...['POST /api/search/assist', 'GET /api/userIssueFolders', 'GET /api/nonsense/1'].map(
      (send): Row => ({
        rule: `${send} is not emulated, and says so`,
        source: 'chosen',
        send,
        expect: {
          status: 501,
          json: { error: 'Not Implemented', error_description: expect.stringContaining(send) },
        },
      }),
    ),
    {
      rule: 'a method that a resource does not know names those it knows',
      source: 'chosen',
      send: 'PUT /api/issues/DEMO-1',
      expect: { status: 405, headers: { allow: 'GET, POST, DELETE' } },
    },
  ],
});
