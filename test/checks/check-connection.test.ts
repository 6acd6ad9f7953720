import { expect, test } from '@jest/globals';
import { checkConnection } from '../../src/checks/check-connection.ts';
import type { Tracker } from '../../src/ports/tracker.ts';
import { fail, succeed } from '../../src/result.ts';
import { settings } from '../support/fake-host.ts';

const english = { language: undefined };
const mirroring = {
  ...settings.mirroring,
  applications: { issue: 'ru.example.issue', user: 'ru.example.user' },
};

function check(tracker: Partial<Tracker> | undefined) {
  const host = {
    settings: { ...settings, mirroring },
    openTracker: () => tracker as Tracker | undefined,
  };
  const result = checkConnection(host, english);
  if (!result.ok) throw new Error('refused');
  return result.value.body;
}

test('without settings nobody is asked', () => {
  expect(check(undefined)).toEqual({ isConfigured: false, unknown: [] });
});

test('a connection that works says whose token it is, and which applications there are, by name', () => {
  expect(
    check({
      readMyself: () => succeed({ display: 'Ирина', login: 'irina' }),
      listApplications: () =>
        succeed([
          { origin: 'ru.example.issue', name: 'YouTrack' },
          { origin: 'ru.other', name: 'Crucible' },
        ]),
    }),
  ).toEqual({
    isConfigured: true,
    account: { display: 'Ирина', login: 'irina' },
    applications: [
      { id: 'ru.other', name: 'Crucible' },
      { id: 'ru.example.issue', name: 'YouTrack' },
    ],
    unknown: ['user'],
  });
});

test('one that does not says why, for each of the two', () => {
  expect(
    check({
      readMyself: () => succeed({ display: 'Ирина' }),
      listApplications: () => fail({ kind: 'forbidden', said: 'Доступ запрещён.' }),
    }),
  ).toEqual({
    isConfigured: true,
    account: { display: 'Ирина' },
    applicationsProblem: { kind: 'forbidden', sentence: expect.any(String), said: 'Доступ запрещён.' },
    unknown: [],
  });
});
