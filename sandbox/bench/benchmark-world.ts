/** A world of one project with so many issues. */
export function createBenchmarkWorld(issueCount: number): object {
  const fields = [
    { name: 'State', type: 'state', values: [{ name: 'Open' }, { name: 'Fixed', isResolved: true }] },
    { name: 'Assignee', type: 'user' },
    { name: 'Due Date', type: 'date' },
  ];
  return {
    users: [{ login: 'jane', fullName: 'Jane Roe' }],
    projects: [{ key: 'DEMO', name: 'Demo', leader: 'jane', fields }],
    permissions: [{ user: 'jane', keys: ['*'] }],
    issues: Array.from({ length: issueCount }, (_, index) => ({
      id: `DEMO-${index + 1}`,
      summary: `Issue number ${index + 1}`,
      reporter: 'jane',
      created: 1767225600000,
      updated: 1767225600000,
      fields: { State: 'Open', Assignee: 'jane', 'Due Date': 1796083200000 },
    })),
  };
}
