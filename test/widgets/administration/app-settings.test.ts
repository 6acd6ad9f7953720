import { expect, test } from '@jest/globals';
import { createSettingsStore } from '../../../widgets/administration/connection/app-settings.ts';
import {
  toAuthorization,
  toChanges,
  toForm,
} from '../../../widgets/administration/connection/connection-form.ts';
import type { RequestParams } from '../../../widgets/shared/host/youtrack-app.ts';

function fakeYouTrack(globalSettings: unknown) {
  const asked: [string, RequestParams][] = [];
  return {
    asked,
    fetchYouTrack: async (url: string, params: RequestParams) => {
      asked.push([url, params]);
      if (url === 'admin/apps') {
        return [
          { id: '9-1', name: 'other' },
          { id: '9-2', name: 'tracker-links' },
        ];
      }
      return { globalSettings };
    },
  };
}

test.each([
  ['a text of JSON', '{"serviceAccount":"робот"}'],
  ['an object', { serviceAccount: 'робот' }],
])('settings are read from %s', async (_, sent) => {
  expect(await createSettingsStore(fakeYouTrack(sent)).read()).toEqual({ serviceAccount: 'робот' });
});

test('a change keeps all other settings, the secret as its mask', async () => {
  const youtrack = fakeYouTrack(
    '{"serviceAccount":"robot","trackerAuthorization":"<***>","statusField":"S"}',
  );
  await createSettingsStore(youtrack).write({ trackerOrganizationId: '4711', statusField: undefined });
  const [url, { method, body }] = youtrack.asked.at(-1) ?? ['', {}];
  expect([url, method]).toEqual(['admin/apps/9-2/globalConfig', 'POST']);
  expect(JSON.parse((body as { globalSettings: string }).globalSettings)).toEqual({
    serviceAccount: 'robot',
    trackerAuthorization: '<***>',
    trackerOrganizationId: '4711',
  });
});

test('where YouTrack lists no such app, reading and writing fail', async () => {
  const store = createSettingsStore({ fetchYouTrack: async () => ({ error: 'Forbidden' }) });
  await expect(store.read()).rejects.toThrow();
  await expect(store.write({})).rejects.toThrow();
});

test('a form that was not touched changes nothing, and never names the token', () => {
  const settings = {
    trackerOrganizationId: '4711',
    trackerOrganizationKind: 'cloud',
    trackerAuthorization: '<***>',
    issueApplication: 'ru.example.issue',
    trackerDetails: 'readers',
  };
  const { trackerAuthorization: _, ...rest } = settings;
  const form = toForm(settings);
  expect(form).toMatchObject({ token: '', isTokenStored: true });
  expect(JSON.parse(JSON.stringify(toChanges(form)))).toEqual(rest);
});

test.each([
  ['y0_AgAAAA', 'OAuth y0_AgAAAA'],
  ['  OAuth y0_AgAAAA ', 'OAuth y0_AgAAAA'],
  ['Authorization: oauth y0_AgAAAA', 'OAuth y0_AgAAAA'],
  ['t1.9euelZq', 'Bearer t1.9euelZq'],
  ['bearer t1.9euelZq', 'Bearer t1.9euelZq'],
])('the token %j is sent as %j', (typed, header) => {
  expect(toAuthorization(typed)).toBe(header);
});
