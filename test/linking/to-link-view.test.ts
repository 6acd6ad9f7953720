import { describe, expect, test } from '@jest/globals';
import { listLinks } from '../../src/linking/list-links.ts';
import { toMirrorProblem } from '../../src/linking/to-link-view.ts';
import type { Settings } from '../../src/ports/youtrack.ts';
import { fakeEntity, fakeScope, settings } from '../support/fake-host.ts';

const at = Date.parse('2026-01-01T00:00:00.000Z');
const mirroring: Settings = {
  ...settings,
  mirroring: { isConnected: true, applications: { issue: 'ru.yandex.issues' }, detailsFor: 'nobody' },
};

/** The answer for an object with links to TEST-1 and TEST-2 that owes these. */
function list(owed: readonly object[], { kind = 'issue', as = mirroring }: Partial<Shown> = {}) {
  const stored = `{"v":1,"links":["TEST-1 +${at} youtrack jane","TEST-2 +${at} tracker вася"]}`;
  const entity = fakeEntity({ kind, key: 'DEMO-1', stored });
  const entries = owed.map((entry) => ({
    issueKey: 'TEST-1',
    wish: 'live',
    since: at,
    attempts: 0,
    ...entry,
  }));
  entity.owed = JSON.stringify({ v: 1, owed: entries });
  const answer = listLinks(fakeScope([entity], { settings: as }));
  if (!answer.ok) throw new Error(answer.problem.reason);
  return answer.value.body;
}

interface Shown {
  readonly kind: 'issue' | 'article';
  readonly as: Settings;
}

describe('of a link that Tracker is told', () => {
  test('is said that it is there where nothing is owed, and of another what is', () => {
    const { links } = list([{ nextAt: at + 60_000 }]);
    expect(links).toStrictEqual([
      {
        issueKey: 'TEST-1',
        url: 'https://tracker.yandex.ru/TEST-1',
        addedAt: '2026-01-01T00:00:00.000Z',
        addedBy: 'jane',
        via: 'youtrack',
        mirror: {
          state: 'pending',
          since: '2026-01-01T00:00:00.000Z',
          nextAt: '2026-01-01T00:01:00.000Z',
        },
      },
      {
        issueKey: 'TEST-2',
        url: 'https://tracker.yandex.ru/TEST-2',
        addedAt: '2026-01-01T00:00:00.000Z',
        addedBy: 'вася',
        via: 'tracker',
        mirror: { state: 'mirrored' },
      },
    ]);
  });

  test('is said why it came to nothing, in words and in Tracker’s own', () => {
    const [link] = list([{ problem: { kind: 'forbidden', said: 'Нет доступа' } }]).links;
    expect(link?.mirror).toStrictEqual({
      state: 'failed',
      since: '2026-01-01T00:00:00.000Z',
      problem: {
        kind: 'forbidden',
        sentence: expect.stringMatching(/^The account behind the token may not do this in Tracker\./),
        said: 'Нет доступа',
      },
    });
  });

  test.each(['toldAt', 'droppedAt'])('is said that it is there once nothing is owed any more: %s', (name) => {
    expect(list([{ [name]: at }]).links[0]?.mirror).toEqual({ state: 'mirrored' });
  });
});

describe('of a link of which it is not known whether somebody has removed it in Tracker', () => {
  const report = { wish: 'gone', nextAt: at, asks: { by: 'robot', via: 'tracker', isReport: true } };

  test('is said that it is pending, and not besides that it is removed', () => {
    const { links, owed } = list([report]);
    expect([links[0]?.mirror?.state, owed]).toEqual(['pending', undefined]);
  });

  test('is said what is to be told of it where that is owed as well', () => {
    const [link] = list([{ problem: { kind: 'forbidden' } }, report]).links;
    expect(link?.mirror?.state).toBe('failed');
  });

  test('is said nothing of it where it was made afterwards', () => {
    expect(list([{ ...report, since: at - 1 }]).links[0]?.mirror).toEqual({ state: 'mirrored' });
  });
});

describe('removals that Tracker has not been told', () => {
  test('are listed beside the links', () => {
    expect(list([{ issueKey: 'TEST-3', wish: 'gone', nextAt: at }]).owed).toStrictEqual([
      {
        issueKey: 'TEST-3',
        url: 'https://tracker.yandex.ru/TEST-3',
        state: 'pending',
        since: '2026-01-01T00:00:00.000Z',
        nextAt: '2026-01-01T00:00:00.000Z',
      },
    ]);
  });

  test.each([
    { what: 'where there is none', owed: [] },
    { what: 'where only a link is owed', owed: [{}] },
    { what: 'of a link that Tracker was told', owed: [{ wish: 'gone', toldAt: at }] },
    {
      what: 'of an object that was removed',
      owed: [{ wish: 'gone', removed: { kind: 'issue', key: 'DEMO-9' } }],
    },
  ])('are no member of the answer $what', ({ owed }) => {
    expect(list(owed)).not.toHaveProperty('owed');
  });
});

describe('nothing is said of Tracker', () => {
  const unconnected = { ...mirroring, mirroring: { ...mirroring.mirroring, isConnected: false } };

  test.each([
    { what: 'of a kind of objects without an application', shown: { kind: 'article' } },
    { what: 'where it is not connected', shown: { as: unconnected } },
  ] as const)('$what', ({ shown }) => {
    const answer = list([{ nextAt: at }, { issueKey: 'TEST-3', wish: 'gone' }], shown);
    expect(answer.links.map(({ issueKey }) => issueKey)).toEqual(['TEST-1', 'TEST-2']);
    expect(Object.keys(answer)).toEqual(['key', 'links']);
    for (const link of answer.links) expect(link).not.toHaveProperty('mirror');
  });
});

test('a problem of which Tracker said nothing has only our own sentence', () => {
  expect(toMirrorProblem({ kind: 'timeout' })).toStrictEqual({
    kind: 'timeout',
    sentence: expect.stringMatching(/^Tracker has not answered in time\./),
  });
});
