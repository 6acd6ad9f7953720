import { describe, expect, test } from '@jest/globals';
import { readTrackerKeys } from '../../../widgets/shared/links/read-tracker-keys.ts';

describe('what a person puts into the box', () => {
  test.each<[string, string, readonly string[]]>([
    ['a key', 'TEST-1', ['TEST-1']],
    ['a key in lower case with blanks around', '  test-1 ', ['TEST-1']],
    [
      'several keys with any separators',
      'TEST-1, test-2;TEST-3\nTEST-4',
      ['TEST-1', 'TEST-2', 'TEST-3', 'TEST-4'],
    ],
    ['an address', 'https://tracker.yandex.ru/TEST-1', ['TEST-1']],
    ['an address with more behind the key', 'https://tracker.yandex.com/TEST-1?from=mail#c', ['TEST-1']],
    ['an address without its scheme', 'tracker.yandex.ru/test-1', ['TEST-1']],
    ['keys in brackets and quotes', '(TEST-1), «TEST-2».', ['TEST-1', 'TEST-2']],
    ['a longer dash', 'TEST–1 TEST−2', ['TEST-1', 'TEST-2']],
    ['a sentence', 'Смотрите TEST-1, там же про QA2-15!', ['TEST-1', 'QA2-15']],
    ['an address in a sentence', 'see https://tracker.yandex.ru/test-7, please', ['TEST-7']],
    ['nothing', '   ', []],
  ])('%s is read', (_title, input, keys) => {
    expect(readTrackerKeys(input)).toEqual({ keys, repeated: [], malformed: [] });
  });

  test('a key named twice counts once and is said to be repeated', () => {
    expect(readTrackerKeys('TEST-1 test-1 TEST-2')).toEqual({
      keys: ['TEST-1', 'TEST-2'],
      repeated: ['TEST-1'],
      malformed: [],
    });
  });

  test('lower-case words with a hyphen are no keys in a sentence', () => {
    expect(readTrackerKeys('do step-2 of TEST-9').keys).toEqual(['TEST-9']);
  });

  test.each<[string, readonly string[]]>([
    ['TEST-0', ['TEST-0']],
    ['TEST-01 TEST-1', ['TEST-01']],
    ['TEST_5', ['TEST_5']],
    ['ТЕСТ-1', ['ТЕСТ-1']],
    ['123', ['123']],
    ['hello', ['hello']],
    ['https://jira.example.com/browse/TEST-1', ['https://jira.example.com/browse/TEST-1']],
    ['see TEST-1 but not TEST-0', ['TEST-0']],
  ])('in %j what is no key is named', (input, malformed) => {
    expect(readTrackerKeys(input).malformed).toEqual(malformed);
  });
});
