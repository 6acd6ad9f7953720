import { describe, expect, test } from '@jest/globals';
import { fail } from '../../src/result.ts';
import { readOwed, readShownOwed, writeOwed } from '../../src/writing/read-owed.ts';
import { fakeEntity } from '../support/fake-host.ts';
import { start, storedOwed } from './support/mirrored.ts';

const entry = { issueKey: 'TEST-1', wish: 'live', since: start, attempts: 0 } as const;

function owing(stored: string | undefined) {
  const entity = fakeEntity({ key: 'DEMO-1' });
  entity.owed = stored;
  return entity;
}

function notUnderstood() {
  const entity = fakeEntity({ key: 'DEMO-1' });
  Object.assign(entity.store, { readText: () => ({ ok: false, problem: '[object долг]', value: '' }) });
  return entity;
}

describe('what is owed', () => {
  test.each([
    ['a text that is no JSON', owing('{oops'), { reason: 'not_json' }],
    ['a newer version', owing('{"v":2}'), { reason: 'newer_version', version: 2 }],
    ['no text at all', notUnderstood(), { reason: 'wrong_shape' }],
  ])('is not read from %s, and none of it is shown', (_, entity, problem) => {
    expect(readOwed(entity)).toEqual(fail(problem));
    expect([...readShownOwed(entity)]).toEqual([]);
  });

  test('is shown as it is read', () => {
    const entity = owing(storedOwed({}));
    expect(readOwed(entity)).toEqual({ ok: true, value: new Map([['TEST-1', entry]]) });
    expect([...readShownOwed(entity)]).toEqual([['TEST-1', entry]]);
  });

  test.each([
    ['something', { ...entry }, true],
    ['what was told', { ...entry, toldAt: start }, false],
    ['what was dropped', { ...entry, droppedAt: start }, false],
  ])('is written with the flag to find it by: %s', (_, one, owes) => {
    const entity = owing(undefined);
    writeOwed(entity, new Map([['TEST-1', one]]));
    expect([JSON.parse(entity.owed ?? ''), entity.owes]).toEqual([{ v: 1, owed: [one] }, owes]);
  });

  test('is cleared where nothing is, and nobody finds it any more', () => {
    const entity = owing(storedOwed({}));
    entity.owes = true;
    writeOwed(entity, new Map());
    expect([entity.owed, entity.owes]).toEqual([undefined, false]);
  });
});
