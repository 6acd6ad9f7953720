import { describe, expect, test } from '@jest/globals';
import { listAllLinks } from '../../src/administration/list-all-links.ts';
import type { AllLinksQuery } from '../../src/administration/parse-all-links-query.ts';
import { fakeProject } from '../support/fake-host.ts';
import { type FakePageEntity, fakeAdmin, fakePage, fakePerson } from '../support/fake-pages.ts';

const everything: AllLinksQuery = {
  project: undefined,
  kind: undefined,
  queue: undefined,
  who: undefined,
  via: undefined,
  addedAfter: undefined,
  addedBefore: undefined,
  text: undefined,
  sort: '-addedAt',
  after: undefined,
  skip: 0,
  top: 50,
};

function world(): FakePageEntity[] {
  return [
    fakePage({
      key: 'DEMO-10',
      projectKey: 'DEMO',
      facts: { summary: 'Вход на сайт' },
      links: [
        ['TEST-2', 300, 'jane'],
        ['TEST-10', 100, 'robot'],
      ],
    }),
    fakePage({
      key: 'DEMO-2',
      projectKey: 'DEMO',
      facts: { summary: 'Old' },
      links: [['OPS-1', 200, 'Jane']],
      flag: false,
    }),
    fakePage({
      key: 'HID-1',
      projectKey: 'HID',
      facts: { summary: 'Secret' },
      isVisible: false,
      links: [['TEST-1', 400, 'hidden']],
    }),
    fakePage({
      kind: 'article',
      key: 'DEMO-A-1',
      projectKey: 'DEMO',
      facts: { summary: 'Page' },
      links: [['TEST-1', 250, 'jane']],
    }),
    fakePage({ kind: 'project', key: 'DEMO', facts: { summary: 'Demo' }, links: [['TEST-1', 250, 'jane']] }),
    fakePerson('jane', 'Яна Роу', { links: [['TEST-1', 250, 'robot']] }),
    fakePerson('hidden', 'Hidden Name', { isVisible: false }),
    fakePage({ key: 'DEMO-3', projectKey: 'DEMO', stored: 'oops' }),
    fakePage({ key: 'DEMO-4', projectKey: 'DEMO', links: [] }),
  ];
}

function list(query: Partial<AllLinksQuery> = {}, entities = world()) {
  const projects = [fakeProject('DEMO'), fakeProject('HID', { isVisible: () => false })];
  const result = listAllLinks(fakeAdmin({ entities, projects }), { ...everything, ...query });
  if (!result.ok) throw new Error('refused');
  return result.value.body;
}

const rows = (query: Partial<AllLinksQuery> = {}) =>
  list(query).links.map(({ key, issueKey }) => `${key} ${issueKey}`);

describe('the links of the whole system', () => {
  test('say what is linked to what, where, when, by whom and via which side', () => {
    expect(list({ text: 'test-2' }).links).toEqual([
      {
        kind: 'issue',
        key: 'DEMO-10',
        summary: 'Вход на сайт',
        project: 'DEMO',
        entityUrl: '/issue/DEMO-10',
        issueKey: 'TEST-2',
        url: 'https://tracker.yandex.ru/TEST-2',
        addedAt: '1970-01-01T00:00:00.300Z',
        addedBy: 'jane',
        via: 'youtrack',
      },
    ]);
  });

  test('of a user belong to no project', () => {
    expect(list({ kind: 'user' }).links[0]).not.toHaveProperty('project');
  });

  test('come newest first, and those of one instant by their keys', () => {
    expect(rows()).toEqual([
      'HID-1 TEST-1',
      'DEMO-10 TEST-2',
      'DEMO TEST-1',
      'DEMO-A-1 TEST-1',
      'jane TEST-1',
      'DEMO-2 OPS-1',
      'DEMO-10 TEST-10',
    ]);
  });

  test.each([
    ['addedAt', ['DEMO-10 TEST-10', 'DEMO-2 OPS-1']],
    ['key', ['DEMO TEST-1', 'DEMO-2 OPS-1', 'DEMO-10 TEST-2', 'DEMO-10 TEST-10']],
    ['-key', ['jane TEST-1', 'HID-1 TEST-1', 'DEMO-A-1 TEST-1', 'DEMO-10 TEST-2']],
    ['issueKey', ['DEMO-2 OPS-1', 'DEMO TEST-1']],
    ['-issueKey', ['DEMO-10 TEST-10', 'DEMO-10 TEST-2', 'DEMO TEST-1']],
    ['addedBy', ['HID-1 TEST-1', 'DEMO TEST-1', 'DEMO-2 OPS-1', 'DEMO-10 TEST-2']],
    ['-addedBy', ['DEMO-10 TEST-10', 'jane TEST-1']],
  ] as const)('sorted by %s begin with %j', (sort, first) => {
    expect(rows({ sort, top: first.length })).toEqual(first);
  });

  test.each([
    [{ project: 'demo' }, 5],
    [{ project: 'DEMO', kind: 'project' }, 1],
    [{ kind: 'issue' }, 4],
    [{ queue: 'TEST' }, 6],
    [{ queue: 'TES' }, 0],
    [{ who: 'JANE' }, 4],
    [{ via: 'tracker' }, 2],
    [{ addedAfter: 250 }, 5],
    [{ addedBefore: 250 }, 2],
    [{ addedAfter: 250, addedBefore: 251 }, 3],
    [{ text: 'ВХОД' }, 2],
    [{ text: 'demo-a' }, 1],
    [{ text: 'ops' }, 1],
    [{ text: 'ops', queue: 'TEST' }, 0],
    [{ project: 'DEMO', queue: 'TEST', who: 'jane', via: 'youtrack', text: 'page' }, 1],
  ] as const)('that pass %j are %d', (query, total) => {
    expect(list(query).total).toBe(total);
  });

  test('come in pages whose total stays', () => {
    expect(list({ sort: 'key', skip: 1, top: 2 })).toMatchObject({
      total: 7,
      links: [{ key: 'DEMO-2' }, { key: 'DEMO-10' }],
    });
    expect(list({ skip: 7 })).toMatchObject({ total: 7, links: [], people: {} });
  });

  test('show the key alone of what the caller may not see, and cannot be searched by what it says', () => {
    expect(list({ project: 'HID' }).links).toMatchObject([
      { key: 'HID-1', summary: 'HID-1', project: 'HID' },
    ]);
    expect(list({ text: 'secret' }).total).toBe(0);
    const answer = JSON.stringify(list());
    expect(answer).not.toMatch(/Secret|Hidden Name|Project HID/);
  });

  test('name the people on the page', () => {
    expect(list({ who: 'jane', text: 'test' }).people).toEqual({ jane: 'Яна Роу' });
  });

  test('are counted by project, queue, person and kind, whatever the filters, the most first', () => {
    expect(list({ text: 'nothing like it' }).facets).toEqual({
      projects: [
        { key: 'DEMO', name: 'Project DEMO', count: 5 },
        { key: 'HID', name: 'HID', count: 1 },
      ],
      queues: [
        { queue: 'TEST', count: 6 },
        { queue: 'OPS', count: 1 },
      ],
      people: [
        { login: 'jane', name: 'Яна Роу', count: 3 },
        { login: 'robot', name: 'robot', count: 2 },
        { login: 'Jane', name: 'Яна Роу', count: 1 },
        { login: 'hidden', name: 'hidden', count: 1 },
      ],
      kinds: [
        { kind: 'issue', count: 4 },
        { kind: 'article', count: 1 },
        { kind: 'project', count: 1 },
        { kind: 'user', count: 1 },
      ],
    });
  });
});

describe('ten thousand links', () => {
  const links = Array.from({ length: 100 }, (_, index) => [`TEST-${index + 1}`, index, 'jane'] as const);
  const many = () =>
    Array.from({ length: 100 }, (_, index) =>
      fakePage({ key: `DEMO-${index + 1}`, projectKey: 'DEMO', facts: { summary: 'Вход' }, links }),
    );

  test('are read in one pass, and only the objects on the page are asked what they say', () => {
    const entities = many();
    const answer = list({ sort: 'key', top: 150 }, entities);
    expect([answer.total, answer.links.length]).toEqual([10_000, 150]);
    expect(entities.map(({ asked }) => asked.titles).reduce((sum, one) => sum + one)).toBe(2);
  });

  test('searched by their summaries ask each object once', () => {
    const entities = many();
    expect(list({ text: 'вход' }, entities).total).toBe(10_000);
    expect(new Set(entities.map(({ asked }) => asked.titles))).toEqual(new Set([1]));
  });
});
