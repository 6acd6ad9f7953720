import { expect, test } from '@jest/globals';
import { chooseLanguage } from '../../src/tracker/language.ts';

test.each([
  [undefined, 'ru'],
  ['', 'ru'],
  ['en', 'en'],
  ['en-US,en;q=0.9,ru;q=0.8', 'en'],
  ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  ['de,ru;q=0.4,en;q=0.5', 'en'],
  ['de-DE', 'ru'],
  ['en;q=0', 'ru'],
  ['*', 'ru'],
])('Accept-Language %p is answered in %p', (header, language) => {
  expect(chooseLanguage(header)).toBe(language);
});
