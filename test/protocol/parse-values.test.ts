import { describe, expect, test } from '@jest/globals';
import {
  certainKey,
  type EntityIdsContext,
  entityIds,
  listOf,
  parseIssueKeyField,
  queryKey,
  textLike,
  textUpTo,
  wholeBetween,
} from '../../src/protocol/parse-values.ts';
import type { FieldResult } from '../../src/protocol/read-request.ts';
import { fail } from '../../src/result.ts';
import { showProblem } from './requests.ts';

const here = { serverAddress: () => 'https://example.com/youtrack' };

function shown(parsed: FieldResult<unknown>): unknown {
  return parsed.ok ? parsed.value : parsed.problem.map(showProblem);
}

describe('a whole number', () => {
  const parse = wholeBetween(0, 200);

  test.each([
    ['0', 0],
    ['7', 7],
    ['200', 200],
  ])('is %j', (written, number) => {
    expect(parse('top', written)).toEqual({ ok: true, value: number });
  });

  test.each([
    '',
    '201',
    '-1',
    '-0',
    '+5',
    '05',
    '1.5',
    '5e1',
    '0x10',
    ' 5',
    '5\n',
    '٥',
    'NaN',
    '1000000000',
    '٣5',
  ])('is not %j', (written) => {
    expect(shown(parse('top', written))).toEqual([
      `top: a whole number from 0 to 200 ← ${JSON.stringify(written)}`,
    ]);
  });

  test.each([5, Number.NaN, null, undefined, true, ['5']])('is a text, not %p', (received) => {
    expect(parse('top', received).ok).toBe(false);
  });

  test('is neither below the least nor above the most', () => {
    const between = (written: string) => wholeBetween(2, 3)('top', written).ok;
    expect(['1', '2', '3', '4'].map(between)).toEqual([false, true, true, false]);
  });

  test('may have nine digits', () => {
    const parseLarge = wholeBetween(0, 9_999_999_999);
    expect(parseLarge('skip', '999999999')).toEqual({ ok: true, value: 999_999_999 });
    expect(parseLarge('skip', '9999999999').ok).toBe(false);
  });
});

describe('a text', () => {
  test.each([
    ['я', 'я'],
    ['  я ', 'я'],
    ['ключи', 'ключи'],
    ['💥💥', '💥💥'],
  ])('of at most five characters is %j', (written, text) => {
    expect(textUpTo(5)('text', written)).toEqual({ ok: true, value: text });
  });

  test.each(['', ' ', 'ключик', '    я ', '💥💥💥', 17, null, ['я']])(
    'of at most five is not %j, blanks counted',
    (received) => {
      expect(shown(textUpTo(5)('text', received))).toEqual([
        `text: a text of 1 to 5 characters ← ${JSON.stringify(received)}`,
      ]);
    },
  );

  test('of a certain make is read without the blanks around it', () => {
    const parse = textLike(/^[а-я]+$/, 'Russian letters');
    expect(parse('text', '\tяблоко ')).toEqual({ ok: true, value: 'яблоко' });
    expect(shown(parse('text', ' apple'))).toEqual(['text: Russian letters ← " apple"']);
    expect(shown(parse('text', { toString: 'я' }))).toEqual(['text: Russian letters ← {"toString":"я"}']);
  });
});

describe('a key in a query', () => {
  test('may be a guess where that is of use, and only there', () => {
    expect(queryKey(here)('key', 'DEMO 1')).toMatchObject({ value: { written: 'DEMO 1', isGuess: true } });
    expect(shown(certainKey(here)('key', 'DEMO 1'))).toEqual([
      expect.stringMatching(/^key: the key of an issue \(DEMO-1\).* ← "DEMO 1"$/),
    ]);
  });

  test.each(['DEMO-1', 'user:jane bot', 'jane bot@example.com', 'https://example.com/youtrack/users/яна'])(
    'is certain as %j',
    (written) => {
      expect(certainKey(here)('key', written)).toEqual(queryKey(here)('key', written));
      expect(certainKey(here)('key', written).ok).toBe(true);
    },
  );

  test.each(['', 'a/b', undefined])('is malformed as %j, certain or not', (received) => {
    expect(certainKey(here)('key', received)).toEqual(queryKey(here)('key', received));
    expect(certainKey(here)('key', received).ok).toBe(false);
  });
});

describe('a list of values', () => {
  const parse = listOf(parseIssueKeyField, 100);

  test('is read one by one', () => {
    expect(parse('issueKeys', ['test-2', 'https://tracker.yandex.ru/TEST-1'])).toEqual({
      ok: true,
      value: ['TEST-2', 'TEST-1'],
    });
  });

  test.each([[], 'TEST-1', undefined, null, { 0: 'TEST-1', length: 1 }])('is not %j', (received) => {
    expect(shown(parse('issueKeys', received))).toEqual([
      `issueKeys: a list of 1 to 100 values ← ${received === undefined ? 'nothing' : JSON.stringify(received)}`,
    ]);
  });

  test('names each of its values that is malformed, by its place', () => {
    const expected = 'a Tracker issue key such as TEST-123, or the address of an issue in Tracker';
    expect(shown(parse('issueKeys', ['TEST-1', 'ТЕСТ-2', 3, ['TEST-4']]))).toEqual([
      `issueKeys[1]: ${expected} ← "ТЕСТ-2"`,
      `issueKeys[2]: ${expected} ← 3`,
      `issueKeys[3]: ${expected} ← ["TEST-4"]`,
    ]);
  });
});

describe('a list of keys of our objects', () => {
  const atLeastOne: EntityIdsContext = { ...here, mayBeNone: false };
  const mayBeNone: EntityIdsContext = { ...here, mayBeNone: true };
  const named = (received: unknown, context: EntityIdsContext) => {
    const parsed = entityIds(context)('entityIds', received);
    return parsed.ok
      ? parsed.value.map(({ field, key }) => `${field} ${key.written}`)
      : parsed.problem.map(({ field }) => field);
  };

  test('names where each key stood, the keys of one text all there', () => {
    const received = ['DEMO-1, ДЕМО-2', 'https://example.com/youtrack/users/jane'];
    expect(named(received, atLeastOne)).toEqual([
      'entityIds[0] DEMO-1',
      'entityIds[0] ДЕМО-2',
      'entityIds[1] https://example.com/youtrack/users/jane',
    ]);
  });

  test('may be none where that is a list too', () => {
    expect(named([], mayBeNone)).toEqual([]);
    expect(named(['', ' , '], mayBeNone)).toEqual([]);
    expect(named([[], ['']], mayBeNone)).toEqual([]);
  });

  test('of a form is a list within the list, one deep', () => {
    expect(named([['DEMO-1', 'DEMO-2 DEMO-3'], 'DEMO-4'], mayBeNone)).toEqual([
      'entityIds[0][0] DEMO-1',
      'entityIds[0][1] DEMO-2',
      'entityIds[0][1] DEMO-3',
      'entityIds[1] DEMO-4',
    ]);
    expect(named([['DEMO-1', ['DEMO-2']]], mayBeNone)).toEqual(['entityIds[0][1]']);
  });

  test('holds no list where a key is needed', () => {
    expect(named([['DEMO-1']], atLeastOne)).toEqual(['entityIds[0]']);
    expect(named(['', 'DEMO-1', 2], atLeastOne)).toEqual(['entityIds[0]', 'entityIds[2]']);
  });

  test.each([
    [atLeastOne, [], 'entityIds: a list of 1 to 100 keys ← []'],
    [atLeastOne, 'ДЕМО-1', 'entityIds: a list of 1 to 100 keys ← "ДЕМО-1"'],
    [mayBeNone, undefined, 'entityIds: a list of 0 to 100 keys ← nothing'],
    [mayBeNone, null, 'entityIds: a list of 0 to 100 keys ← null'],
    [mayBeNone, { length: 0 }, 'entityIds: a list of 0 to 100 keys ← {"length":0}'],
  ])('%# that is none says how many it holds', (context, received, problem) => {
    expect(shown(entityIds(context)('entityIds', received))).toEqual([problem]);
  });

  test('that is malformed in each of its thousands of places names a hundred of them', () => {
    const inner = Array.from({ length: 20_000 }, () => 1);
    expect(named([inner], mayBeNone)).toHaveLength(100);
    expect(named([inner], mayBeNone).at(-1)).toBe('entityIds[0][99]');
    expect(shown(listOf(parseIssueKeyField, 100)('issueKeys', inner))).toHaveLength(100);
  });

  test.each([
    [1, 100],
    [2, 50],
    [3, 34],
  ])('is read no further once a hundred problems are known, %d of each value', (ofEach, values) => {
    const read: unknown[] = [];
    const problems = Array(ofEach).fill({ field: 'поле', expected: 'a key', received: 'nothing' });
    const parse = listOf((_field, received) => {
      read.push(received);
      return fail(problems);
    }, 100);
    const parsed = parse('objects', Array(20_000).fill(null));
    expect(read).toHaveLength(values);
    expect(parsed.ok ? [] : parsed.problem).toHaveLength(100);
  });
});
