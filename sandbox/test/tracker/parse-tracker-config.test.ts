import { expect, test } from '@jest/globals';
import { parseTrackerConfig } from '../../src/tracker/config/parse-tracker-config.ts';
import { TrackerConfigError } from '../../src/tracker/config/tracker-config-error.ts';
import { section } from './fake-world.ts';

const front = { frontUrl: 'https://a.example/{{remoteKey}}' };

test('no section is an empty Tracker', () => {
  expect(parseTrackerConfig(undefined)).toMatchObject({
    queues: [],
    issues: [],
    applications: [],
    links: [],
  });
});

test('the least that a world can say is enough', () => {
  const config = parseTrackerConfig({
    queues: ['TEST'],
    issues: [{ key: 'TEST-1', summary: 'Ы', status: 'Open' }],
  });
  expect(config.issues).toMatchObject([
    {
      key: 'TEST-1',
      status: { key: 'open' },
      type: { key: 'task' },
      priority: { key: 'normal' },
      aliases: [],
    },
  ]);
});

test('queues that are not named follow from the issues', () => {
  const { queues } = parseTrackerConfig({ issues: [{ key: 'B-2' }, { key: 'A-1' }, { key: 'B-1' }] });
  expect(queues?.map((queue) => queue.key)).toEqual(['B', 'A']);
});

test.each([
  [{}, 'none'],
  [{ oauthToken: 'x' }, 'OAuth'],
  [{ oauthToken: 'x', tokenScheme: 'Bearer' }, 'Bearer'],
])('an application with %p uses the scheme %p', (given, tokenScheme) => {
  const { applications } = parseTrackerConfig({ applications: [{ id: 'app', ...front, ...given }] });
  expect(applications).toMatchObject([{ id: 'app', name: 'app', canLinkFromFront: false, tokenScheme }]);
});

test.each([
  [[], 'tracker: expected object, received array'],
  [{ issue: [] }, 'tracker: Unrecognized key: "issue"'],
  [{ queues: ['test'] }, 'tracker.queues[0]: expected a queue key such as TEST'],
  [
    { queues: [7] },
    'tracker.queues[0]: expected string, received number, or expected object, received number',
  ],
  [{ queues: [{ key: 'A', name: 7 }] }, 'tracker.queues[0].name: expected string, received number'],
  [{ queues: ['A', 'A'] }, 'tracker.queues[1].key: A is there already'],
  [{ issues: [{ key: 'TEST-01' }] }, 'tracker.issues[0].key: expected an issue key such as TEST-1'],
  [{ issues: [{ key: 'A-1', summary: 5 }] }, 'tracker.issues[0].summary: expected string, received number'],
  [
    { issues: [{ key: 'A-1', deadline: '1.12.2026' }] },
    'tracker.issues[0].deadline: expected a date such as 2026-12-01',
  ],
  [
    { issues: [{ key: 'A-1', updatedAt: 'вчера' }] },
    'tracker.issues[0].updatedAt: expected epoch milliseconds or a date such as 2026-12-01T10:00:00Z',
  ],
  [{ queues: ['A'], issues: [{ key: 'B-1' }] }, 'tracker.issues[0].key: queue B is not among tracker.queues'],
  [
    { issues: [{ key: 'A-1' }, { key: 'A-2', aliases: ['A-1'] }] },
    'tracker.issues[1]: A-1 names another issue already',
  ],
  [
    { applications: [{ id: 'app' }] },
    'tracker.applications[0].frontUrl: expected string, received undefined',
  ],
  [
    { applications: [{ id: 'app', frontUrl: 'https://a.example/' }] },
    'tracker.applications[0].frontUrl: expected a URL template with {{remoteKey}}',
  ],
  [
    { applications: [{ id: 'app', ...front, createLinkUrl: 'https://a.example/{{issueKey}}' }] },
    'tracker.applications[0].createLinkUrl: did not expect {{issueKey}}',
  ],
  [
    { applications: [{ id: 'app', ...front, tokenScheme: 'OAuth' }] },
    'tracker.applications[0].oauthToken: expected a token, because tokenScheme is OAuth',
  ],
  [
    { applications: [{ id: 'app', ...front, tokenScheme: 'Basic' }] },
    'tracker.applications[0].tokenScheme: Invalid option: expected one of "none"|"OAuth"|"Bearer"',
  ],
  [
    { links: [{ issue: 'A-1', application: 'app', key: 'D-1' }] },
    'tracker.links[0].issue: there is no issue A-1',
  ],
  [
    { issues: [{ key: 'A-1' }], links: [{ issue: 'A-1', application: 'app', key: 'D-1' }] },
    'tracker.links[0].application: no application app is registered',
  ],
])('%j is refused in one line: %p', (given, message) => {
  expect(() => parseTrackerConfig(given)).toThrow(new TrackerConfigError(message));
});

test('the section of these tests is valid', () => {
  expect(parseTrackerConfig(section()).issues).toHaveLength(2);
});
