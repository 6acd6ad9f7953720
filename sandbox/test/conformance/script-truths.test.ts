import { expect } from '@jest/globals';
import { endpoint, handler } from '../support/pack-app.ts';
import { ask } from './ask.ts';
import { fullWorld } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const day = 86_400_000;
const dayIn = (days: number) =>
  new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).format(Date.now() + days * day);
const issue = (app: string, path: string, method = 'GET') =>
  `${method} /api/issues/DEMO-1/extensionEndpoints/${app}/script/${path}`;
const scoped = (route: string, body: string) => endpoint(route, `${body}`, "scope: 'issue'");
const value = (expression: string) => `ctx.response.json({ value: ${expression} });`;
const rule = (body: string) =>
  `const entities = require('@jetbrains/youtrack-scripting-api/entities'); exports.rule = entities.Issue.onChange({ title: 'Правило', ${body} });`;

const logged = (title: string, app: string, source: Row['source'], message: unknown): Row => ({
  rule: title,
  source,
  send: `GET /api/admin/apps/${app}/logs?fields=message&$top=1`,
  expect: { json: [expect.objectContaining({ message })] },
});

const posts = (title: string, source: Row['source'], send: string, body: unknown): Row => ({
  rule: title,
  source,
  as: 'jane',
  send,
  body,
  expect: { status: 200 },
});

runGroup({
  name: 'custom fields as properties of the issue itself',
  apps: {
    direct: {
      'script.js': handler(
        scoped('GET state', value('ctx.issue.State.name')),
        scoped('GET same', value('ctx.issue.State === ctx.issue.fields.State')),
        scoped('GET many', value('ctx.issue.Versions.size')),
        scoped('GET nothing', value('ctx.issue.Nonsense === undefined')),
        scoped('GET own', value('ctx.issue.summary')),
        scoped('GET feature', value('typeof ctx.issue.wikify + " " + ctx.issue.isUsingMarkdown')),
        scoped(
          'POST assign',
          `ctx.issue.State = 'Fixed'; ctx.issue.Assignee = null; ctx.issue.note = 'мимо'; ${value(
            '[ctx.issue.State.name, ctx.issue.fields.State.name, ctx.issue.fields.Assignee, ctx.issue.note]',
          )}`,
        ),
        scoped(
          'POST wrong',
          `try { ctx.issue.Due = 1; ctx.issue.Points = 'много'; } catch (e) { ${value('e.message')} }`,
        ),
      ),
    },
  },
  rows: [
    ...[
      ask({ at: issue('direct', ''), source: 'typings' })('state', 'a field is read by its name', 'Open'),
      ask({ at: issue('direct', ''), source: 'typings' })('same', 'it is the value of issue.fields', true),
      ask({ at: issue('direct', ''), source: 'typings' })('many', 'a field of several values is a set', 0),
      ask({ at: issue('direct', ''), source: 'chosen' })(
        'nothing',
        'a name that is no field is undefined',
        true,
      ),
      ask({ at: issue('direct', ''), source: 'entities' })(
        'own',
        'a property of issues goes before',
        'Первая',
      ),
    ],
    ask({ at: issue('direct', ''), source: 'published' })(
      'feature',
      'a script may look whether a method is there that is not emulated',
      'function true',
    ),
    {
      rule: 'assigning to it writes the field',
      source: 'typings',
      send: issue('direct', 'assign', 'POST'),
      expect: { json: { value: ['Fixed', 'Fixed', null, 'мимо'] } },
    },
    {
      rule: 'what does not fit is refused as in issue.fields',
      source: 'typings',
      send: issue('direct', 'wrong', 'POST'),
      expect: { json: { value: expect.stringMatching(/Points/) } },
    },
    {
      rule: 'the write is there over REST',
      source: 'typings',
      send: 'GET /api/issues/DEMO-1?fields=resolved',
      expect: { json: { resolved: expect.any(Number), $type: 'Issue' } },
    },
  ],
});

runGroup({
  name: 'what rules see of a change',
  apps: {
    stamps: {
      'r.js': rule(
        "action: (ctx) => console.log(ctx.issue.updatedBy.login, ctx.issue.updated > ctx.issue.created, Date.now() - ctx.issue.updated < 60000, ctx.issue.isChanged('summary'))",
      ),
    },
    silent: {
      'r.js': rule(
        "guard: (ctx) => ctx.issue.isChanged('Priority'), action: (ctx) => console.log('silent ' + ctx.isSilentOperation)",
      ),
    },
    links: {
      'r.js': rule(
        "guard: (ctx) => ctx.issue.isChanged('duplicates') && ctx.issue.links['duplicates'].isEmpty(), " +
          "action: (ctx) => { console.log('reopened', ctx.issue.id); ctx.issue.State = ctx.State.Open; }, requirements: { State: { type: entities.State.fieldType, Open: {} } }",
      ),
    },
  },
  rows: [
    posts('jane changes an issue', 'chosen', 'POST /api/issues/DEMO-1', { summary: 'Новое' }),
    logged(
      'updated and updatedBy are those of the change that sets the rule off',
      'stamps',
      'seen',
      'jane true true true',
    ),
    posts('a command is applied without notifications', 'restCommands', 'POST /api/commands', {
      query: 'Priority Major',
      silent: true,
      issues: [{ idReadable: 'DEMO-1' }],
    }),
    logged('rules see that it is silent', 'silent', 'typings', 'silent true'),
    posts('two issues are linked as duplicates', 'restCommands', 'POST /api/commands', {
      query: 'duplicates DEMO-2',
      issues: [{ idReadable: 'DEMO-1' }],
    }),
    posts('the link is taken away', 'restCommands', 'POST /api/commands', {
      query: 'remove duplicates DEMO-2',
      issues: [{ idReadable: 'DEMO-1' }],
    }),
    logged('a rule sees the change of a link under its name', 'links', 'workflows', 'reopened DEMO-1'),
  ],
});

runGroup({
  name: 'the clock of scripts',
  apps: {
    clock: {
      'script.js': handler(
        endpoint(
          'GET now',
          'ctx.response.json({ value: [Date.now(), new Date().getTime(), new Date(Date()).getTime(), new Intl.DateTimeFormat("en", { timeZone: "UTC" }).format()] })',
        ),
        endpoint(
          'GET fixed',
          value(
            'new Date(0).toISOString() + " " + (new Date() instanceof Date) + (new Date().constructor === Date)',
          ),
        ),
        endpoint(
          'GET since',
          value('Math.floor((Date.now() - ctx.request.getParameter("since")) / 86400000)'),
        ),
      ),
    },
  },
  rows: [
    {
      rule: 'the clock is put forward by two hundred days',
      source: 'chosen',
      send: 'POST /api/_sandbox/clock',
      body: { advanceMs: 200 * day },
      expect: { status: 200 },
    },
    {
      rule: 'scripts live on it',
      source: 'chosen',
      send: `GET /api/extensionEndpoints/clock/script/since?since=${Date.now()}`,
      expect: { json: { value: 200 } },
    },
    {
      rule: 'a date made without arguments is of that clock, whichever way it is made',
      source: 'chosen',
      send: 'GET /api/extensionEndpoints/clock/script/now',
      expect: {
        json: {
          value: [
            expect.any(Number),
            expect.any(Number),
            expect.any(Number),
            // By then it may be the day after that on which this was read.
            expect.stringMatching(new RegExp(`^(${[200, 201].map(dayIn).join('|')})$`)),
          ],
        },
      },
    },
    {
      rule: 'other dates are what they are',
      source: 'chosen',
      send: 'GET /api/extensionEndpoints/clock/script/fixed',
      expect: { json: { value: '1970-01-01T00:00:00.000Z truetrue' } },
    },
  ],
});

const removal = rule(
  "runOn: { removal: true }, action: (ctx) => { ctx.issue.summary = 'x'; ctx.issue.State = 'Fixed'; ctx.issue.addComment('прощай'); " +
    "ctx.issue.tags.clear(); ctx.issue.links['relates to'].clear(); ctx.issue.extensionProperties.note = 'y'; }",
);
const removalApp = {
  'r.js': removal,
  'entity-extensions.json': {
    entityTypeExtensions: [{ entityType: 'Issue', properties: { note: { type: 'string' } } }],
  },
};
const remove = (title: string, source: Row['source'], status: number): Row => ({
  rule: title,
  source,
  send: 'DELETE /api/issues/DEMO-2',
  expect: { status },
});

runGroup({
  name: 'writes to an issue that is being removed',
  apps: { removal: removalApp },
  rows: [
    remove('every kind of write in a rule on removal lets the removal through', 'inferred', 200),
    {
      rule: 'the issue is gone',
      source: 'inferred',
      send: 'GET /api/issues/DEMO-2',
      expect: { status: 404 },
    },
    {
      rule: 'each of them is a warning in the log',
      source: 'chosen',
      send: 'GET /api/admin/apps/removal/logs?fields=level,message',
      expect: {
        json: ['ext|note', 'clear|relates', 'clear|tags', 'addComment', 'State', 'summary'].map((what) =>
          expect.objectContaining({ level: 'WARN', message: expect.stringMatching(new RegExp(what)) }),
        ),
      },
    },
  ],
});

runGroup({
  name: 'writes to an issue that is being removed, refused',
  flags: ['--removed-writes', 'throw'],
  apps: { removal: removalApp },
  rows: [
    remove('a write in a rule on removal undoes the removal', 'chosen', 500),
    {
      rule: 'the issue is still there',
      source: 'chosen',
      send: 'GET /api/issues/DEMO-2',
      expect: { status: 200 },
    },
  ],
});

const conversions: readonly (readonly [type: string, given: string, stored: unknown])[] = [
  ['boolean', '"true"', true],
  ['boolean', '" False "', false],
  ['boolean', '"да"', 'refused'],
  ['boolean', '1', 'refused'],
  ['integer', '"42"', 42],
  ['integer', '"4.5"', 'refused'],
  ['integer', 'true', 'refused'],
  ['float', '"4.5"', 4.5],
  ['float', '"4,5"', 'refused'],
  ['string', '42', '42'],
  ['string', 'true', 'true'],
  ['string', '({})', 'refused'],
];

const convert = ([type, given]: (typeof conversions)[number], index: number) =>
  scoped(
    `POST ${type}/${index}`,
    `try { ctx.issue.extensionProperties.${type} = ${given}; ${value(`ctx.issue.extensionProperties.${type}`)} } catch (e) { ${value("'refused'")} }`,
  );

runGroup({
  name: 'extension properties take what converts',
  apps: {
    converts: {
      'entity-extensions.json': {
        entityTypeExtensions: [
          {
            entityType: 'Issue',
            properties: {
              boolean: { type: 'boolean' },
              integer: { type: 'integer' },
              float: { type: 'float' },
              string: { type: 'string' },
            },
          },
        ],
      },
      'script.js': handler(...conversions.map(convert)),
    },
  },
  rows: conversions.map(
    ([type, given, stored], index): Row => ({
      rule: `${given} for ${type}: ${JSON.stringify(stored)}`,
      source: stored === 'refused' ? 'chosen' : 'seen',
      send: issue('converts', `${type}/${index}`, 'POST'),
      expect: { json: { value: stored } },
    }),
  ),
});

runGroup({
  name: 'one truth for one thing',
  world: fullWorld,
  apps: {
    truths: {
      'script.js': handler(
        scoped('GET ring', value('[ctx.issue.reporter.ringId, ctx.currentUser.ringId === null]')),
        scoped(
          'GET team',
          value(
            "[ctx.project.findFieldByName('Assignee').values.map((u) => u.login), ctx.project.findFieldByName('Assignee').getPossibleValuesForIssue(ctx.issue).map((u) => u.login)]",
          ),
        ),
      ),
    },
  },
  rows: [
    ask({ at: issue('truths', ''), source: 'restUsers' })('ring', 'ringId is the one that REST shows', [
      '1c2d-77',
      false,
    ]),
    ask({ at: issue('truths', ''), source: 'help' })('team', 'the values of a user field are the team', [
      ['jane', 'joe'],
      ['jane', 'joe'],
    ]),
  ],
});
