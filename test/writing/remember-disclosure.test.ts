import { describe, expect, test } from '@jest/globals';
import { readOwnInfo } from '../../src/showing/read-entity-info.ts';
import {
  readProjectDisclosure,
  rememberDisclosure,
  runRememberDisclosure,
} from '../../src/writing/remember-disclosure.ts';
import { fakeEntity, fakeScope, settings } from '../support/fake-host.ts';

const tightened = { settings: { ...settings, disclosure: 'status' as const } };

function project(disclosure?: 'full' | 'status' | 'key') {
  return fakeEntity({ kind: 'project', key: 'DEMO', projectKey: 'DEMO', ...(disclosure && { disclosure }) });
}

describe('the disclosure level of a project', () => {
  test("is written down, for code that cannot see the project's settings, after the first look at them", () => {
    const scope = fakeScope([project()], tightened);
    readOwnInfo(scope);
    expect(scope.scheduled).toEqual([
      { name: 'rememberDisclosure', delayMs: 0, state: '{"project":"DEMO","level":"status"}' },
    ]);
    for (const { state } of scope.scheduled) runRememberDisclosure(scope, state);
    expect(readProjectDisclosure(scope.own.project)).toBe('status');
  });

  test('that has been written down is not written again', () => {
    const scope = fakeScope([project('status')], tightened);
    readOwnInfo(scope);
    expect(scope.scheduled).toEqual([]);
  });

  test('that was never tightened needs no writing down', () => {
    const scope = fakeScope([project()]);
    readOwnInfo(scope);
    rememberDisclosure(scope);
    expect(scope.scheduled).toEqual([]);
    expect(readProjectDisclosure(scope.own.project)).toBeUndefined();
  });

  test('is written down anew when the project loosens it', () => {
    const scope = fakeScope([project('key')]);
    rememberDisclosure(scope);
    expect(readProjectDisclosure(scope.own.project)).toBe('full');
  });

  test("of somebody without a project is nobody's", () => {
    const scope = fakeScope([fakeEntity({ kind: 'user', key: 'jane' })], tightened);
    readOwnInfo(scope);
    expect(scope.scheduled).toEqual([]);
  });

  test('does not disturb an answer when it cannot be put off', () => {
    const scope = fakeScope([project()], {
      ...tightened,
      schedule() {
        throw new Error('no scheduling here');
      },
    });
    expect(readOwnInfo(scope).ok).toBe(true);
  });
});
