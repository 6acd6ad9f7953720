import { describe, expect, test } from '@jest/globals';
import { parseBaseUrl } from '../../src/registration/base-url.ts';

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
    expect(parseBaseUrl(written)).toEqual({ ok: true, value: { href, host } });
  });

  test.each([
    ['https://youtrack.example.com/issue/DEMO-1', 'https://youtrack.example.com'],
    ['https://youtrack.example.com/issue/DEMO-1/Поиск-не-находит', 'https://youtrack.example.com'],
    ['https://example.com/youtrack/issue/DEMO-1#focus=Comments-4-2.0-0', 'https://example.com/youtrack'],
    ['https://example.com/youtrack/issues?q=project:%20DEMO', 'https://example.com/youtrack'],
    ['https://example.com/youtrack/articles/DEMO-A-1/How-we-ship', 'https://example.com/youtrack'],
    ['http://localhost:8080/agiles/108-2/current', 'http://localhost:8080'],
    ['http://localhost:8080/projects/DEMO?tab=tracker-links/project-links', 'http://localhost:8080'],
    ['https://example.com/projects/youtrack/issue/DEMO-1', 'https://example.com/projects/youtrack'],
    ['https://example.com/youtrack/reports/time/120-1', 'https://example.com/youtrack'],
    ['https://example.com/timesheets', 'https://example.com'],
    ['https://example.com/gantt-charts/1-2?tab=x', 'https://example.com'],
    ['https://example.com/youtrack/tickets/HELP-12/Printer', 'https://example.com/youtrack'],
    ['https://example.com/tickets/youtrack', 'https://example.com/tickets/youtrack'],
    ['https://example.com/users/jane', 'https://example.com'],
    ['HTTP://ADMIN/issues', 'http://admin'],
    ['http://issues/', 'http://issues'],
    ['http://users/jane', 'http://users/jane'],
    ['https://example.com/youtrack/admin/app/tracker-links/administration', 'https://example.com/youtrack'],
    ['https://example.com/youtrack/api/issues/DEMO-1', 'https://example.com/youtrack'],
  ])('is understood from that of a page, %j', (written, href) => {
    expect(parseBaseUrl(written)).toMatchObject({ value: { href } });
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
    'https://example.com/youtrack?issue=DEMO-1',
    'https://user@example.com/issue/DEMO-1',
    '/issue/DEMO-1',
    'https://example.com/a b',
    'https://example.com/{{remoteKey}}',
    'https://.example.com',
    'https://example.com:port',
    'https://exa\nmple.com',
    `https://example.com/${'a'.repeat(2_000)}`,
  ])('is not %j', (written) => {
    expect(parseBaseUrl(written)).toMatchObject({ ok: false });
  });
});
