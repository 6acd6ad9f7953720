import { expect, test } from '@jest/globals';
import { findMentions } from '../../../widgets/shared/adding/find-mentions.ts';

const known = { queues: new Set(['TEST']), projects: new Set(['DEMO']) };
const nobodyHasLinked = { queues: new Set<string>(), projects: new Set(['DEMO']) };

test.each([
  ['После TEST-5 сломалось, см. также test-7', ['TEST-5', 'TEST-7']],
  ['UTF-8, NEWQ-1, SHA-256 and DEMO-5 are none', []],
  ['[задача](https://tracker.yandex.ru/NEWQ-1) и https://youtrack.example/issue/DEMO-2', ['NEWQ-1']],
  ['в тесте 5 и на TEST 6', ['TEST-6']],
  ['', []],
])('%j', (text, keys) => {
  expect(findMentions(text, known)).toEqual(keys);
});

test('while nobody has linked anything, addresses alone are believed', () => {
  expect(findMentions('SHA-256, TEST-5, https://tracker.yandex.ru/TEST-6.', nobodyHasLinked)).toEqual([
    'TEST-6',
  ]);
});
