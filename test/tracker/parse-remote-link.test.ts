import { describe, expect, test } from '@jest/globals';
import { isLinkOf } from '../../src/mirroring/mirror-link.ts';
import { parseRemoteLink } from '../../src/tracker/parse-remote-link.ts';

const origin = 'com.example.youtrack.issue';
const address = 'https://api.tracker.yandex.net/v3';

describe('whose link it is', () => {
  test.each([
    ['application.id', { key: 'DEMO-1', application: { id: origin } }],
    ['application.type', { key: 'DEMO-1', application: { id: '2581100012345678', type: origin } }],
    [
      'the origin in object.self',
      {
        self: `${address}/applications/${origin}/objects/593cd211ef7e8a33`,
        id: '593cd211ef7e8a33',
        key: 'DEMO-1',
        application: { id: 25811000, type: 'app' },
      },
    ],
    ['application.self', { key: 'DEMO-1', application: { self: `${address}/applications/${origin}` } }],
  ])('%s is enough', (_, object) => {
    const link = parseRemoteLink({ id: 1, object });
    expect(link?.objectKey).toBe('DEMO-1');
    expect(link && isLinkOf(link, origin)).toBe(true);
    expect(link && isLinkOf(link, `${origin}2`)).toBe(false);
  });

  test('a link that names no application is nobody’s', () => {
    expect(parseRemoteLink({ id: 1, object: { key: 'DEMO-1', application: null } })?.origins).toEqual([]);
  });

  test('a percent-encoded origin and key are what they stand for', () => {
    const self = `${address}/applications/${encodeURIComponent('приложение')}/objects/${encodeURIComponent('ДЕМО-1')}`;
    expect(parseRemoteLink({ id: 1, object: { self } })).toEqual({
      id: '1',
      objectKey: 'ДЕМО-1',
      origins: ['приложение'],
    });
  });
});

describe('what a link is deleted by', () => {
  test.each([
    [1048570, '1048570'],
    ['1048570', '1048570'],
    [' 7 ', '7'],
    [2 ** 60, '9'],
    [undefined, '9'],
    [null, '9'],
  ])('the id %p with the address …/remotelinks/9: %p', (id, expected) => {
    const self = `${address}/issues/TEST-1/remotelinks/9`;
    expect(parseRemoteLink({ id, self, object: { key: 'DEMO-1' } })?.id).toBe(expected);
  });

  test('is unknown rather than wrong', () => {
    expect(parseRemoteLink({ id: 2 ** 60, object: { key: 'DEMO-1' } })).not.toHaveProperty('id');
  });
});

test('a link without createdAt is a link, and one with it says who and when', () => {
  const object = { key: 'user:Яна', application: { id: origin } };
  expect(parseRemoteLink({ id: 1, object })).toEqual({ id: '1', objectKey: 'user:Яна', origins: [origin] });
  const dated = { createdAt: '2017-06-11T08:16:01.339+0300', createdBy: { id: 5, display: 'Ирина' } };
  expect(parseRemoteLink({ id: 1, object, ...dated })).toMatchObject({
    createdAt: Date.UTC(2017, 5, 11, 5, 16, 1, 339),
    createdBy: 'Ирина',
  });
});

test.each([[{}], [{ id: 1 }], [{ id: 1, object: [] }], [{ id: 1, object: { key: ' ' } }]])(
  '%j names no object',
  (link) => {
    expect(parseRemoteLink(link)).toBeUndefined();
  },
);
