import { describe, expect, test } from '@jest/globals';
import { parseBaseUrl } from '../../src/administration/base-url.ts';

describe("a server's address", () => {
  test.each([
    ['https://youtrack.example.com', 'https://youtrack.example.com', 'youtrack.example.com'],
    ['  HTTPS://YouTrack.Example.COM/  ', 'https://youtrack.example.com', 'youtrack.example.com'],
    ['https://example.com/YouTrack//', 'https://example.com/YouTrack', 'example.com'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', '127.0.0.1'],
    ['http://localhost:8080/', 'http://localhost:8080', 'localhost'],
    ['http://[::1]:8080', 'http://[::1]:8080', '[::1]'],
    ['https://трекер.рф/yt', 'https://трекер.рф/yt', 'трекер.рф'],
  ])('%j is %s', (written, href, host) => {
    expect(parseBaseUrl(written)).toEqual({ href, host });
  });

  test.each([
    '',
    'youtrack.example.com',
    'ftp://example.com',
    'javascript:alert(1)',
    'https://',
    'https:///issue',
    'https://user@example.com',
    'https://user:secret@example.com',
    'https://example.com?x=1',
    'https://example.com/#top',
    'https://example.com/a b',
    'https://example.com/{{remoteKey}}',
    'https://.example.com',
    'https://example.com:port',
    'https://exa\nmple.com',
    `https://example.com/${'a'.repeat(2_000)}`,
  ])('is not %j', (written) => {
    expect(parseBaseUrl(written)).toBeUndefined();
  });
});
