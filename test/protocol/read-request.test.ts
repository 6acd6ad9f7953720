import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { choice } from '../../src/protocol/choice.ts';
import { limits } from '../../src/protocol/limits.ts';
import { parseNothing } from '../../src/protocol/parse-nothing.ts';
import { textUpTo } from '../../src/protocol/parse-values.ts';
import {
  collectFields,
  parseJsonBody,
  readField,
  readOptionalField,
} from '../../src/protocol/read-request.ts';
import { fail, succeed } from '../../src/result.ts';
import { showProblem, showProblems, withQuery } from './requests.ts';

describe('the body of a request', () => {
  test('is read as the JSON object it is', () => {
    const plain = fc.jsonValue().map((value) => ({ значение: value }));
    fc.assert(
      fc.property(plain, (value) => {
        const body = JSON.stringify(value);
        expect(parseJsonBody(body)).toEqual({ ok: true, value: JSON.parse(body) });
      }),
    );
  });

  test('counts the last of what is said twice', () => {
    expect(parseJsonBody('{"issueKey":"TEST-1","issueKey":"TEST-2"}')).toEqual({
      ok: true,
      value: { issueKey: 'TEST-2' },
    });
  });

  test('inherits nothing from what it calls its prototype', () => {
    const body = parseJsonBody('{"__proto__":{"issueKey":"TEST-1"},"constructor":null}');
    expect(body.ok && body.value.issueKey).toBeUndefined();
  });

  test('loses a byte order mark before it, and none within', () => {
    expect(parseJsonBody('\uFEFF{"note":"а\uFEFFб"}')).toEqual({ ok: true, value: { note: 'а\uFEFFб' } });
    expect(parseJsonBody('{"note":"а\uFEFFб"}')).toEqual({ ok: true, value: { note: 'а\uFEFFб' } });
  });

  test.each([
    ['', '""'],
    ['[]', '[]'],
    ['["я"]', '["я"]'],
    ['null', 'null'],
    ['"TEST-1"', '"TEST-1"'],
    ['7', '7'],
    ['NaN', '"NaN"'],
    ['{"a":NaN}', '"{\\"a\\":NaN}"'],
    ['{"a":1e}', '"{\\"a\\":1e}"'],
    ['{ключ:1}', '"{ключ:1}"'],
    ['\uFEFF\uFEFF{}', '"\uFEFF\uFEFF{}"'],
    ['\ud800', '"\\ud800"'],
  ])('is no object as %j, and the problem shows what came', (body, received) => {
    const parsed = parseJsonBody(body);
    expect(parsed).toMatchObject({ ok: false, problem: { reason: 'malformed' } });
    expect(showProblems(parsed)).toEqual([`body: a JSON object ← ${received}`]);
  });

  test.each([
    ['a', 1],
    ['я', 2],
    ['€', 3],
    ['💥', 4],
    ['\ud83d', 3],
  ])('of the character %j may have 64 KiB and not a byte more', (character, bytes) => {
    const frame = '{"a":""}'.length;
    const count = Math.floor((limits.bodyBytes - frame) / bytes);
    const fitting = `{"a":"${character.repeat(count)}"}`.padEnd(
      frame + count * character.length + ((limits.bodyBytes - frame) % bytes),
    );
    expect(Buffer.byteLength(fitting)).toBe(limits.bodyBytes);
    expect(parseJsonBody(fitting).ok).toBe(true);
    const parsed = parseJsonBody(`${fitting} `);
    expect(parsed).toMatchObject({ ok: false, problem: { reason: 'body_too_large' } });
    expect(showProblems(parsed)).toEqual(['body: at most 65536 bytes of JSON ← 65537']);
  });
});

describe('a query parameter', () => {
  const parse = textUpTo(5);

  test('that is absent is nothing to its parser', () => {
    const read = readField(withQuery(''), 'key', (field, received) => succeed([field, received]));
    expect(read).toEqual({ ok: true, value: ['key', undefined] });
  });

  test('given twice is malformed, whichever was meant', () => {
    const read = readField(withQuery('key=%D1%8F&key='), 'key', parse);
    expect(read.ok ? [] : read.problem.map(showProblem)).toEqual(['key: one value ← ["я",""]']);
    expect(readOptionalField(withQuery('key=&key='), 'key', parse).ok).toBe(false);
  });

  test.each(['', 'key=', 'key=%20%09%0A'])('that may be left out is, as %j', (query) => {
    expect(readOptionalField(withQuery(query), 'key', parse)).toEqual({ ok: true, value: undefined });
  });

  test('that may be left out is read like any where it is not', () => {
    expect(readOptionalField(withQuery('key=+%D1%8F+'), 'key', parse)).toEqual({ ok: true, value: 'я' });
    expect(readOptionalField(withQuery('key=123456'), 'key', parse).ok).toBe(false);
  });
});

describe('one of a few words', () => {
  const parse = choice('да', 'нет');

  test.each(['да', 'нет'])('is %s', (word) => {
    expect(parse('answer', word)).toEqual({ ok: true, value: word });
  });

  test.each([
    ['Да', '"Да"'],
    [' да', '" да"'],
    ['', '""'],
    [undefined, 'nothing'],
    [['да'], '["да"]'],
    [true, 'true'],
  ])('is not %j, and the problem names them', (received, shown) => {
    const parsed = parse('answer', received);
    expect(parsed.ok ? [] : parsed.problem.map(showProblem)).toEqual([`answer: one of да, нет ← ${shown}`]);
  });
});

describe('the fields of a request', () => {
  const bad = (field: string) => fail([{ field, expected: 'a key', received: 'nothing' }]);

  test('are put together by their names', () => {
    expect(collectFields({ a: succeed(1), б: succeed(undefined) })).toEqual({
      ok: true,
      value: { a: 1, б: undefined },
    });
  });

  test('that are malformed are all named, in the order of the request', () => {
    const collected = collectFields({ a: bad('a'), b: succeed(1), c: fail([]), d: bad('d[1]') });
    expect(collected).toMatchObject({ ok: false, problem: { reason: 'malformed' } });
    expect(showProblems(collected)).toEqual(['a: a key ← nothing', 'd[1]: a key ← nothing']);
  });

  test('are none where the address says everything', () => {
    expect(parseNothing(withQuery('anything=at&all'))).toEqual({ ok: true, value: undefined });
  });
});
