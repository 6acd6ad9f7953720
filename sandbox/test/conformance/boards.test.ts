import { endpoint, handler } from '../support/pack-app.ts';
import { fullWorld, newYear } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const week = 7 * 86_400_000;
const world = {
  ...fullWorld,
  boards: [
    {
      name: 'Доска',
      owner: 'lead',
      projects: ['DEMO'],
      currentSprint: 'Второй',
      sprints: [
        { name: 'Первый', start: newYear - week, finish: newYear, archived: true, issues: ['DEMO-1'] },
        { name: 'Второй', start: newYear, finish: newYear + week },
      ],
    },
  ],
};

const of = (route: string, body: string) => endpoint(route, body, "scope: 'issue'");
const value = (expression: string) => `ctx.response.json({ value: ${expression} });`;
const ask = (
  rule: string,
  source: Row['source'],
  path: string,
  answer: unknown,
  method = 'GET',
  issue = 'DEMO-2',
): Row => ({
  rule,
  source,
  send: `${method} /api/issues/${issue}/extensionEndpoints/boards/script/${path}`,
  expect: { status: 200, json: { value: answer } },
});
const shows = (rule: string, source: Row['source'], path: string, json: unknown): Row => ({
  rule,
  source,
  send: `GET ${path}`,
  expect: { status: 200, json },
});
const logged = (rule: string, message: string): Row =>
  shows(rule, 'typings', '/api/admin/apps/boards/logs?fields=message&$top=1', [
    { message, $type: 'AppLogEntry' },
  ]);
const command = (query: string): Row => ({
  rule: `the command "${query}" is applied`,
  source: 'restCommands',
  send: 'POST /api/commands',
  body: { query, issues: [{ idReadable: 'DEMO-2' }] },
  expect: { status: 200 },
});

runGroup({
  name: 'agile boards',
  world,
  apps: {
    boards: {
      'script.js':
        "const entities = require('@jetbrains/youtrack-scripting-api/entities');" +
        handler(
          of('GET boards', value('ctx.issue.boards.map((board) => board.name)')),
          of(
            'GET sprints',
            value("entities.Agile.findByName('Доска').first().getIssueSprints(ctx.issue).map((s) => s.name)"),
          ),
          of(
            'GET board',
            `const board = entities.Agile.findByName('Доска').first(); ${value('[board.author.login, board.sprints.size, board.currentSprint.name, board.findSprintByName("первый").isArchived]')}`,
          ),
          of(
            'POST add',
            `const board = entities.Agile.findByName('Доска').first(); board.addIssue(ctx.issue); ${value('[board.containsIssue(ctx.issue), board.isAdded(ctx.issue), board.getAddedSprints(ctx.issue).first().name]')}`,
          ),
          of(
            'POST remove',
            `const board = entities.Agile.findByName('Доска').first(); board.removeIssue(ctx.issue); ${value('[ctx.issue.boards.size, board.isRemoved(ctx.issue)]')}`,
          ),
        ),
      'rule.js':
        "exports.rule = require('@jetbrains/youtrack-scripting-api/entities').Issue.onChange({ title: 'x', guard: (ctx) => ctx.issue.isChanged('boards'), " +
        "action: (ctx) => console.log('added ' + ctx.issue.boards.added.size + ' removed ' + ctx.issue.boards.removed.size) });",
    },
  },
  rows: [
    ask('an issue on no board has an empty set of boards', 'typings', 'boards', []),
    ask('an issue of a sprint is on its board', 'typings', 'boards', ['Доска'], 'GET', 'DEMO-1'),
    ask('a board knows the sprints of an issue', 'entities', 'sprints', ['Первый'], 'GET', 'DEMO-1'),
    ask('a board has an author, sprints and a current one', 'entities', 'board', ['lead', 2, 'Второй', true]),
    ask('an issue is added to the current sprint', 'entities', 'add', [true, true, 'Второй'], 'POST'),
    logged('rules see it as a change of boards', 'added 1 removed 0'),
    ask('and removed from all sprints of the board', 'entities', 'remove', [0, true], 'POST'),
    logged('which is a change, too', 'added 0 removed 1'),
    command('add Board Доска Второй'),
    shows('issues on boards are found', 'query', '/api/issues?query=has:%20boards&fields=idReadable', [
      { idReadable: 'DEMO-1', $type: 'Issue' },
      { idReadable: 'DEMO-2', $type: 'Issue' },
    ]),
    shows(
      'boards are read',
      'restAgiles',
      '/api/agiles?fields=name,owner(login),projects(shortName),currentSprint(name),sprints(name,archived)',
      [
        {
          name: 'Доска',
          owner: { login: 'lead', $type: 'User' },
          projects: [{ shortName: 'DEMO', $type: 'Project' }],
          currentSprint: { name: 'Второй', $type: 'Sprint' },
          sprints: [
            { name: 'Первый', archived: true, $type: 'Sprint' },
            { name: 'Второй', archived: false, $type: 'Sprint' },
          ],
          $type: 'Agile',
        },
      ],
    ),
    shows(
      'the current sprint goes by that name',
      'restAgiles',
      '/api/agiles/108-1/sprints/current/issues?fields=idReadable',
      [{ idReadable: 'DEMO-2', $type: 'Issue' }],
    ),
    {
      rule: 'an issue is put into a sprint',
      source: 'restAgiles',
      send: 'POST /api/agiles/108-1/sprints/current/issues?fields=idReadable',
      body: { idReadable: 'DEMO-4', $type: 'Issue' },
      expect: { status: 200, json: { idReadable: 'DEMO-4', $type: 'Issue' } },
    },
    shows('an issue names its sprints', 'restAgiles', '/api/issues/DEMO-4/sprints?fields=name,agile(name)', [
      { name: 'Второй', agile: { name: 'Доска', $type: 'Agile' }, $type: 'Sprint' },
    ]),
    {
      rule: 'and is taken out of it',
      source: 'restAgiles',
      send: 'DELETE /api/agiles/108-1/sprints/current/issues/DEMO-4',
      expect: { status: 200 },
    },
    shows('then it has none', 'restAgiles', '/api/issues/DEMO-4/sprints', []),
    {
      rule: 'who sees none of its projects sees no board',
      source: 'chosen',
      as: null,
      send: 'GET /api/agiles',
      expect: { status: 200, json: [] },
    },
  ],
});
