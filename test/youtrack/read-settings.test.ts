import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../src/youtrack/read-settings.ts';

const declared = JSON.parse(readFileSync('settings.json', 'utf8')).properties as Record<
  string,
  { default?: string; 'x-scope'?: string }
>;

const none = { status: undefined, deadline: undefined, assignee: undefined };

describe('settings', () => {
  test.each([{}, { statusField: '', disclosure: null, serviceAccount: '  ' }])(
    'that are unset, like %j, have the defaults the administrator is shown, or none',
    (raw) => {
      expect(readSettings(raw)).toEqual({
        fields: none,
        disclosure: declared.disclosure?.default,
        resolvedIconUrl: undefined,
        unresolvedIconUrl: undefined,
        serviceAccount: undefined,
        trackerSite: declared.trackerSite?.default,
        mirroring: { isConnected: false, applications: {}, detailsFor: declared.trackerDetails?.default },
      });
    },
  );

  test('that are set hold', () => {
    const raw = {
      statusField: ' Стадия ',
      disclosure: 'status',
      resolvedIconUrl: ' https://example.com/done.svg ',
      serviceAccount: 'tracker-bot',
      trackerSite: 'https://tracker.yandex.com',
    };
    expect(readSettings(raw)).toMatchObject({
      fields: { ...none, status: 'Стадия' },
      disclosure: 'status',
      resolvedIconUrl: 'https://example.com/done.svg',
      serviceAccount: 'tracker-bot',
      trackerSite: 'https://tracker.yandex.com',
    });
  });

  test.each(['Full', 'nothing', 'всё', 3, true, {}, ['full']])(
    'that name the level %j, which is none, tell the key alone',
    (disclosure) => {
      expect(readSettings({ disclosure }).disclosure).toBe('key');
    },
  );

  test.each([
    'http://tracker.yandex.ru',
    'javascript:alert(1)//',
    '//tracker.yandex.ru',
    'tracker.yandex.ru',
    'https://',
  ])('that name %s as the place of Tracker lead to its own pages all the same', (trackerSite) => {
    expect(readSettings({ trackerSite }).trackerSite).toBe(declared.trackerSite?.default);
  });

  test('are all global: what a project says of itself is kept on the project', () => {
    const scopes = Object.values(declared).map((one) => one['x-scope']);
    expect(new Set(scopes)).toEqual(new Set(['GLOBAL']));
  });

  test('that name a field have no default, so that unset is told from State', () => {
    const names = ['statusField', 'deadlineField', 'assigneeField'];
    expect(names.filter((name) => declared[name]?.default !== undefined)).toEqual([]);
  });
});
