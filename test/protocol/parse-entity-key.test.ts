import { describe, expect, test } from '@jest/globals';
import { toEntityName } from '../../src/protocol/entity-key.ts';
import {
  findEntityKeys,
  type KeyContext,
  parseEntityKey,
  parseEntityKeys,
  parseQueryKey,
} from '../../src/protocol/parse-entity-key.ts';

const here: KeyContext = { serverAddress: () => 'https://example.com/youtrack' };

function readings(written: string, context = here, parse = parseEntityKey): string[] | undefined {
  const key = parse(written, context);
  return key.ok ? key.value.readings.map((reading) => `${reading.kind} ${reading.key}`) : undefined;
}

describe('the key of a YouTrack object', () => {
  test('is tried as article, issue, project and user, in this order', () => {
    expect(readings('DEMO-A-1')).toEqual([
      'article DEMO-A-1',
      'issue DEMO-A-1',
      'project DEMO-A-1',
      'user DEMO-A-1',
    ]);
  });

  test.each([
    ['DEMO-1', ['issue DEMO-1', 'project DEMO-1', 'user DEMO-1']],
    ['demo-a-7', ['article demo-a-7', 'issue demo-a-7', 'project demo-a-7', 'user demo-a-7']],
    ['DEMO', ['project DEMO', 'user DEMO']],
    ['DEMO-0', ['project DEMO-0', 'user DEMO-0']],
    ['DEMO-1234567890', ['project DEMO-1234567890', 'user DEMO-1234567890']],
    ['DEMO-A-1x', ['project DEMO-A-1x', 'user DEMO-A-1x']],
    ['DEMO-A-1234567890', ['project DEMO-A-1234567890', 'user DEMO-A-1234567890']],
    ['A-1', ['issue A-1', 'project A-1', 'user A-1']],
    ['jane.roe@example.com', ['project jane.roe@example.com', 'user jane.roe@example.com']],
    ['ДЕМО-3', ['issue ДЕМО-3', 'project ДЕМО-3', 'user ДЕМО-3']],
    ['  DEMO-1 ', ['issue DEMO-1', 'project DEMO-1', 'user DEMO-1']],
  ])('%j is tried only as what its shape allows', (written, expected) => {
    expect(readings(written)).toEqual(expected);
  });

  test.each([
    ['user:jane', ['user jane']],
    ['USER:DEMO-1', ['user DEMO-1']],
    ['project:DEMO', ['project DEMO']],
    ['Project:Вася', ['project Вася']],
    ['user:CORP\\вася', ['user CORP\\вася']],
    ['user:o!neil#1=x@example.com', ['user o!neil#1=x@example.com']],
  ])('%j says outright what it is', (written, expected) => {
    expect(readings(written)).toEqual(expected);
  });

  test.each([
    '',
    ' ',
    'user:',
    'project: DEMO',
    'issue:DEMO-1',
    'user:user:jane',
    'DEMO 1',
    'DEMO\n1',
    'DEMO\u00001',
    'DEMO/1',
    'DEMO\\1',
    '../DEMO-1',
    '<b>DEMO-1',
    '"DEMO-1"',
    '{{remoteKey}}',
    'DEMO-1?x=1',
    'DEMO-1#c',
    'DEMO%2D1',
    'DEMO,1',
    '-1',
    '💥-1',
    `${'D'.repeat(101)}`,
    `user:${'j'.repeat(256)}`,
    'user:jane?x',
    'user:jane/x',
    'CORP\\jane',
  ])('is not %j', (written) => {
    expect(parseEntityKey(written, here)).toMatchObject({ ok: false });
  });

  test('may have a hundred characters', () => {
    expect(readings('D'.repeat(100))).toHaveLength(2);
    expect(readings(`user:${'j'.repeat(255)}`)).toHaveLength(1);
  });

  test('of which only a login is meant may be any login', () => {
    expect(readings('CORP\\вася', { ...here, kind: 'user' })).toEqual(['user CORP\\вася']);
    expect(readings('j'.repeat(255), { ...here, kind: 'user' })).toHaveLength(1);
  });

  test('names one object and no other', () => {
    const names = [
      toEntityName({ kind: 'user', key: 'demo' }),
      toEntityName({ kind: 'project', key: 'demo' }),
      toEntityName({ kind: 'project', key: 'ДЕМО' }),
    ];
    expect(new Set(names).size).toBe(3);
  });

  test('remembers how it was written', () => {
    expect(parseEntityKey(' Demo-1 ', here)).toMatchObject({ value: { written: 'Demo-1' } });
  });
});

describe('the address of a page', () => {
  test.each([
    ['https://example.com/youtrack/issue/DEMO-1', 'issue DEMO-1'],
    ['http://example.com/youtrack/issue/demo-1/Заголовок-задачи', 'issue demo-1'],
    ['HTTPS://EXAMPLE.COM:443/youtrack/issue/DEMO-1#focus=Comments-4-5.0-0', 'issue DEMO-1'],
    ['https://example.com/youtrack/articles/DEMO-A-3/Title?replyTo=1', 'article DEMO-A-3'],
    ['https://example.com/youtrack/projects/DEMO', 'project DEMO'],
    ['https://example.com/youtrack/users/jane%2Bbot%40example.com', 'user jane+bot@example.com'],
    ['https://example.com/youtrack/users/%D0%B2%D0%B0%D1%81%D1%8F/', 'user вася'],
  ])('%s on this very server stands for %s', (written, expected) => {
    expect(readings(written)).toEqual([expected]);
  });

  test.each([
    'https://example.org/youtrack/issue/DEMO-1',
    'https://example.com.example.org/youtrack/issue/DEMO-1',
    'https://jane@example.com/youtrack/issue/DEMO-1',
    'https://example.com:8443/youtrack/issue/DEMO-1',
    'https://example.com/issue/DEMO-1',
    'https://example.com/youtrack2/issue/DEMO-1',
    'https://example.com/youtrack/issue/',
    'https://example.com/youtrack/issues/DEMO-1',
    'https://example.com/youtrack/issue/%zz',
    'https://example.com/youtrack/issue/DEMO%2F1',
    'https://example.com/youtrack/users/jane roe',
    `https://example.com/youtrack/issue/DEMO-1?${'x'.repeat(2_000)}`,
    'ftp://example.com/youtrack/issue/DEMO-1',
    'tracker.yandex.ru/TEST-1',
  ])('%s stands for nothing', (written) => {
    expect(readings(written)).toBeUndefined();
  });

  test('stands for nothing where nothing tells what this server is called', () => {
    const anywhere = { serverAddress: () => undefined };
    expect(readings('https://example.com/youtrack/issue/DEMO-1', anywhere)).toBeUndefined();
  });

  test('of another kind than the one meant stands for nothing, and is not malformed', () => {
    expect(readings('https://example.com/youtrack/users/jane', { ...here, kind: 'issue' })).toEqual([]);
  });
});

describe('a key in a query', () => {
  test.each([
    ['user:jane bot@example.com', 'user jane+bot@example.com'],
    [' вася бот ', 'user вася+бот'],
  ])('%j has lost its plus', (written, expected) => {
    expect(readings(written, here, parseQueryKey)).toContain(expected);
  });

  test('of several words is a guess, unless it is surely a login', () => {
    const isGuess = (written: string, context = here) => {
      const key = parseQueryKey(written, context);
      return key.ok && key.value.isGuess === true;
    };
    expect(['DEMO 1', 'a b'].map((written) => isGuess(written))).toEqual([true, true]);
    expect(['user:a b', 'a b@example.com', 'DEMO-1'].some((written) => isGuess(written))).toBe(false);
    expect(isGuess('a b', { ...here, kind: 'user' })).toBe(false);
  });

  test.each(['DEMO-1\nDEMO-2', 'user: jane', 'a\u0000 b'])('%j is malformed', (written) => {
    expect(readings(written, here, parseQueryKey)).toBeUndefined();
  });
});

describe('a text of several keys', () => {
  const written = (text: string, kind?: KeyContext['kind']) => {
    const keys = parseEntityKeys(text, { ...here, kind });
    return keys.ok ? keys.value.map((key) => key.written) : undefined;
  };

  test.each([
    ['DEMO-1, DEMO-2', ['DEMO-1', 'DEMO-2']],
    ['DEMO-1;demo-a-2\nДЕМО-3\tDEMO-4', ['DEMO-1', 'demo-a-2', 'ДЕМО-3', 'DEMO-4']],
    ['DEMO-1,', ['DEMO-1']],
    [
      'project:DEMO https://example.com/youtrack/issue/DEMO-2',
      ['project:DEMO', 'https://example.com/youtrack/issue/DEMO-2'],
    ],
    [
      ' https://example.com/youtrack/issue/DEMO-1/Вход https://example.com/youtrack/issue/DEMO-2/Выход',
      ['https://example.com/youtrack/issue/DEMO-1/Вход', 'https://example.com/youtrack/issue/DEMO-2/Выход'],
    ],
    [
      'https://example.com/youtrack/issue/DEMO-1/a,https://example.com/youtrack/issue/DEMO-2/b',
      ['https://example.com/youtrack/issue/DEMO-1/a', 'https://example.com/youtrack/issue/DEMO-2/b'],
    ],
    [
      'https://example.com/youtrack/issue/DEMO-1/вход,выход',
      ['https://example.com/youtrack/issue/DEMO-1/вход,выход'],
    ],
    ['jane', ['jane']],
    ['', []],
    [' \t\n', []],
    [' , ; ', []],
    ['jane roe', undefined],
    ['DEMO-1, jane', undefined],
    ['DEMO-1, user:jane', undefined],
    ['DEMO-1, a/b', undefined],
    ['DEMO-1 https://example.org/issue/DEMO-2', undefined],
  ])('%j is taken apart where no part could be a login', (text, expected) => {
    expect(written(text)).toEqual(expected);
  });

  test('is taken apart whatever its parts where logins are not meant', () => {
    expect(written('DEMO, OPS', 'project')).toEqual(['DEMO', 'OPS']);
    expect(written('DEMO-1 jane', 'issue')).toEqual(['DEMO-1', 'jane']);
    expect(written('jane, boris', 'user')).toBeUndefined();
  });
});

test.each([
  ['DEMO-1', ['DEMO-1']],
  ['DEMO-1,', ['DEMO-1']],
  ['#DEMO-1', ['DEMO-1']],
  ['DEMO-1 Заголовок', ['DEMO-1']],
  ['см. (demo-a-2), DEMO-3!', ['demo-a-2', 'DEMO-3']],
  ['demo-1.', ['demo-1.', 'demo-1']],
  ["DEMO-A-2'", ["DEMO-A-2'", 'DEMO-A-2']],
  ['DEMO-1/DEMO-2|DEMO-3', ['DEMO-1', 'DEMO-2', 'DEMO-3']],
  ['DEMO-1+DEMO-2', ['DEMO-1+DEMO-2']],
  [
    'смотри https://example.com/youtrack/projects/DEMO и jane',
    ['https://example.com/youtrack/projects/DEMO'],
  ],
  ['(https://example.com/youtrack/projects/DEMO).', ['https://example.com/youtrack/projects/DEMO']],
  ['см. https://example.com/youtrack/issue/DEMO-1.', ['https://example.com/youtrack/issue/DEMO-1']],
  ['«https://example.com/youtrack/users/яна»?', ['https://example.com/youtrack/users/яна']],
  ['https://example.org/issue/DEMO-1 и user:jane', []],
  ['jane', ['jane']],
  ['оплата картой', []],
])('the keys in the text %j are %j', (text, expected) => {
  expect(findEntityKeys(text, here).map((key) => key.written)).toEqual(expected);
});

test('the keys of articles alone are found where articles are meant', () => {
  const found = findEntityKeys('см. DEMO-A-2, DEMO-3', { ...here, kind: 'article' });
  expect(found.flatMap(({ readings }) => readings)).toEqual([{ kind: 'article', key: 'DEMO-A-2' }]);
});
