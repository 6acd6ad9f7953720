import { describe, expect, test } from '@jest/globals';
import { parseEntityKey } from '../../src/protocol/entity-key.ts';

function readings(written: string): string[] | undefined {
  const key = parseEntityKey(written);
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
    `user:${'j'.repeat(101)}`,
  ])('is not %j', (written) => {
    expect(parseEntityKey(written)).toMatchObject({ ok: false });
  });

  test('may have a hundred characters', () => {
    expect(readings('D'.repeat(100))).toHaveLength(2);
    expect(readings(`user:${'j'.repeat(100)}`)).toHaveLength(1);
  });

  test('remembers how it was written', () => {
    expect(parseEntityKey(' Demo-1 ')).toMatchObject({ value: { written: 'Demo-1' } });
  });
});
