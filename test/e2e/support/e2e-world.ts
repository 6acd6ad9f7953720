const projectRights = ['READ_ISSUE', 'READ_ARTICLE', 'READ_PROJECT_BASIC', 'READ_USER_BASIC'];
const editorRights = [
  ...projectRights,
  'UPDATE_ISSUE',
  'LINK_ISSUE',
  'UPDATE_ARTICLE',
  'READ_PROJECT',
  'UPDATE_PROJECT',
];
const fields = [
  { name: 'State', type: 'state', values: [{ name: 'Open' }, { name: 'Fixed', isResolved: true }] },
  { name: 'Assignee', type: 'user' },
  { name: 'Стадия', type: 'enum', values: [{ name: 'Черновик' }, { name: 'Готово' }] },
];
const createdMs = Date.parse('2026-01-10T09:00:00Z');

/**
 * A small server for the widgets: `jane` may edit what is in DEMO, `maria` may read it, `omar` may not see it, `robot`
 * is Tracker's account. DEMO has no field for the deadline, and nobody can read what is stored on DEMO-9.
 */
export const e2eWorld = {
  users: [
    { login: 'admin', fullName: 'Ada Adler', email: 'admin@example.com' },
    { login: 'jane', fullName: 'Jane Roe', email: 'jane@example.com' },
    { login: 'maria', fullName: 'Мария Кузнецова', email: 'maria@example.com' },
    { login: 'omar', fullName: 'Omar Lind', email: 'omar@example.com' },
    { login: 'robot', fullName: 'Yandex Tracker', email: 'robot@example.com' },
  ],
  projects: [
    { key: 'DEMO', name: 'Demo shop', leader: 'jane', fields },
    { key: 'OPS', name: 'Бухгалтерия', leader: 'omar', fields },
  ],
  permissions: [
    { user: 'admin', keys: ['*'] },
    { user: 'jane', project: 'DEMO', keys: editorRights },
    { user: 'maria', project: 'DEMO', keys: projectRights },
    { user: 'omar', project: 'OPS', keys: editorRights },
    { user: 'robot', keys: editorRights },
  ],
  issues: Array.from({ length: 30 }, (_, index) => ({
    id: `DEMO-${index + 1}`,
    summary: index % 2 === 0 ? 'Login page does not load' : 'Оплата картой не проходит',
    reporter: 'jane',
    created: createdMs,
    updated: createdMs,
    fields: { State: 'Open', Assignee: 'jane' },
  })),
  articles: Array.from({ length: 10 }, (_, index) => ({
    id: `DEMO-A-${index + 1}`,
    summary: index % 2 === 0 ? 'How we release' : 'Как мы выпускаем',
    author: 'jane',
    updated: createdMs,
    parent: null,
  })),
  apps: {
    'tracker-links': {
      projects: ['DEMO', 'OPS'],
      settings: { serviceAccount: 'robot' },
      extensionProperties: { Issue: { 'DEMO-9': { trackerLinks: '{"v":1,"lin', hasTrackerLinks: true } } },
    },
  },
  tracker: { queues: ['TEST'], issues: [{ key: 'TEST-1', summary: 'Card payments', status: 'Open' }] },
};
