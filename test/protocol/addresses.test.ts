import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findPageReading, findServerOfPage, toGlobalPath, toOwnPath } from '../../src/protocol/addresses.ts';
import { entityKinds } from '../../src/protocol/entity-key.ts';
import { limits } from '../../src/protocol/limits.ts';
import { toPagePath } from '../../src/protocol/page-path.ts';
import { isSecureAddress } from '../../src/protocol/secure-address.ts';

const keys = { issue: 'DEMO-1', article: 'DEMO-A-1', project: 'DEMO', user: 'jane' } as const;

describe('where YouTrack shows an object', () => {
  test.each([
    ['issue', 'DEMO-1', '/issue/DEMO-1'],
    ['article', 'DEMO-A-1', '/articles/DEMO-A-1'],
    ['project', 'ДЕМО', '/projects/%D0%94%D0%95%D0%9C%D0%9E'],
    ['user', 'corp\\jane roe', '/users/corp%5Cjane%20roe'],
  ] as const)('%s %s is at %s', (kind, key, path) => {
    expect(toPagePath(kind, key)).toBe(path);
  });

  test('is read back from the address of its page, whatever the key is made of', () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...entityKinds), part, (kind, key) => {
        const page = `https://example.com/youtrack${toPagePath(kind, key)}`;
        expect(findPageReading(page, 'https://example.com/youtrack')).toEqual({ kind, key });
      }),
    );
  });
});

describe('where an endpoint is', () => {
  test.each([
    ['issue', '/api/issues/DEMO-1/extensionEndpoints/tracker-links/issue/links'],
    ['article', '/api/articles/DEMO-A-1/extensionEndpoints/tracker-links/article/links'],
    ['project', '/api/admin/projects/DEMO/extensionEndpoints/tracker-links/project/links'],
    ['user', '/api/users/jane/extensionEndpoints/tracker-links/user/links'],
  ] as const)('in the scope of one %s', (kind, path) => {
    expect(toOwnPath(kind, keys[kind], 'links')).toBe(path);
  });

  test('in the global scope', () => {
    expect(toGlobalPath('suggest')).toBe('/api/extensionEndpoints/tracker-links/global/suggest');
  });
});

describe('the server that a page is of', () => {
  test.each([
    ['https://example.com/issue/DEMO-1', 'https://example.com'],
    ['http://localhost:8080/youtrack/articles/DEMO-A-1', 'http://localhost:8080/youtrack'],
    ['HTTPS://пример.рф/трекер/issue/ДЕМО-1', 'HTTPS://пример.рф/трекер'],
  ])('of %s is %s', (page, server) => {
    expect(findServerOfPage(page)).toBe(server);
  });

  test.each([
    '',
    '/issue/DEMO-1',
    'see https://example.com/issue/DEMO-1',
    'https://example.com/issue/DEMO-1/title',
    'https://example.com/issue/',
    'https://example.com/projects/DEMO',
    'ftp://example.com/issue/DEMO-1',
  ])('%j tells none', (page) => {
    expect(findServerOfPage(page)).toBeUndefined();
  });
});

describe('an address is a page of a server', () => {
  test.each([
    ['where the server has no folder', 'https://example.com', 'https://example.com/issue/DEMO-1'],
    ['where its address ends in a slash', 'https://example.com/', 'https://example.com/issue/DEMO-1'],
    ['with a slash behind it', 'https://example.com/yt', 'https://example.com/yt/issue/DEMO-1//'],
    ['in any letter case up to the path', 'https://Example.com/yt', 'HTTPS://eXAMPLE.COM/yt/Issue/DEMO-1'],
    ['with the port that http has anyway', 'https://example.com', 'http://example.com:80/issue/DEMO-1'],
    ['with the port that https has anyway', 'http://example.com', 'https://example.com:443/issue/DEMO-1'],
    ['with a port of its own', 'https://example.com:8443', 'http://example.com:8443/issue/DEMO-1'],
  ])('%s', (_what, server, page) => {
    expect(findPageReading(page, server)).toEqual({ kind: 'issue', key: 'DEMO-1' });
  });

  test.each([
    ['of another host', 'https://example.com', 'https://example.org/issue/DEMO-1'],
    [
      'of a host whose letters grow into it',
      'https://strasse.example',
      'https://straße.example/issue/DEMO-1',
    ],
    ['of a longer port', 'https://example.com:4431', 'https://example.com1/issue/DEMO-1'],
    ['of a longer port of http', 'http://example.com:801', 'http://example.com1/issue/DEMO-1'],
    ['of the port of the other scheme', 'https://example.com', 'http://example.com:443/issue/DEMO-1'],
    ['of a folder as long as its own', 'https://example.com/yt', 'https://example.com/ty/issue/DEMO-1'],
    ['of a folder below its own', 'https://example.com/yt', 'https://example.com/yt/2/issue/DEMO-1'],
    ['without a host', 'https://example.com', 'https:///issue/DEMO-1'],
    ['of a text before it', 'https://example.com', 'xhttps://example.com/issue/DEMO-1'],
    ['of no kind of object', 'https://example.com', 'https://example.com/hub/DEMO-1'],
    ['of a key of half an escape', 'https://example.com', 'https://example.com/issue/DEMO%2'],
  ])('and none %s', (_what, server, page) => {
    expect(findPageReading(page, server)).toBeUndefined();
  });

  test('and none where what is taken for a server is no address', () => {
    expect(findPageReading('https://example.com/issue/DEMO-1', 'example.com')).toBeUndefined();
  });

  test('of two thousand characters and not one more', () => {
    const page = 'https://example.com/issue/DEMO-1?'.padEnd(limits.urlCharacters, 'ю');
    expect(findPageReading(page, 'https://example.com')).toEqual({ kind: 'issue', key: 'DEMO-1' });
    expect(findPageReading(`${page}ю`, 'https://example.com')).toBeUndefined();
  });
});

describe('browsers may be sent', () => {
  test.each([
    'https://example.com',
    'HTTPS://example.com/icon.svg',
    'https://example.com:8443?q=1',
    'https://пример.рф/значок.svg#я',
  ])('to %s', (address) => {
    expect(isSecureAddress(address)).toBe(true);
  });

  test.each([
    '',
    'http://example.com',
    'https://',
    'https:///path',
    'https://jane@example.com/',
    'https://example.com\\@example.org/',
    'https://example.com/a b',
    'https://example.com/\n',
    ' https://example.com/',
    'javascript://https://example.com/',
    'javascript:alert(1)//https://example.com',
    'data:text/html,https://example.com',
    '//example.com/',
  ])('not to %j', (address) => {
    expect(isSecureAddress(address)).toBe(false);
  });
});
