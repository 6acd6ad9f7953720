import { describe, expect, test } from '@jest/globals';
import { createLinks } from '../../src/linking/create-links.ts';
import { listLinkedEntities } from '../../src/linking/list-linked-entities.ts';
import { listLinks } from '../../src/linking/list-links.ts';
import { fakeEntity, fakeHost, fakeScope, settings } from '../support/fake-host.ts';

function link(entity: ReturnType<typeof fakeEntity>, ...issueKeys: string[]) {
  for (const issueKey of issueKeys) createLinks(fakeScope([entity]), { issueKey, entityIds: undefined });
  return entity;
}

describe('the links of an object', () => {
  test('are none at first', () => {
    expect(listLinks(fakeScope([fakeEntity({ key: 'DEMO-1' })]))).toEqual({
      ok: true,
      value: { status: 200, body: { key: 'DEMO-1', links: [] } },
    });
  });

  test('are shown even where a stamp is later than the last instant', () => {
    const stored = '{"v":1,"links":["TEST-1 +8640000000000007 youtrack вася"]}';
    expect(listLinks(fakeScope([fakeEntity({ key: 'DEMO-1', stored })]))).toMatchObject({
      value: { body: { links: [{ addedAt: '+275760-09-13T00:00:00.000Z', addedBy: 'вася' }] } },
    });
  });

  test('say where they lead, when, by whom and through which side they were made', () => {
    const scope = fakeScope([link(fakeEntity({ key: 'DEMO-1' }), 'TEST-10', 'TEST-2')], {
      settings: { ...settings, trackerSite: 'https://tracker.yandex.com' },
    });
    expect(listLinks(scope)).toMatchObject({
      value: {
        body: {
          key: 'DEMO-1',
          links: [
            {
              issueKey: 'TEST-2',
              url: 'https://tracker.yandex.com/TEST-2',
              addedAt: '2026-01-01T00:00:00.000Z',
              addedBy: 'jane',
              via: 'youtrack',
            },
            { issueKey: 'TEST-10' },
          ],
        },
      },
    });
  });

  test.each([
    ['not_found', { isVisible: false }],
    ['unreadable_links', { stored: 'oops' }],
    ['newer_links', { stored: '{"v":3}' }],
  ])('are refused as %s', (reason, changes) => {
    expect(listLinks(fakeScope([fakeEntity({ key: 'DEMO-1', ...changes })]))).toMatchObject({
      problem: { reason, problems: [{ field: 'key' }] },
    });
  });
});

describe('the objects linked to a Tracker issue', () => {
  test('are those the caller may see, in the order of their keys', () => {
    const host = fakeHost([
      link(fakeEntity({ key: 'DEMO-10' }), 'TEST-1'),
      link(fakeEntity({ key: 'DEMO-2' }), 'TEST-1', 'TEST-2'),
      link(fakeEntity({ key: 'DEMO-3', isVisible: false }), ...[]),
      link(fakeEntity({ kind: 'user', key: 'вася' }), 'TEST-1'),
      link(fakeEntity({ key: 'DEMO-4' }), 'TEST-11'),
    ]);
    const listed = listLinkedEntities(host, { issueKey: 'TEST-1', kind: undefined });
    expect(listed.ok && listed.value.body.links.map(({ key }) => key)).toEqual(['DEMO-2', 'DEMO-10', 'вася']);
    expect(listed).toMatchObject({
      value: {
        status: 200,
        body: { issueKey: 'TEST-1', links: [{ url: 'https://tracker.yandex.ru/TEST-1' }, {}, {}] },
      },
    });
  });

  test('leave out hidden objects and those whose links cannot be read', () => {
    const hidden = fakeEntity({
      key: 'DEMO-1',
      isVisible: false,
      stored: '{"v":1,"links":["TEST-1 +1 tracker x"]}',
    });
    const broken = fakeEntity({ key: 'DEMO-2', stored: '{"TEST-1 ' });
    for (const entity of [hidden, broken]) entity.flag = true;
    expect(
      listLinkedEntities(fakeHost([hidden, broken]), { issueKey: 'TEST-1', kind: undefined }),
    ).toMatchObject({
      value: { body: { links: [] } },
    });
  });

  test.each([
    { kind: 'issue', keys: ['DEMO-1'] },
    { kind: 'user', keys: ['вася'] },
    { kind: 'article', keys: [] },
    { kind: undefined, keys: ['DEMO-1', 'вася'] },
  ] as const)('are of one kind where that is asked for: $kind', ({ kind, keys }) => {
    const host = fakeHost([
      link(fakeEntity({ key: 'DEMO-1' }), 'TEST-1'),
      link(fakeEntity({ kind: 'user', key: 'вася' }), 'TEST-1'),
    ]);
    const listed = listLinkedEntities(host, { issueKey: 'TEST-1', kind });
    expect(listed.ok && listed.value.body.links.map(({ key }) => key)).toEqual(keys);
  });
});
