import { expect } from '@jest/globals';
import { fullWorld, newYear } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const day = 86_400_000;
const custom = 'customFields(name,value(name,login,minutes))';
const post = (rule: string, path: string, body: unknown, as = 'jane'): Row => ({
  rule,
  source: 'rule',
  as,
  send: `POST /api/${path}`,
  body,
  expect: { status: 200 },
});
const shows = (rule: string, issue: string, fields: string, json: object): Row => ({
  rule,
  source: 'rule',
  send: `GET /api/issues/${issue}?fields=${fields}`,
  expect: { status: 200, json: expect.objectContaining(json) },
});
const field = (name: string, value: unknown) => ({
  customFields: expect.arrayContaining([expect.objectContaining({ name, value })]),
});
const named = (name: string) => expect.objectContaining({ name });
const command = (rule: string, query: string, issue: string): Row =>
  post(rule, 'commands', { query, issues: [{ idReadable: issue }] });

runGroup({
  name: 'everyday workflows',
  world: fullWorld,
  apps: { workflows: 'workflows' },
  rows: [
    command('a subtask is fixed, the others are already', 'State Fixed', 'DEMO-2'),
    shows(
      'then the parent is, by the names of the link type',
      'DEMO-1',
      custom,
      field('State', named('Fixed')),
    ),
    {
      rule: 'and the user is told',
      source: 'workflow',
      send: 'GET /api/_sandbox/messages',
      expect: { json: [expect.objectContaining({ text: 'Parent DEMO-1 is fixed' })] },
    },
    command('a subsystem is set', 'Subsystem UI', 'DEMO-2'),
    shows(
      'its owner is the assignee',
      'DEMO-2',
      custom,
      field('Assignee', expect.objectContaining({ login: 'jane' })),
    ),
    post('requirements stand for fields', 'issues/DEMO-2', { summary: 'handles' }),
    shows('wherever a field can be named', 'DEMO-2', 'description', {
      description: 'true true true false true true true true true true true',
    }),
    shows(
      'a due date three days after, by another rule',
      'DEMO-2',
      custom,
      field('Due Date', newYear + 3 * day),
    ),
    shows(
      'and an estimation',
      'DEMO-2',
      custom,
      field('Estimation', expect.objectContaining({ minutes: 300 })),
    ),
    { ...post('an alias of a requirement', 'issues/DEMO-1', { summary: 'alias' }), source: 'requirements' },
    {
      ...shows('is a name of its field: to read, to write, to ask', 'DEMO-1', 'description', {
        description: 'Major 1.0,2.0 Major true true true 2 true',
      }),
      source: 'requirements',
    },
    { ...post('a link type may be required', 'issues/DEMO-2', { summary: 'reversed' }), source: 'workflows' },
    {
      ...shows('with its two names in either order', 'DEMO-2', 'description', { description: 'parent for' }),
      source: 'workflows',
    },
    {
      ...post('a rule may be an object that names its kind', 'issues/DEMO-2', { summary: 'plain object' }),
      source: 'webhooks',
    },
    { ...shows('and runs', 'DEMO-2', 'description', { description: 'ran' }), source: 'webhooks' },
    command('work is tracked by a command', 'track10', 'DEMO-1'),
    shows('a rule sees the work items', 'DEMO-1', 'description', { description: 'Spent 100' }),
    command('an issue is cloned', 'clone-here', 'DEMO-1'),
    shows('with its texts and fields', 'DEMO-5', `summary,${custom},comments(text)`, {
      summary: 'alias',
      comments: [expect.objectContaining({ text: 'Cloned from DEMO-1' })],
      ...field('Kinds', [named('bug'), named('crash')]),
    }),
    shows('but for one', 'DEMO-5', custom, field('Points', null)),
    shows('and linked', 'DEMO-5', 'links(linkType(name),issues(idReadable))', {
      links: expect.arrayContaining([
        expect.objectContaining({ issues: [expect.objectContaining({ idReadable: 'DEMO-1' })] }),
      ]),
    }),
    {
      rule: 'an issue that is for the team from the start',
      source: 'rule',
      as: 'jane',
      send: 'POST /api/issues?fields=idReadable,visibility(permittedGroups(name)),comments(visibility(permittedGroups(name)))',
      body: { project: { shortName: 'DEMO' }, summary: 'secret plan' },
      expect: {
        json: expect.objectContaining({
          idReadable: 'DEMO-6',
          visibility: expect.objectContaining({ permittedGroups: [named('Team')] }),
          comments: [
            expect.objectContaining({
              visibility: expect.objectContaining({ permittedGroups: [named('Team')] }),
            }),
          ],
        }),
      },
    },
    {
      rule: 'others do not see it',
      source: 'rule',
      as: 'joe',
      send: 'GET /api/issues/DEMO-6',
      expect: { status: 404 },
    },
    post('a comment is added', 'issues/DEMO-2/comments', { text: 'first' }),
    {
      rule: 'editing a comment: isChanged and oldValue of the comment',
      source: 'entities',
      send: 'POST /api/issues/DEMO-2/comments/4-6?fields=text',
      body: { text: 'second' },
      expect: { status: 200, json: { text: 'second (edited from first)', $type: 'IssueComment' } },
    },
  ],
});
