import { expect, test } from '@jest/globals';
import { readYouTrackFacts } from '../../../widgets/administration/youtrack-facts.ts';

test('what YouTrack tells of itself is taken over', async () => {
  const facts = await readYouTrackFacts({
    fetchYouTrack: async (url) =>
      url === 'admin/projects'
        ? [
            { shortName: 'DEMO', name: 'Магазин' },
            { shortName: 'OPS', archived: true },
          ]
        : { systemSettings: { baseUrl: 'https://youtrack.example.com' } },
  });
  expect(facts).toEqual({
    baseUrl: 'https://youtrack.example.com',
    projects: [
      { key: 'DEMO', name: 'Магазин', isArchived: false },
      { key: 'OPS', name: 'OPS', isArchived: true },
    ],
  });
});

const silent: readonly [string, () => Promise<unknown>][] = [
  ['rejects', () => Promise.reject(new Error('refused'))],
  [
    'throws before it promises anything',
    () => {
      throw new TypeError('line is not open');
    },
  ],
];

test.each(silent)('a host that %s leaves the administrator to say it', async (_, fetchYouTrack) => {
  expect(await readYouTrackFacts({ fetchYouTrack })).toEqual({ projects: [] });
});
