/** The world of the conformance suite: two projects, people with different rights, the guest among them. */
export const conformanceWorld = {
  users: [
    { login: 'admin', fullName: 'Ada Admin', email: 'ada@example.com' },
    { login: 'jane', fullName: 'Жанна Роу', email: 'jane@example.com' },
    { login: 'joe', fullName: 'Joe Bloggs' },
    { login: 'lead', fullName: 'Lea Lead' },
    { login: 'ghost', fullName: 'Gone', banned: true },
  ],
  groups: [{ name: 'Team', users: ['jane'] }],
  projects: [
    {
      key: 'DEMO',
      name: 'Демо',
      leader: 'lead',
      fields: [
        {
          name: 'State',
          type: 'state',
          values: [{ name: 'Open' }, { name: 'Fixed', isResolved: true }],
          default: 'Open',
        },
        { name: 'Priority', type: 'enum', values: [{ name: 'Minor' }, { name: 'Major' }] },
        { name: 'Assignee', type: 'user' },
        { name: 'Due Date', type: 'date' },
        { name: 'Versions', type: 'version', multi: true, values: [{ name: '1.0' }, { name: '2.0' }] },
        { name: 'Points', type: 'integer' },
      ],
    },
    { key: 'OPS', name: 'Operations', leader: 'admin' },
  ],
  permissions: [
    { user: 'admin', keys: ['*'] },
    {
      group: 'Team',
      project: 'DEMO',
      keys: [
        'READ_ISSUE',
        'CREATE_ISSUE',
        'UPDATE_ISSUE',
        'LINK_ISSUE',
        'READ_COMMENT',
        'CREATE_COMMENT',
        'READ_PROJECT_BASIC',
        'READ_ARTICLE',
        'UPDATE_ARTICLE',
      ],
    },
    { user: 'jane', keys: ['READ_USER_BASIC'] },
    { user: 'joe', project: 'DEMO', keys: ['READ_ISSUE', 'READ_PROJECT_BASIC'] },
    { user: 'lead', project: 'DEMO', keys: ['READ_ISSUE', 'READ_PROJECT_BASIC', 'UPDATE_PROJECT'] },
    { user: 'guest', project: 'DEMO', keys: ['READ_ISSUE'] },
  ],
  issues: [
    {
      id: 'DEMO-1',
      summary: 'Первая',
      reporter: 'jane',
      created: 1767225600000,
      updated: 1767225600000,
      formerIds: ['OLD-7'],
      fields: { State: 'Open', Priority: 'Minor', Assignee: 'jane' },
    },
    { id: 'DEMO-2', summary: 'Second', reporter: 'jane' },
    { id: 'DEMO-3', summary: 'Hidden', reporter: 'admin', permittedGroups: ['Team'] },
    { id: 'OPS-1', summary: 'Elsewhere', reporter: 'admin' },
  ],
  articles: [
    { id: 'DEMO-A-1', summary: 'Статья', content: 'Text', author: 'jane' },
    { id: 'OPS-A-1', summary: 'Elsewhere', author: 'admin' },
  ],
};
