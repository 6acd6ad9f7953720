import { describe, expect, test } from '@jest/globals';
import { findReplaced, listReplaced, withOtherKeys } from '../../src/writing/replacement.ts';
import type { PendingTarget, Replacement } from '../../src/writing/settle-state.ts';
import { type FakeEntity, fakeEntity, fakeHost } from '../support/fake-host.ts';
import { start, storedLinks } from './support/mirrored.ts';

const stamp = { at: start, by: 'jane', via: 'youtrack' } as const;
const replacing: Replacement = { issueKey: 'TEST-1', stamp };

interface LinkedOptions {
  readonly kind?: FakeEntity['kind'];
  readonly at?: number;
  readonly via?: 'youtrack' | 'tracker';
  readonly isVisible?: boolean;
  readonly mayChangeLinks?: boolean;
}

function linked(
  key: string,
  { at = start - 5, via = 'youtrack', ...options }: LinkedOptions = {},
): FakeEntity {
  const entity = fakeEntity({ key, stored: storedLinks(`TEST-1 +${at} ${via} вася`), ...options });
  entity.flag = true;
  return entity;
}

function keysOf(linkedEntities: ReturnType<typeof listReplaced>): string[] {
  return linkedEntities.map(({ entity }) => entity.key);
}

describe('the links that a set replaces', () => {
  const entities = [
    linked('DEMO-1'),
    linked('DEMO-A-1', { kind: 'article' }),
    linked('вася', { kind: 'user' }),
  ];

  test.each([
    [undefined, ['DEMO-1', 'DEMO-A-1', 'вася']],
    ['issue', ['DEMO-1']],
    ['user', ['вася']],
    ['project', []],
  ] as const)('are those of the kind it is about: %s', (kind, expected) => {
    expect(keysOf(listReplaced(fakeHost(entities), { ...replacing, kind }, []))).toEqual(expected);
  });

  test.each([
    ['is kept', linked('DEMO-1'), [{ kind: 'issue', key: 'DEMO-1' }], false],
    [
      'is called like one of another kind that is kept',
      linked('DEMO-1'),
      [{ kind: 'user', key: 'DEMO-1' }],
      true,
    ],
    ['was made on the other side', linked('DEMO-1', { via: 'tracker' }), [], false],
    ['is hidden from the caller', linked('DEMO-1', { isVisible: false }), [], false],
    ['may be seen and not changed', linked('DEMO-1', { mayChangeLinks: false }), [], true],
  ] as const)('of an object that %s', (_, entity, kept, isReplaced) => {
    const replaced = keysOf(listReplaced(fakeHost([entity]), replacing, kept));
    expect(replaced).toEqual(isReplaced ? ['DEMO-1'] : []);
  });
});

describe('a link that turns up after a set', () => {
  function findIn(entities: readonly FakeEntity[], pending: readonly PendingTarget[] = []) {
    return findReplaced(fakeHost(entities), replacing, pending);
  }

  test('and is older goes as if the set had known it', () => {
    const change = { issueKey: 'TEST-1', wish: 'gone', stamp };
    expect(findIn([linked('DEMO-1', { at: start - 1 })])).toMatchObject([
      { kind: 'issue', key: 'DEMO-1', change },
    ]);
  });

  test.each([
    ['at the same instant: of two sets at once neither takes away what the other makes', { at: start }],
    ['later', { at: start + 1 }],
    ['where the caller may not change links', { mayChangeLinks: false }],
  ])('stays if it was made %s', (_, options) => {
    expect(findIn([linked('DEMO-1', options)])).toEqual([]);
  });

  test('stays if it is the own one of the set, also under a new key', () => {
    const moved = fakeEntity({ key: 'OPS-1', formerKeys: ['DEMO-1'], stored: linked('').stored ?? '' });
    moved.flag = true;
    const [own] = findIn([linked('DEMO-1')]);
    if (own === undefined) throw new Error('it would be replaced if it were not its own');
    expect(findIn([moved], [own])).toEqual([]);
    expect(findIn([linked('DEMO-2')], [own])).toMatchObject([{ key: 'DEMO-2' }]);
  });

  test('is left alone where nothing was set', () => {
    expect(findReplaced(fakeHost([linked('DEMO-1')]), undefined, [])).toEqual([]);
  });
});

describe('the other keys of an issue whose links are set', () => {
  const asking: Replacement = { ...replacing, kind: 'issue', asks: true };

  test('are asked for once, by its key, and then known', () => {
    const asked: string[] = [];
    const known = withOtherKeys(asking, (issueKey) => {
      asked.push(issueKey);
      return ['OTHER-1'];
    });
    expect([asked, known]).toEqual([['TEST-1'], { ...replacing, kind: 'issue', otherKeys: ['OTHER-1'] }]);
  });

  test.each([
    ['Tracker does not say', asking, () => undefined],
    ['nobody can ask', asking, undefined],
    ['there is nothing to ask', replacing, () => ['OTHER-1']],
    ['nothing is set', undefined, () => ['OTHER-1']],
  ])('stay as they are where %s', (_, before, listKeys) => {
    expect(withOtherKeys(before, listKeys)).toBe(before);
  });

  test('are replaced like its own', () => {
    const other = fakeEntity({ key: 'DEMO-1', stored: storedLinks(`OTHER-1 +${start - 5} youtrack вася`) });
    other.flag = true;
    const host = fakeHost([other, linked('DEMO-2')]);
    const found = findReplaced(host, { ...replacing, otherKeys: ['OTHER-1'] }, []);
    expect(found.map(({ key, change: { issueKey, wish } }) => [key, issueKey, wish])).toEqual([
      ['DEMO-2', 'TEST-1', 'gone'],
      ['DEMO-1', 'OTHER-1', 'gone'],
    ]);
  });
});
