import { createWorld, type World } from '../../../src/world/create-world.ts';

const at = 1_767_225_600_000;

/** Two projects, people with different rights, and something of everything that pages show. */
export const labWorld = {
  users: [
    { login: 'jane', fullName: 'Jane Roe', email: 'jane@example.com' },
    { login: 'олег', fullName: 'Олег Шишкин' },
    { login: 'admin', fullName: 'Admin' },
  ],
  projects: [
    {
      key: 'DEMO',
      name: 'Demo',
      description: 'A project to look at.',
      leader: 'jane',
      fields: [
        { name: 'State', type: 'state', values: [{ name: 'Open' }, { name: 'Fixed', isResolved: true }] },
        { name: 'Assignee', type: 'user' },
        { name: 'Parts', type: 'enum', multi: true, values: [{ name: 'Press' }, { name: 'Ink' }] },
        { name: 'Due Date', type: 'date' },
        { name: 'Effort', type: 'period' },
      ],
    },
    { key: 'OTHER', name: 'Other', leader: 'admin' },
  ],
  permissions: [
    { user: 'admin', keys: ['*'] },
    {
      user: 'jane',
      project: 'DEMO',
      keys: ['READ_ISSUE', 'READ_ARTICLE', 'READ_PROJECT_BASIC', 'READ_COMMENT'],
    },
    { user: 'jane', project: 'DEMO', keys: ['READ_ARTICLE_COMMENT', 'LINK_ISSUE', 'UPDATE_PROJECT'] },
    { user: 'jane', project: 'OTHER', keys: ['READ_ISSUE', 'READ_PROJECT_BASIC'] },
    { user: 'jane', keys: ['READ_USER_BASIC'] },
  ],
  issues: [
    {
      id: 'DEMO-1',
      summary: 'Печать <b>криво</b>',
      description:
        'Первый абзац\nвторая строка\n\n![](widget:lab:text:one){width=100% height=68px}\n\n</script><i>x</i>',
      reporter: 'jane',
      created: at,
      updated: at,
      formerIds: ['OLD-7'],
      fields: { State: 'Open', Assignee: 'jane', Parts: ['Press', 'Ink'], 'Due Date': at, Effort: '1w 2h' },
      links: { 'parent for': ['DEMO-2'] },
      comments: [{ author: 'jane', text: 'Смотрю', created: at }],
    },
    {
      id: 'DEMO-2',
      summary: 'Done thing',
      reporter: 'jane',
      created: at,
      updated: at,
      fields: { State: 'Fixed' },
    },
    { id: 'OTHER-1', summary: 'Elsewhere', reporter: 'admin', created: at, updated: at },
  ],
  articles: [
    { id: 'DEMO-A-1', summary: 'Handbook', content: 'Read me', author: 'jane', created: at, updated: at },
    { id: 'DEMO-A-2', summary: 'Chapter', author: 'jane', created: at, updated: at, parent: 'DEMO-A-1' },
  ],
};

export function createLabWorld(): Promise<World> {
  const clock = { now: () => at, at: () => () => undefined };
  return createWorld({ json: labWorld, writes: 'serial', clock });
}
