import { describe, expect, test } from '@jest/globals';
import { listProjectLinks } from '../../src/pages/list-project-links.ts';
import { readProjectOverview } from '../../src/pages/read-project-overview.ts';
import { fakeProject } from '../support/fake-host.ts';
import { type FakePageEntity, fakePage, fakePageScope, fakePerson } from '../support/fake-pages.ts';

const link = ['TEST-1', 1, 'jane'] as const;
const everything = { text: undefined, kind: undefined, skip: 0, top: 50 };

function entities(): FakePageEntity[] {
  const own = { projectKey: 'DEMO', links: [link] };
  return [
    fakePage({ ...own, kind: 'article', key: 'DEMO-A-2', facts: { summary: 'Словарь' } }),
    fakePage({ ...own, key: 'DEMO-10', facts: { summary: 'Вход' }, isResolved: true }),
    fakePage({ ...own, key: 'DEMO-2', isResolved: false, flag: false }),
    fakePage({ ...own, key: 'DEMO-3', isVisible: false, facts: { summary: 'Secret' } }),
    fakePage({ key: 'DEMO-4', projectKey: 'DEMO', stored: '{oops' }),
    fakePage({ key: 'DEMO-5', projectKey: 'DEMO', links: [] }),
    fakePage({ ...own, key: 'OTHER-1', projectKey: 'OTHER' }),
    fakePerson('jane', 'Яна', { links: [link] }),
  ];
}

function scope(changes: object = {}, own: object = {}) {
  const project = fakeProject('DEMO', changes);
  const page = fakePage({ kind: 'project', key: 'DEMO', project, ...own });
  return fakePageScope(page, { entities: entities(), projects: [project] });
}

function linked(query: object = {}) {
  const result = listProjectLinks(scope(), { ...everything, ...query });
  return result.ok ? result.value.body : undefined;
}

const keys = (query: object = {}) => linked(query)?.entities.map(({ key }) => key);

describe("a project's linked objects", () => {
  test('are its issues by number, then its articles, as far as the caller may see them', () => {
    expect(linked()).toEqual({
      total: 4,
      entities: [
        expect.objectContaining({ kind: 'issue', key: 'DEMO-2', summary: 'DEMO-2', isResolved: false }),
        {
          kind: 'issue',
          key: 'DEMO-4',
          summary: 'DEMO-4',
          url: '/issue/DEMO-4',
          links: [],
          unreadable: true,
        },
        {
          kind: 'issue',
          key: 'DEMO-10',
          summary: 'Вход',
          url: '/issue/DEMO-10',
          isResolved: true,
          links: [expect.objectContaining({ issueKey: 'TEST-1', addedBy: 'jane' })],
        },
        expect.objectContaining({ kind: 'article', key: 'DEMO-A-2', url: '/articles/DEMO-A-2' }),
      ],
      people: { jane: 'Яна' },
    });
  });

  test.each([
    [{ text: 'ВХОД' }, ['DEMO-10']],
    [{ text: 'demo-a' }, ['DEMO-A-2']],
    [{ text: 'test-1' }, ['DEMO-2', 'DEMO-10', 'DEMO-A-2']],
    [{ text: 'secret' }, []],
    [{ kind: 'article' }, ['DEMO-A-2']],
    [{ kind: 'article', text: 'вход' }, []],
  ])('asked with %j are %j', (query, found) => {
    expect(keys(query)).toEqual(found);
  });

  test('come in pages whose total stays', () => {
    expect(linked({ skip: 1, top: 2 })).toMatchObject({
      total: 4,
      entities: [{ key: 'DEMO-4' }, { key: 'DEMO-10' }],
    });
    expect(linked({ skip: 9 })).toEqual({ total: 4, entities: [], people: {} });
  });

  test('of a project that may not be seen are not found', () => {
    const hidden = scope({}, { isVisible: false });
    expect(listProjectLinks(hidden, everything)).toMatchObject({ problem: { reason: 'not_found' } });
    expect(readProjectOverview(hidden)).toMatchObject({ problem: { reason: 'not_found' } });
  });
});

describe('the overview of a project', () => {
  test('counts what the list shows, and names what holds', () => {
    expect(readProjectOverview(scope({ isArchived: true }))).toEqual({
      ok: true,
      value: {
        status: 200,
        body: {
          key: 'DEMO',
          name: 'Project DEMO',
          isArchived: true,
          settings: [
            expect.objectContaining({ name: 'disclosure', value: 'full' }),
            expect.objectContaining({ name: 'statusField', value: 'State' }),
            expect.objectContaining({ name: 'deadlineField', value: 'Due Date' }),
            expect.objectContaining({ name: 'assigneeField', value: 'Assignee' }),
          ],
          linked: { issues: 3, articles: 1 },
        },
      },
    });
  });
});
