import { describe, expect, test } from '@jest/globals';
import { parseFields } from '../../src/rest/parse-fields.ts';

describe('parseFields', () => {
  test('commas and parentheses make a tree', () => {
    expect(parseFields('id,project(key,leader(login)),summary')).toEqual({
      id: {},
      project: { key: {}, leader: { login: {} } },
      summary: {},
    });
  });

  test('blanks do not matter and an attribute named twice is joined', () => {
    expect(parseFields(' a ( b ) , a(c) , a ')).toEqual({ a: { b: {}, c: {} } });
  });

  test('nothing asks for nothing', () => {
    expect(parseFields('')).toEqual({});
  });

  test.each(['a(', 'a)', '(a)', 'a((b))', `${'a('.repeat(30)}${')'.repeat(30)}`])('%s is refused', (text) => {
    expect(() => parseFields(text)).toThrow(expect.objectContaining({ status: 400 }));
  });

  test.each(['__proto__', '__proto__(polluted)', 'constructor(prototype(polluted))'])(
    '%s touches no prototype',
    (text) => {
      parseFields(text);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );
});
