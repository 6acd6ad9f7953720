import { describe, expect, test } from '@jest/globals';
import { entityKinds } from '../../src/protocol/entity-key.ts';
import { parseBaseUrl } from '../../src/registration/base-url.ts';
import { toApplicationId, toGuestUrls, toTokenUrls } from '../../src/registration/registration-urls.ts';

function base(written: string) {
  const baseUrl = parseBaseUrl(written);
  if (!baseUrl.ok) throw new Error(`${written} is no address`);
  return baseUrl.value;
}

const place = { baseUrl: base('https://example.com/yt'), projectKey: 'DEMO' };
const global = 'https://example.com/yt/api/extensionEndpoints/tracker-links/global';

describe('the addresses of an application that is called with a token', () => {
  test.each([
    ['issue', 'issue', 'issues'],
    ['article', 'articles', 'articles'],
    ['project', 'projects', 'admin/projects'],
    ['user', 'users', 'users'],
  ] as const)(
    'of the kind %s ask the object itself, and link in the global scope',
    (kind, page, resource) => {
      expect(toTokenUrls(kind, place)).toEqual({
        frontUrl: `https://example.com/yt/${page}/{{remoteKey}}`,
        entityInfoUrl: `https://example.com/yt/api/${resource}/{{remoteKey}}/extensionEndpoints/tracker-links/${kind}/info`,
        createLinkUrl: `${global}/links?kind=${kind}`,
        removeLinkUrl: `${global}/links?issueKey={{issueKey}}&remoteKey={{remoteKey}}&kind=${kind}`,
        canLinkFromFront: true,
      });
    },
  );
});

describe('the addresses of an application that is called as the guest', () => {
  test.each([
    ['issue', 'issues'],
    ['article', 'articles'],
    ['project', 'admin/projects'],
    ['user', 'users'],
  ] as const)('of the kind %s name the object in the path', (kind, resource) => {
    const own = `https://example.com/yt/api/${resource}/{{remoteKey}}/extensionEndpoints/tracker-links/${kind}`;
    expect(toGuestUrls(kind, place)).toMatchObject({
      entityInfoUrl: `${own}/info`,
      removeLinkUrl: `${own}/links?issueKey={{issueKey}}`,
    });
  });

  test('create through the project, except for users', () => {
    const created = entityKinds.map((kind) => toGuestUrls(kind, place));
    const url =
      'https://example.com/yt/api/admin/projects/DEMO/extensionEndpoints/tracker-links/project/links';
    expect(created.map(({ createLinkUrl }) => createLinkUrl)).toEqual([url, url, url, undefined]);
    expect(created.map(({ canLinkFromFront }) => canLinkFromFront)).toEqual([true, true, true, false]);
  });

  test('create nothing without a project', () => {
    const urls = toGuestUrls('issue', { ...place, projectKey: undefined });
    expect(urls).not.toHaveProperty('createLinkUrl');
    expect(urls.canLinkFromFront).toBe(false);
  });

  test('encode what a path cannot hold', () => {
    expect(toGuestUrls('issue', { ...place, projectKey: 'ДЕМО' }).createLinkUrl).toContain(
      '/api/admin/projects/%D0%94%D0%95%D0%9C%D0%9E/',
    );
  });
});

test('fixed addresses have no placeholders, templates have those they are promised', () => {
  const urls = entityKinds.flatMap((kind) => [toTokenUrls(kind, place), toGuestUrls(kind, place)]);
  for (const { createLinkUrl = '', entityInfoUrl, frontUrl, removeLinkUrl } of urls) {
    expect(createLinkUrl).not.toContain('{{');
    expect([entityInfoUrl, frontUrl].map((url) => url.split('{{remoteKey}}').length)).toEqual([2, 2]);
    expect(removeLinkUrl).toMatch(/\{\{remoteKey\}\}/);
    expect(removeLinkUrl).toMatch(/\{\{issueKey\}\}/);
  }
});

test.each([
  ['https://example.com', 'com.example.youtrack.issue'],
  ['https://youtrack.example.com/yt', 'com.example.youtrack.issue'],
  ['https://acme.youtrack.cloud', 'cloud.youtrack.acme.youtrack.issue'],
  ['http://localhost:8080', 'youtrack.localhost.issue'],
  ['http://127.0.0.1:8080', 'youtrack.127.0.0.1.issue'],
  ['http://[::1]', 'youtrack.--1.issue'],
])('the application of %s is %s', (written, id) => {
  expect(toApplicationId('issue', base(written))).toBe(id);
});
