import {
  type ConcurrentCase,
  concurrentCases,
  type Element,
  issuesOf,
  linkTargets,
} from './concurrent-cases.ts';

const everybody = ['a', 'b', 'c', 'admin'];

/** A world with an issue for every case as the case finds it, another one beside each, and what sets have in them. */
export function concurrentWorld(): unknown {
  const issues = concurrentCases.flatMap((one, index) => issuesOfCase(one, index));
  const people = concurrentCases.map(({ before = {} }, index) => [
    issuesOf(index).issue,
    {
      ...(before.people === undefined ? {} : { people: before.people.map((user) => ({ user })) }),
      ...(before.note === undefined ? {} : { note: before.note }),
    },
  ]);
  return {
    users: everybody.map((login) => ({ login })),
    permissions: everybody.map((user) => ({ user, keys: ['*'] })),
    tags: ['a', 'b', 'c'].map((name) => ({ name, owner: 'admin' })),
    projects: [
      {
        key: 'DEMO',
        name: 'Demo',
        leader: 'admin',
        fields: [
          { name: 'State', type: 'state', values: ['Open', 'Fixed', 'Done'].map((name) => ({ name })) },
          {
            name: 'Versions',
            type: 'version',
            multi: true,
            values: ['a', 'b', 'c'].map((name) => ({ name })),
          },
        ],
      },
    ],
    issues: [...Object.values(linkTargets).map((id) => ({ id, summary: id, reporter: 'admin' })), ...issues],
    apps: { concurrent: { projects: ['DEMO'], extensionProperties: { Issue: Object.fromEntries(people) } } },
  };
}

function issuesOfCase({ before = {} }: ConcurrentCase, index: number): object[] {
  const { issue, other } = issuesOf(index);
  const targets = (names: readonly string[] = []) => names.map((name) => linkTargets[name as Element]);
  return [
    {
      id: issue,
      summary: before.summary ?? 'Задача',
      reporter: 'admin',
      fields: {
        ...(before.state === undefined ? {} : { State: before.state }),
        ...(before.versions === undefined ? {} : { Versions: before.versions }),
      },
      tags: before.tags ?? [],
      watchers: before.watchers ?? [],
      permittedUsers: before.visibleTo ?? [],
      links: { 'relates to': targets(before.relates), 'depends on': targets(before.depends) },
    },
    { id: other, summary: 'Другая', reporter: 'admin' },
  ];
}
