/** Noon of 1 January 2026, UTC. */
export const newYear = 1767268800000;
const day = 86_400_000;

/** Custom fields of every type there is. */
const fields = [
  {
    name: 'State',
    type: 'state',
    default: 'Open',
    values: [
      { name: 'Open', description: 'Nobody has begun' },
      { name: 'In Progress' },
      { name: 'Fixed', isResolved: true },
      { name: 'Obsolete', isResolved: true, archived: true },
    ],
  },
  {
    name: 'Priority',
    type: 'enum',
    localizedName: 'Приоритет',
    default: 'Normal',
    values: [{ name: 'Minor' }, { name: 'Normal', color: 3 }, { name: 'Major' }],
  },
  {
    name: 'Kinds',
    type: 'enum',
    multi: true,
    values: [{ name: 'bug' }, { name: 'crash' }, { name: 'wish' }],
  },
  {
    name: 'Subsystem',
    type: 'owned',
    emptyText: 'No subsystem',
    values: [{ name: 'UI', owner: 'jane' }, { name: 'Core' }],
  },
  {
    name: 'Fix versions',
    type: 'version',
    multi: true,
    values: [
      { name: '1.0', isReleased: true, releaseDate: newYear, startDate: newYear - 7 * day },
      { name: '2.0' },
    ],
  },
  { name: 'Fixed in build', type: 'build', values: [{ name: '#77', assembleDate: newYear }] },
  { name: 'Assignee', type: 'user' },
  { name: 'Reviewers', type: 'user', multi: true },
  { name: 'Audience', type: 'group' },
  { name: 'Due Date', type: 'date' },
  { name: 'Met at', type: 'dateTime' },
  { name: 'Points', type: 'integer' },
  { name: 'Ratio', type: 'float' },
  { name: 'Customer', type: 'string' },
  { name: 'Notes', type: 'text' },
  { name: 'Estimation', type: 'period' },
];

const issues = [
  {
    id: 'DEMO-1',
    summary: 'Первая',
    description: 'Подробности',
    reporter: 'jane',
    created: newYear,
    updated: newYear + day,
    updatedBy: 'joe',
    formerIds: ['OLD-7'],
    tags: ['hot'],
    voters: ['joe'],
    watchers: ['jane'],
    links: { 'parent for': ['DEMO-2', 'DEMO-4'], 'relates to': ['OPS-1'] },
    comments: [
      { author: 'joe', text: 'Первый комментарий', created: newYear + 1000, pinned: true },
      { author: 'jane', text: 'For the team', created: newYear + 2000, permittedGroups: ['Team'] },
    ],
    attachments: [{ name: 'notes.txt', author: 'jane', mimeType: 'text/plain', text: 'привет' }],
    workItems: [
      { author: 'jane', date: newYear - day / 2, minutes: 90, text: 'Looked', type: 'Development' },
    ],
    fields: {
      State: 'Open',
      Priority: 'Major',
      Kinds: ['bug', 'crash'],
      Subsystem: 'UI',
      'Fix versions': ['1.0', '2.0'],
      'Fixed in build': '#77',
      Assignee: 'jane',
      Reviewers: ['jane', 'joe'],
      Audience: 'Team',
      'Due Date': newYear + 3 * day,
      'Met at': newYear + 60_000,
      Points: 5,
      Ratio: 2.5,
      Customer: 'Ромашка',
      Notes: 'Some **text**',
      Estimation: 630,
    },
  },
  { id: 'DEMO-2', summary: 'Second', reporter: 'jane', created: newYear },
  { id: 'DEMO-3', summary: 'Hidden', reporter: 'admin', permittedGroups: ['Team'], permittedUsers: ['lead'] },
  { id: 'DEMO-4', summary: 'Done', reporter: 'joe', resolved: newYear, fields: { State: 'Fixed' } },
  { id: 'OPS-1', summary: 'Elsewhere', reporter: 'admin' },
];

/** One of everything the scripting reference documents and the sandbox holds. */
export const fullWorld = {
  users: [
    { login: 'admin', fullName: 'Ada Admin', email: 'ada@example.com' },
    {
      login: 'jane',
      fullName: 'Жанна Роу',
      email: 'jane@example.com',
      ringId: '1c2d-77',
      language: 'ru',
      timeZone: 'Europe/Berlin',
      registered: newYear,
    },
    { login: 'joe', email: 'joe@example.com' },
    { login: 'lead', fullName: 'Lea Lead' },
    { login: 'ghost', fullName: 'Gone', banned: true },
  ],
  groups: [
    { name: 'Team', description: 'Команда', users: ['jane'], autoJoin: true },
    { name: 'Testers', users: ['joe', 'jane'] },
  ],
  projects: [
    { key: 'DEMO', name: 'Демо', description: 'Showcase', leader: 'lead', team: ['jane', 'joe'], fields },
    {
      key: 'OPS',
      name: 'Operations',
      leader: 'admin',
      archived: true,
      fields: [{ name: 'State', type: 'state', values: [{ name: 'Open' }] }],
    },
  ],
  workItemTypes: ['Development', 'Testing'],
  tags: [
    { name: 'hot', owner: 'admin', groups: ['All Users'] },
    { name: 'mine', owner: 'jane' },
    { name: 'mine', owner: 'joe', users: ['jane'] },
  ],
  savedQueries: [{ name: 'Open ones', owner: 'jane', query: 'State: Open', groups: ['Team'] }],
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
    { user: 'joe', project: 'DEMO', keys: ['READ_ISSUE', 'READ_COMMENT', 'READ_PROJECT_BASIC'] },
    { user: 'guest', project: 'DEMO', keys: ['READ_ISSUE'] },
  ],
  issues,
  articles: [
    {
      id: 'DEMO-A-1',
      summary: 'Статья',
      content: 'Текст',
      author: 'jane',
      created: newYear,
      updated: newYear + day,
      updatedBy: 'joe',
      tags: ['hot'],
      comments: [{ author: 'joe', text: 'Хорошо', created: newYear + 1000 }],
      attachments: [{ name: 'plan.txt', author: 'jane', mimeType: 'text/plain', text: 'plan' }],
    },
    { id: 'DEMO-A-2', summary: 'Child', author: 'joe', parent: 'DEMO-A-1', permittedGroups: ['Team'] },
  ],
};
