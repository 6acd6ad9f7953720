import { describe, expect, test } from '@jest/globals';
import { appUrl } from '../../src/widget-host/page/app-url.ts';

const global = { origin: 'http://127.0.0.1:8080', app: 'lab', scopePath: '' };
const onIssue = { ...global, scopePath: 'issues/2-17' };

describe('a path for host.fetchApp', () => {
  test.each([
    ['backend/demo', '/api/extensionEndpoints/lab/backend/demo'],
    ['/backend/demo', '/api/extensionEndpoints/lab/backend/demo'],
    ['//backend/demo', '/api/extensionEndpoints/lab/backend/demo'],
    ['backend/demo?at=..%2F..', '/api/extensionEndpoints/lab/backend/demo?at=..%2F..'],
    ['backend/demo?../../issues', '/api/extensionEndpoints/lab/backend/demo?../../issues'],
    ['backend/a.b/..c', '/api/extensionEndpoints/lab/backend/a.b/..c'],
    ['backend/связь', '/api/extensionEndpoints/lab/backend/%D1%81%D0%B2%D1%8F%D0%B7%D1%8C'],
    ['https://evil.test/x', '/api/extensionEndpoints/lab/https://evil.test/x'],
  ])('%s reaches an endpoint of the own app', (path, expected) => {
    expect(appUrl(global, path)?.href).toBe(global.origin + expected);
  });

  test('goes to the widget’s entity with scope', () => {
    expect(appUrl(onIssue, 'backend/demo')?.pathname).toBe(
      '/api/issues/2-17/extensionEndpoints/lab/backend/demo',
    );
  });

  test.each([
    '../../issues/DEMO-2',
    '/../../issues/DEMO-2',
    '../rival/backend/demo',
    'backend/../../../issues/DEMO-2',
    '..\\..\\issues\\DEMO-2',
    '\\..\\..\\issues',
    '%2e%2e/%2E%2e/issues/DEMO-2',
    '.%2e/.%2E/issues',
    '..%2F..%2Fissues',
    '%2e%2e%2f%2e%2e%2fissues',
    '%252e%252e%252fissues',
    '..%5C..%5Cissues',
    '.\t./.\n./issues',
    'backend/..%2f..%2f..%2fissues',
    '..',
  ])('%j leads elsewhere and is refused', (path) => {
    expect(appUrl(onIssue, path)).toBeUndefined();
    expect(appUrl(global, path)).toBeUndefined();
  });
});
