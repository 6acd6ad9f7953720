import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../src/youtrack/read-settings.ts';

const declared = JSON.parse(readFileSync('settings.json', 'utf8')).properties as Record<
  string,
  { default?: string; enum?: string[] }
>;

describe('settings', () => {
  test.each([{}, { statusField: '', disclosure: null, serviceAccount: '  ' }])(
    'that are unset, like %j, have the defaults the administrator is shown',
    (raw) => {
      expect(readSettings(raw)).toEqual({
        fields: {
          status: declared.statusField?.default,
          deadline: declared.deadlineField?.default,
          assignee: declared.assigneeField?.default,
        },
        disclosure: declared.disclosure?.default,
        resolvedIconUrl: undefined,
        unresolvedIconUrl: undefined,
        serviceAccount: undefined,
        trackerSite: declared.trackerSite?.default,
      });
    },
  );

  test('that are set hold', () => {
    const raw = {
      statusField: 'Стадия',
      disclosure: 'key',
      resolvedIconUrl: ' https://example.com/done.svg ',
      serviceAccount: 'tracker-bot',
      trackerSite: 'https://tracker.yandex.com',
    };
    expect(readSettings(raw)).toMatchObject({
      fields: { status: 'Стадия' },
      disclosure: 'key',
      resolvedIconUrl: 'https://example.com/done.svg',
      serviceAccount: 'tracker-bot',
      trackerSite: 'https://tracker.yandex.com',
    });
  });

  test('that only YouTrack administrators may set are global', () => {
    const scopes = Object.entries(declared).map(([name, one]) => [
      name,
      (one as { 'x-scope'?: string })['x-scope'],
    ]);
    expect(Object.fromEntries(scopes)).toMatchObject({
      serviceAccount: 'GLOBAL',
      trackerSite: 'GLOBAL',
      disclosure: undefined,
    });
  });
});
