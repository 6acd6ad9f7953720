import { expect } from '@jest/globals';
import { fullWorld, newYear } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const command = (query: string, as = 'admin', status = 200): Row => ({
  rule: `the command "${query}" is ${status === 200 ? 'applied' : 'refused'}`,
  source: 'restCommands',
  as,
  send: 'POST /api/commands',
  body: { query, issues: [{ idReadable: 'DEMO-1' }] },
  expect: { status },
});

const shows = (rule: string, source: Row['source'], path: string, json: unknown, as = 'admin'): Row => ({
  rule,
  source,
  as,
  send: `GET ${path}`,
  expect: { status: 200, json },
});

const posts = (rule: string, source: Row['source'], path: string, body: unknown, status = 200): Row => ({
  rule,
  source,
  send: `POST ${path}`,
  body,
  expect: { status },
});

const names = (values: readonly string[]) => values.map((name) => ({ name, $type: expect.any(String) }));

runGroup({
  name: 'activities',
  world: fullWorld,
  apps: {},
  rows: [
    command('State Fixed'),
    command('vote'),
    posts('the summary is changed', 'restIssues', '/api/issues/DEMO-1', { summary: 'Вторая' }),
    posts('the same again is no history', 'restIssues', '/api/issues/DEMO-1', { summary: 'Вторая' }),
    command('subtask of DEMO-3'),
    shows(
      'a change of a field names what came, what went, by whom and where',
      'restActivities',
      '/api/issues/DEMO-1/activities?categories=CustomFieldCategory&fields=author(login),added(name),removed(name),field(name),target(idReadable),category(id)',
      [
        {
          author: { login: 'admin', $type: 'Me' },
          added: names(['Fixed']),
          removed: names(['Open']),
          field: { name: 'State', $type: 'CustomFilterField' },
          target: { idReadable: 'DEMO-1', $type: 'Issue' },
          category: { id: 'CustomFieldCategory', $type: 'ActivityCategory' },
          $type: 'CustomFieldActivityItem',
        },
      ],
    ),
    shows(
      'votes come with their times, a page of them has cursors',
      'packages',
      '/api/issues/DEMO-1/activitiesPage?categories=VotersCategory&fields=activities(timestamp,added(login)),hasAfter,afterCursor&$top=1',
      {
        activities: [
          {
            timestamp: expect.any(Number),
            added: [{ login: 'admin', $type: 'Me' }],
            $type: 'VotersActivityItem',
          },
        ],
        hasAfter: false,
        afterCursor: null,
        $type: 'ActivityCursorPage',
      },
    ),
    shows(
      'texts are texts',
      'restActivities',
      '/api/issues/DEMO-1/activities?categories=SummaryCategory&fields=added,removed',
      [{ added: 'Вторая', removed: 'Первая', $type: 'SimpleValueActivityItem' }],
    ),
    shows(
      'what was made is history, too, the oldest first',
      'restActivities',
      '/api/issues/DEMO-1/activities?categories=IssueCreatedCategory,CommentsCategory,WorkItemCategory&fields=timestamp',
      ['IssueCreated', 'WorkItem', 'Comment', 'Comment'].map((kind) => ({
        timestamp: expect.any(Number),
        $type: `${kind}ActivityItem`,
      })),
    ),
    shows(
      'a linked issue that the caller does not see is left out',
      'chosen',
      '/api/issues/DEMO-1/activities?categories=LinksCategory&fields=added(idReadable)',
      [],
      'joe',
    ),
    shows(
      'pages go on from a cursor, the newest first when asked so',
      'restActivities',
      '/api/issues/DEMO-1/activitiesPage?categories=IssueCreatedCategory,SummaryCategory&reverse=true&$top=1&fields=activities(category(id)),afterCursor',
      {
        activities: [
          {
            category: { id: 'SummaryCategory', $type: 'ActivityCategory' },
            $type: 'SimpleValueActivityItem',
          },
        ],
        afterCursor: '1',
        $type: 'ActivityCursorPage',
      },
    ),
    shows(
      'the activities of everything are cut down by a query and an author',
      'packages',
      '/api/activities?categories=SummaryCategory&issueQuery=project:%20DEMO&author=admin&fields=target(idReadable)',
      [{ target: { idReadable: 'DEMO-1', $type: 'Issue' }, $type: 'SimpleValueActivityItem' }],
    ),
    shows(
      'articles have a history',
      'restActivities',
      '/api/articles/DEMO-A-1/activitiesPage?fields=activities(category(id))',
      {
        activities: expect.arrayContaining([
          {
            category: { id: 'ArticleCreatedCategory', $type: 'ActivityCategory' },
            $type: 'ArticleCreatedActivityItem',
          },
        ]),
        $type: 'ActivityCursorPage',
      },
    ),
  ],
});

const items = '/api/issues/DEMO-2/timeTracking/workItems';

runGroup({
  name: 'work items',
  world: fullWorld,
  apps: {},
  rows: [
    posts('work is entered', 'restWorkItems', items, {
      date: newYear,
      duration: { minutes: 90 },
      text: 'Смотрела',
      type: { name: 'Testing' },
      author: { login: 'jane' },
    }),
    shows(
      'it has a midnight, a duration and a type',
      'restWorkItems',
      `${items}?fields=date,duration(minutes,presentation),text,type(name),author(login),creator(login)`,
      [
        {
          date: newYear - 12 * 3_600_000,
          duration: { minutes: 90, presentation: '1h 30m', $type: 'DurationValue' },
          text: 'Смотрела',
          type: { name: 'Testing', $type: 'WorkItemType' },
          author: { login: 'jane', $type: 'User' },
          creator: { login: 'admin', $type: 'Me' },
          $type: 'IssueWorkItem',
        },
      ],
    ),
    posts('work without a duration is refused', 'restWorkItems', items, { text: 'x' }, 400),
    posts(
      'an unknown type of work is refused',
      'restWorkItems',
      items,
      { duration: { minutes: 1 }, type: { name: 'Tea' } },
      400,
    ),
    {
      ...command('add work Development 2026-01-31 2h Починила'),
      body: { query: 'add work Development 2026-01-31 2h Починила', issues: [{ idReadable: 'DEMO-2' }] },
    },
    shows(
      'a command enters work',
      'query',
      '/api/workItems?query=issue%20id:%20DEMO-2&author=admin&fields=duration(minutes),text',
      [{ duration: { minutes: 120, $type: 'DurationValue' }, text: 'Починила', $type: 'IssueWorkItem' }],
    ),
    shows(
      'issues are found by who worked on them',
      'query',
      '/api/issues?query=work%20author:%20jane%20work%20type:%20Testing&fields=idReadable',
      [{ idReadable: 'DEMO-2', $type: 'Issue' }],
    ),
    shows('and by the day', 'query', '/api/issues?query=work%20date:%202026-01-31&fields=idReadable', [
      { idReadable: 'DEMO-2', $type: 'Issue' },
    ]),
    command('add work 1h', 'joe', 400),
    command('visible to Team'),
    shows(
      'a command restricts who sees an issue',
      'restIssues',
      '/api/issues/DEMO-1?fields=visibility(permittedGroups(name))',
      {
        visibility: { permittedGroups: [{ name: 'Team', $type: 'UserGroup' }], $type: 'LimitedVisibility' },
        $type: 'Issue',
      },
    ),
    command('visible to Nobody', 'admin', 400),
    command('remove visible to Team'),
  ],
});
