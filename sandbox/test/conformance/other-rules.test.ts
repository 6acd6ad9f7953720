import { expect } from '@jest/globals';
import { fullWorld } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';
import type { SourceName } from './sources.ts';

interface Command {
  readonly rule: string;
  readonly query: string;
  readonly issues?: readonly string[];
  readonly as?: string;
  readonly status?: number;
  readonly message?: RegExp;
  readonly source?: SourceName;
}

const command = ({
  rule,
  query,
  issues = ['DEMO-1'],
  as = 'jane',
  status = 200,
  message,
  source = 'actionRule',
}: Command): Row => ({
  rule,
  source,
  as,
  send: 'POST /api/commands',
  body: { query, issues: issues.map((idReadable) => ({ idReadable })) },
  expect: { status, ...(message === undefined ? {} : { text: message }) },
});

const shows = (rule: string, issue: string, fields: string, json: object, source: SourceName): Row => ({
  rule,
  source,
  send: `GET /api/issues/${issue}?fields=${fields}`,
  expect: { status: 200, json: expect.objectContaining(json) },
});
const field = (name: string, value: unknown) => ({
  customFields: expect.arrayContaining([expect.objectContaining({ name, value })]),
});
const custom = 'customFields(name,value(name,login))';

runGroup({
  name: 'action rules and commands',
  world: fullWorld,
  apps: { actions: 'actions' },
  rows: [
    command({ rule: 'an action rule is a command', query: 'request-qa-review' }),
    shows(
      'it runs as the user',
      'DEMO-1',
      'comments(text),tags(name)',
      {
        comments: expect.arrayContaining([expect.objectContaining({ text: 'Review asked by jane' })]),
      },
      'actionRule',
    ),
    command({
      rule: 'the guard closes a command',
      query: 'request-qa-review',
      issues: ['DEMO-4'],
      status: 400,
      message: /request-qa-review/,
    }),
    command({
      rule: 'several issues: all or none',
      query: 'request-qa-review',
      issues: ['DEMO-2', 'DEMO-4'],
      status: 400,
    }),
    shows('none, here', 'DEMO-2', 'comments(text)', { comments: [] }, 'restCommands'),
    command({ rule: 'userInput of a user', query: 'reviewer lead' }),
    shows(
      'is the user in ctx',
      'DEMO-1',
      custom,
      field('Reviewers', expect.arrayContaining([expect.objectContaining({ login: 'lead' })])),
      'actionRule',
    ),
    command({
      rule: 'userInput that is no user is refused',
      query: 'reviewer nobody',
      status: 400,
      message: /nobody/,
    }),
    command({ rule: 'userInput of a number', query: 'estimate-points 13' }),
    shows('is the number in ctx', 'DEMO-1', custom, field('Points', 13), 'actionRule'),
    command({
      rule: 'userInput that is no number is refused',
      query: 'estimate-points many',
      status: 400,
      message: /many/,
    }),
    command({ rule: 'userInput of a version', query: 'ship-in 2.0', issues: ['DEMO-2'] }),
    shows(
      'is the value in ctx',
      'DEMO-2',
      custom,
      field('Fix versions', [expect.objectContaining({ name: '2.0' })]),
      'actionRule',
    ),
    command({
      rule: 'workflow.check in an action is the command’s error',
      query: 'half-done',
      status: 400,
      message: /Не вышло/,
      source: 'workflow',
    }),
    shows('and undoes it', 'DEMO-1', 'summary', { summary: 'Первая' }, 'workflow'),
    command({
      rule: 'unmet requirements close the command',
      query: 'needy',
      status: 400,
      source: 'requirements',
    }),
    command({ rule: 'a command sets a field', query: 'Priority Minor', source: 'restCommands' }),
    shows(
      'it is set',
      'DEMO-1',
      custom,
      field('Priority', expect.objectContaining({ name: 'Minor' })),
      'restCommands',
    ),
    command({
      rule: 'several steps in one command',
      query: 'State Fixed Priority Major for joe',
      source: 'restCommands',
    }),
    shows(
      'are all done',
      'DEMO-1',
      custom,
      field('Assignee', expect.objectContaining({ login: 'joe' })),
      'restCommands',
    ),
    command({
      rule: 'braces hold a value with a blank',
      query: 'State {In Progress}',
      source: 'restCommands',
    }),
    command({
      rule: 'a value with a blank needs none where it is known',
      query: 'State In Progress',
      source: 'chosen',
    }),
    command({
      rule: 'what is no command is refused, naming it',
      query: 'fly to the moon',
      status: 400,
      message: /fly to the moon/,
      source: 'chosen',
    }),
    command({
      rule: 'half a command is not done',
      query: 'Priority Minor fly',
      status: 400,
      source: 'chosen',
    }),
    shows(
      'nothing of it',
      'DEMO-1',
      custom,
      field('Priority', expect.objectContaining({ name: 'Major' })),
      'chosen',
    ),
    command({
      rule: 'who may not update the issue may not command',
      query: 'Priority Minor',
      as: 'joe',
      status: 400,
      source: 'restCommands',
    }),
    command({
      rule: 'an issue that is nowhere is refused',
      query: 'Priority Minor',
      issues: ['DEMO-99'],
      status: 404,
      source: 'restCommands',
    }),
    {
      rule: 'a comment may come along',
      source: 'restCommands',
      as: 'jane',
      send: 'POST /api/commands',
      body: { query: 'Priority Minor', comment: 'Почему', issues: [{ idReadable: 'DEMO-2' }] },
      expect: { status: 200 },
    },
    shows(
      'it is added',
      'DEMO-2',
      'comments(text,author(login))',
      {
        comments: [
          expect.objectContaining({ text: 'Почему', author: expect.objectContaining({ login: 'jane' }) }),
        ],
      },
      'restCommands',
    ),
  ],
});

const run = (rule: string, script: string, json: unknown, source: SourceName = 'onSchedule'): Row => ({
  rule,
  source,
  send: `POST /api/_sandbox/rules/schedules/${script}/run`,
  expect: { status: 200, json },
});
const minute = 60_000;
const clock = (rule: string, advanceMs: number): Row => ({
  rule,
  source: 'chosen',
  send: 'POST /api/_sandbox/clock',
  body: { advanceMs },
  expect: { status: 200 },
});

runGroup({
  name: 'scheduled rules',
  world: fullWorld,
  apps: { schedules: 'schedules' },
  rows: [
    run('a scheduled rule runs for the issues its search finds', 'hourly', { issues: ['DEMO-1'] }),
    shows(
      'as a system user who may everything',
      'DEMO-1',
      'description,updater(login)',
      { description: 'by system, may everything true' },
      'onSchedule',
    ),
    run('its search may be a function', 'computed', { issues: ['DEMO-4'] }),
    run('which is asked every time', 'computed', { issues: ['DEMO-4'] }),
    shows(
      'modifyUpdatedProperties: false leaves the time of the last change',
      'DEMO-4',
      `updater(login),${custom}`,
      { ...field('Points', 2), updater: expect.not.objectContaining({ login: 'workflow' }) },
      'onSchedule',
    ),
    run('what it throws for one issue', 'partly', {
      issues: ['DEMO-2', 'DEMO-3'],
      problem: expect.stringContaining('not this one'),
    }),
    shows('undoes that one', 'DEMO-1', custom, field('Customer', 'Ромашка'), 'onSchedule'),
    shows('and no other', 'DEMO-2', custom, field('Customer', 'visited'), 'onSchedule'),
    run(
      'a search it cannot read is told',
      'unreadable',
      { issues: [], problem: expect.stringMatching(/Moon/) },
      'chosen',
    ),
    {
      rule: 'a rule that is none is not found',
      source: 'chosen',
      send: 'POST /api/_sandbox/rules/schedules/nowhere/run',
      expect: { status: 404 },
    },
    {
      rule: 'the description is put back',
      source: 'chosen',
      send: 'POST /api/issues/DEMO-1',
      body: { description: 'again' },
      expect: { status: 200 },
    },
    clock('an hour goes by', 61 * minute),
    shows(
      'then it has run by itself',
      'DEMO-1',
      'description',
      { description: 'by system, may everything true' },
      'cron',
    ),
    ...[
      '0 0 10 ? * MON-FRI',
      '0 0/5 * * * ?',
      '0 15 10 L * ?',
      '0 0 12 1/5 * ?',
      '0 0 0 ? * 2#1',
      '30 0 0 * * ? 2026-2030',
    ].map(
      (cron): Row => ({
        rule: `Quartz reads ${cron}`,
        source: 'cron',
        imports: {
          'manifest.json': { name: 'goodcron', version: '1.0.0' },
          'rule.js': `const e = require('@jetbrains/youtrack-scripting-api/entities'); exports.rule = e.Issue.onSchedule({ search: 'issue id: DEMO-2', cron: '${cron}', action: () => {} });`,
        },
        expect: { status: 200 },
      }),
    ),
    {
      rule: 'the app is detached',
      source: 'onSchedule',
      send: 'DELETE /api/admin/projects/DEMO/appConfigurations/schedules',
      expect: { status: 200 },
    },
    run('then its rules do not run there', 'hourly', { issues: [] }),
  ],
});

const withStage = {
  ...fullWorld,
  projects: fullWorld.projects.map((project) =>
    project.key !== 'DEMO'
      ? project
      : {
          ...project,
          fields: [
            ...project.fields,
            { name: 'Stage', type: 'enum', values: ['New', 'Active', 'Done'].map((name) => ({ name })) },
          ],
        },
  ),
  issues: [
    ...fullWorld.issues,
    { id: 'DEMO-6', summary: 'To be staged', reporter: 'jane', fields: { Stage: 'New' } },
    { id: 'DEMO-7', summary: 'blocked one', reporter: 'jane', fields: { Stage: 'New' } },
    { id: 'DEMO-8', summary: 'breaks at the end', reporter: 'jane', fields: { Stage: 'Active' } },
    { id: 'DEMO-9', summary: 'Timed', reporter: 'jane', fields: { Stage: 'New' } },
    { id: 'DEMO-10', summary: 'Timed and left', reporter: 'jane', fields: { Stage: 'New' } },
  ],
};
const stage = (name: string) => field('Stage', expect.objectContaining({ name }));
const machine = (rule: string, query: string, issue: string, refusal?: RegExp): Row =>
  command({
    rule,
    query,
    issues: [issue],
    source: 'stateMachine',
    ...(refusal === undefined ? {} : { status: 400, message: refusal }),
  });

runGroup({
  name: 'state machines',
  world: withStage,
  apps: { machines: 'machines' },
  rows: [
    machine('an event is a command on the field; states count in any letter case', 'Stage start', 'DEMO-6'),
    shows(
      'onExit, action, onEnter run in this order',
      'DEMO-6',
      `description,${custom}`,
      { description: 'exit-New start-by-jane enter-Active', ...stage('Active') },
      'stateMachine',
    ),
    machine('a transition to the same state runs action and onEnter', 'Stage again', 'DEMO-6'),
    shows(
      'again',
      'DEMO-6',
      'description',
      { description: 'exit-New start-by-jane enter-Active again enter-Active' },
      'stateMachine',
    ),
    machine('setting the value is its event', 'Stage Done', 'DEMO-6'),
    shows(
      'if a transition leads there',
      'DEMO-6',
      `description,${custom}`,
      { description: expect.stringMatching(/enter-Done$/), ...stage('Done') },
      'stateMachine',
    ),
    machine('a state without transitions is left by none', 'Stage New', 'DEMO-6', /Stage/),
    machine('a guard closes a transition', 'Stage start', 'DEMO-7', /start/),
    machine('so it does for the value', 'Stage Active', 'DEMO-7', /Stage/),
    machine('an event of another state is refused', 'Stage finish', 'DEMO-7', /finish/),
    shows('nothing has happened', 'DEMO-7', custom, stage('New'), 'stateMachine'),
    { ...machine('an error in onEnter', 'Stage finish', 'DEMO-8'), expect: { text: /error/ } },
    shows('undoes the transition', 'DEMO-8', custom, stage('Active'), 'stateMachine'),
    machine('a timed transition is planned', 'Stage start', 'DEMO-9'),
    machine('for each issue', 'Stage start', 'DEMO-10'),
    machine('leaving the state takes it back', 'Stage finish', 'DEMO-10'),
    clock('the time is not up yet', 59 * minute),
    shows('nothing happens before', 'DEMO-9', custom, stage('Active'), 'stateMachine'),
    clock('the time is up', 2 * minute),
    shows(
      'it happens by itself, as the workflow user',
      'DEMO-9',
      `description,${custom}`,
      { description: expect.stringContaining('expired-true'), ...stage('New') },
      'stateMachine',
    ),
    shows('but not where it was taken back', 'DEMO-10', custom, stage('Done'), 'stateMachine'),
    {
      rule: 'a new issue begins in the initial state',
      source: 'stateMachine',
      as: 'jane',
      send: `POST /api/issues?fields=idReadable,${custom}`,
      body: { project: { shortName: 'DEMO' }, summary: 'Новая' },
      expect: { json: expect.objectContaining({ idReadable: 'DEMO-11', ...stage('New') }) },
    },
  ],
});
