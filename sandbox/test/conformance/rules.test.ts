import { expect } from '@jest/globals';
import { fullWorld } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';
import type { SourceName } from './sources.ts';

const fields = 'fields=idReadable,summary,description,resolved,customFields(name,value(name,login,text))';

interface Change {
  readonly rule: string;
  readonly issue?: string;
  readonly as?: string;
  readonly body: unknown;
  readonly gives?: object;
  readonly status?: number;
  readonly source?: SourceName;
}

/** A change over REST, and what the issue is afterwards. */
const change = ({
  rule,
  issue = 'DEMO-2',
  as = 'jane',
  body,
  gives,
  status = 200,
  source = 'rule',
}: Change): Row => ({
  rule,
  source,
  as,
  send: `POST /api/issues/${issue}?${fields}`,
  body,
  expect: { status, ...(gives === undefined ? {} : { json: expect.objectContaining({ ...gives }) }) },
});

const custom = (name: string, value: unknown) => ({
  customFields: expect.arrayContaining([
    expect.objectContaining({
      name,
      value:
        typeof value === 'string' && name !== 'Customer' ? expect.objectContaining({ name: value }) : value,
    }),
  ]),
});
const setTo = (name: string, value: string | null, type: string) => ({
  customFields: [{ name, $type: type, value: value === null ? null : { name: value } }],
});
const state = (name: string) => setTo('State', name, 'StateIssueCustomField');

const get = (rule: string, path: string, json: unknown, source: SourceName = 'rule'): Row => ({
  rule,
  source,
  send: `GET ${path}`,
  expect: { status: 200, json },
});
const comments = (rule: string, issue: string, texts: unknown, source: SourceName = 'rule'): Row =>
  get(rule, `/api/issues/${issue}/comments?fields=text&$top=-1`, texts, source);
const comment = (text: string) => ({ text, $type: 'IssueComment' });

runGroup({
  name: 'on-change rules',
  world: fullWorld,
  apps: { rules: 'rules' },
  rows: [
    change({
      rule: 'an on-change rule runs in the transaction of the change, as its user',
      body: { summary: 'log: Вторая' },
      gives: { description: 'Second/jane/false/false/false/DEMO' },
    }),
    change({
      rule: 'a rule whose guard says no does not run',
      body: { description: 'mine' },
      gives: { description: 'mine' },
    }),
    {
      rule: 'becomesReported is true for a new issue',
      source: 'rule',
      as: 'jane',
      send: 'POST /api/issues?fields=idReadable,comments(text)',
      body: { project: { shortName: 'DEMO' }, summary: 'new: Тест' },
      expect: {
        json: {
          idReadable: 'DEMO-5',
          comments: [comment('Добро пожаловать, Жанна Роу')],
          $type: 'Issue',
        },
      },
    },
    change({ rule: 'and false for one that is there', issue: 'DEMO-5', body: { summary: 'new: again' } }),
    comments('so it runs once', 'DEMO-5', [comment('Добро пожаловать, Жанна Роу')]),
    change({ rule: 'a rule may make issues', body: { summary: 'follow: up' } }),
    comments('which set off rules in the same transaction', 'DEMO-6', [
      comment('Добро пожаловать, Жанна Роу'),
    ]),
    change({
      rule: 'becomes, oldValue, isChanged and requirements as handles',
      issue: 'DEMO-1',
      body: state('Fixed'),
      gives: custom('Customer', 'true/true/true/Open/true/Fixed/Major/true'),
    }),
    change({
      rule: 'becomesUnresolved; a rule may be made with new',
      source: 'workflows',
      issue: 'DEMO-1',
      body: state('Open'),
      gives: custom('Points', null),
    }),
    change({
      rule: 'workflow.check refuses the change with its message',
      body: { summary: 'refuse: this' },
      status: 400,
      gives: { error_description: expect.stringContaining('Так нельзя') },
      source: 'workflow',
    }),
    get(
      'and nothing of it is kept',
      '/api/issues/DEMO-2?fields=summary',
      { summary: 'follow: up', $type: 'Issue' },
      'workflow',
    ),
    change({
      rule: 'required refuses the change with its message',
      body: state('In Progress'),
      status: 400,
      gives: { error_description: expect.stringContaining('Кто исполнитель?') },
      source: 'entities',
    }),
    change({
      rule: 'with a value it passes',
      issue: 'DEMO-1',
      body: state('In Progress'),
      gives: custom('State', 'In Progress'),
      source: 'entities',
    }),
    {
      ...change({ rule: 'a rule that throws refuses the change', body: { summary: 'throw: it' } }),
      expect: { status: expect.any(Number) as unknown as number, text: /error/ },
    },
    get('and nothing of that is kept', '/api/issues/DEMO-2?fields=summary', {
      summary: 'follow: up',
      $type: 'Issue',
    }),
    {
      rule: 'what it threw is in the log of its app',
      source: 'chosen',
      send: 'GET /api/admin/apps/rules/logs?fields=script,level,message&$top=20',
      expect: {
        json: expect.arrayContaining([
          expect.objectContaining({
            script: 'throws',
            level: 'ERROR',
            message: expect.stringContaining('broken rule'),
          }),
        ]),
      },
    },
    change({
      rule: "one rule's change sets off another",
      body: { summary: 'chain: start' },
      gives: custom('Customer', 'from second'),
    }),
    change({
      rule: 'a rule does not run twice in one transaction',
      body: { summary: 'loop: on' },
      gives: { summary: 'loop: on!' },
    }),
    change({
      rule: 'the next change sets it off again',
      body: { summary: 'loop: again' },
      gives: { summary: 'loop: again!' },
    }),
    {
      rule: 'a command links a child',
      source: 'rule',
      send: 'POST /api/commands',
      body: { query: 'parent for DEMO-3', issues: [{ idReadable: 'DEMO-1' }] },
      expect: { status: 200 },
    },
    get(
      'links.added are the new ones, and a rule may change them',
      `/api/issues/DEMO-3?${fields}`,
      expect.objectContaining({ ...custom('Priority', 'Major') }),
    ),
    {
      rule: 'a comment is added',
      source: 'notifications',
      as: 'jane',
      send: 'POST /api/issues/DEMO-1/comments',
      body: { text: 'Привет' },
      expect: { status: 200 },
    },
    get(
      'comments.added is new to the rule, which sends a mail',
      '/api/_sandbox/outbox',
      [expect.objectContaining({ subject: 'New comment in DEMO-1', body: 'Привет by jane new true' })],
      'notifications',
    ),
    {
      rule: 'a command tags',
      source: 'rule',
      send: 'POST /api/commands',
      body: { query: 'tag hot', issues: [{ idReadable: 'DEMO-4' }] },
      expect: { status: 200 },
    },
    get(
      'tags.added',
      '/api/issues/DEMO-4?fields=description',
      { description: '+hot -', $type: 'Issue' },
      'entities',
    ),
    {
      rule: 'a command untags',
      source: 'rule',
      send: 'POST /api/commands',
      body: { query: 'untag hot', issues: [{ idReadable: 'DEMO-4' }] },
      expect: { status: 200 },
    },
    get(
      'tags.removed',
      '/api/issues/DEMO-4?fields=description',
      { description: '+ -hot', $type: 'Issue' },
      'entities',
    ),
    change({
      rule: 'an issue that is moved: isChanged and oldValue of the project',
      issue: 'DEMO-6',
      as: 'admin',
      body: { project: { shortName: 'OPS' } },
      gives: { idReadable: 'OPS-2', description: 'from DEMO to OPS as OPS-2' },
      source: 'entities',
    }),
    {
      rule: 'a rule of articles',
      source: 'rule',
      as: 'jane',
      send: 'POST /api/articles/DEMO-A-1?fields=content',
      body: { summary: 'Переименована' },
      expect: { json: expect.objectContaining({ content: 'Была: Статья; jane' }) },
    },
    change({
      rule: 'rules may do what their user may not',
      body: { summary: 'delegate: it' },
      gives: custom('Priority', 'Made by jane'),
      source: 'context',
    }),
    change({
      rule: 'requirements of every kind are in ctx under their names',
      body: { summary: 'met: all' },
      gives: {
        description: 'admin/Team/OPS/OPS-1/hot/State: Open/is required for/Assignee/1.0/Due Date/Points',
      },
      source: 'requirements',
    }),
    {
      rule: 'a rule with unmet requirements is inactive, and the log names what is missing',
      source: 'requirements',
      send: 'GET /api/admin/apps/rules/logs?fields=level,message&$top=100',
      expect: {
        json: expect.arrayContaining([
          expect.objectContaining({ level: 'WARN', message: expect.stringContaining('Moon phase') }),
        ]),
      },
    },
    change({ rule: 'it marks an issue for its removal', body: { summary: 'both: change' }, issue: 'DEMO-5' }),
    {
      rule: 'an issue is deleted',
      source: 'rule',
      send: 'DELETE /api/issues/DEMO-5',
      expect: { status: 200 },
    },
    {
      rule: 'an article is deleted',
      source: 'rule',
      send: 'DELETE /api/articles/DEMO-A-2',
      expect: { status: 200 },
    },
    comments('rules run on removal when they say so, and only then', 'DEMO-2', [
      comment('both: change'),
      comment('update only'),
      comment('both: removal'),
      comment('Removed DEMO-5 both: change'),
      comment('Removed DEMO-A-2'),
    ]),
    {
      rule: 'a change through MCP',
      source: 'context',
      as: 'admin',
      send: 'POST /mcp?customToolPackages=rules',
      headers: { accept: 'application/json, text/event-stream', 'content-type': 'application/json' },
      body: {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'rules_rename', arguments: { id: 'DEMO-3' } },
      },
      expect: { status: 200 },
    },
    get(
      'isMcpRequest says so to rules',
      `/api/issues/DEMO-3?${fields}`,
      expect.objectContaining({ summary: 'Renamed', ...custom('Customer', 'a machine') }),
      'context',
    ),
    {
      rule: 'the app is detached from a project',
      source: 'rule',
      send: 'DELETE /api/admin/projects/DEMO/appConfigurations/rules',
      expect: { status: 200 },
    },
    change({
      rule: 'where the app is not attached its rules do not run',
      body: { summary: 'loop: off' },
      gives: { summary: 'loop: off' },
    }),
  ],
});
