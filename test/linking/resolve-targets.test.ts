import { describe, expect, test } from '@jest/globals';
import { findVisibleEntity, resolveTargets } from '../../src/linking/resolve-targets.ts';
import { expectedEntityKey } from '../../src/protocol/entity-key.ts';
import type { NamedKey } from '../../src/protocol/parse-values.ts';
import { fakeEntity, fakeHost, fakeScope } from '../support/fake-host.ts';
import { idsOf, keyOf } from '../support/keys.ts';

const unknown = { expected: 'the key of an object that you may see', received: 'no such object' };

describe('the objects that a request is about', () => {
  test('are each named once, where they are named first, in the order asked', () => {
    const one = fakeEntity({ key: 'DEMO-1', formerKeys: ['OLD-7'] });
    const user = fakeEntity({ kind: 'user', key: 'demo-1' });
    const named = idsOf('OLD-7', 'user:demo-1', 'DEMO-1');
    expect(resolveTargets(fakeHost([one, user]), named)).toEqual({
      ok: true,
      value: [
        { field: 'entityIds[0]', entity: one },
        { field: 'entityIds[1]', entity: user },
      ],
    });
  });

  test('are none where none is named and the address names none', () => {
    expect(resolveTargets(fakeHost([]), undefined)).toEqual({ ok: true, value: [] });
  });

  test('are the one of the address where none is named, and where it is named itself', () => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    const target = { ok: true, value: [{ field: 'key', entity: issue }] };
    expect(resolveTargets(fakeScope([issue]), undefined)).toEqual(target);
    expect(resolveTargets(fakeScope([issue]), idsOf('demo-1', 'DEMO-1'))).toEqual(target);
  });

  test('are not found where the one of the address may not be seen, whatever is named', () => {
    const hidden = fakeEntity({ key: 'DEMO-1', isVisible: false });
    for (const named of [undefined, idsOf('DEMO-1'), idsOf('DEMO-2')]) {
      expect(resolveTargets(fakeScope([hidden]), named)).toEqual({
        ok: false,
        problem: { reason: 'not_found', problems: [{ field: 'key', ...unknown }] },
      });
    }
  });

  test('under an object’s address can be no others', () => {
    const user = fakeEntity({ kind: 'user', key: 'вася' });
    const host = fakeScope([user, fakeEntity({ kind: 'project', key: 'ВАСЯ' })]);
    expect(resolveTargets(host, idsOf('вася', 'project:вася', 'DEMO-1'))).toEqual({
      ok: false,
      problem: {
        reason: 'malformed',
        problems: [
          { field: 'entityIds[1]', expected: 'вася, the object of the address', received: '"project:вася"' },
          { field: 'entityIds[2]', expected: 'вася, the object of the address', received: '"DEMO-1"' },
        ],
      },
    });
  });

  test('under a project’s address can only be its own', () => {
    const host = fakeScope([
      fakeEntity({ kind: 'project', key: 'DEMO', projectKey: 'DEMO' }),
      fakeEntity({ key: 'OTHER-1', projectKey: 'OTHER' }),
      fakeEntity({ kind: 'user', key: 'вася' }),
    ]);
    const expected = 'DEMO, or an issue or article of it';
    expect(resolveTargets(host, idsOf('DEMO', 'OTHER-1', 'вася'))).toEqual({
      ok: false,
      problem: {
        reason: 'malformed',
        problems: [
          { field: 'entityIds[1]', expected, received: '"OTHER-1"' },
          { field: 'entityIds[2]', expected, received: '"вася"' },
        ],
      },
    });
  });
});

describe('a key that names nothing', () => {
  const guess: NamedKey = {
    field: 'entityIds[1]',
    key: { ...keyOf('jane+roe'), written: 'jane roe', isGuess: true },
  };

  test('is not found, and the answer says nothing of it', () => {
    expect(resolveTargets(fakeHost([]), idsOf('DEMO-1', 'вася'))).toEqual({
      ok: false,
      problem: {
        reason: 'not_found',
        problems: [
          { field: 'entityIds[0]', ...unknown },
          { field: 'entityIds[1]', ...unknown },
        ],
      },
    });
  });

  test('is malformed where it was a mere guess, and then only guesses are named', () => {
    expect(resolveTargets(fakeHost([]), [...idsOf('DEMO-1'), guess])).toEqual({
      ok: false,
      problem: {
        reason: 'malformed',
        problems: [{ field: 'entityIds[1]', expected: expectedEntityKey, received: '"jane roe"' }],
      },
    });
  });

  test('is none where the guess was right', () => {
    const user = fakeEntity({ kind: 'user', key: 'jane+roe' });
    expect(resolveTargets(fakeHost([user]), [guess])).toEqual({
      ok: true,
      value: [{ field: 'entityIds[1]', entity: user }],
    });
  });
});

test('an object that may not be seen does not hide one of the same name that may', () => {
  const hidden = fakeEntity({ kind: 'project', key: 'jane', isVisible: false });
  const user = fakeEntity({ kind: 'user', key: 'jane' });
  expect(findVisibleEntity(fakeHost([hidden, user]), keyOf('jane'))).toBe(user);
  expect(findVisibleEntity(fakeHost([hidden]), keyOf('jane'))).toBeUndefined();
});
