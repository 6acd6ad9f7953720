import { describe, expect, jest, test } from '@jest/globals';
import { logError } from '../../src/youtrack/log.ts';

function logged(thrown: unknown): string {
  const log = jest.spyOn(console, 'error').mockImplementation(() => {});
  logError('GET info', thrown);
  const [[line]] = log.mock.calls as [[string]];
  log.mockRestore();
  return line;
}

describe('the log', () => {
  test('says what was thrown as it prints, and where it came from', () => {
    const error = new RangeError('слишком далеко');
    expect(logged(error)).toBe(`GET info: ${error.stack}`);
    expect(logged(error)).toMatch(/^GET info: RangeError: слишком далеко\n {4}at /);
  });

  test('names the class of a Java exception, which may pass for an Error', () => {
    const exception = Object.assign(new Error('is read-only'), {
      toString: () => 'kotlinx.dnq.ReadonlyTransactionException: is read-only',
      stack: 'at links.js:7',
    });
    expect(logged(exception)).toBe(
      'GET info: kotlinx.dnq.ReadonlyTransactionException: is read-only\nat links.js:7',
    );
  });

  test.each([
    ['a text', 'a text'],
    [undefined, 'undefined'],
    [Object.create(null), 'an object'],
  ])('takes %p as well', (thrown, said) => {
    expect(logged(thrown)).toBe(`GET info: ${said}`);
  });
});
