import { describe, expect, test } from '@jest/globals';
import { createTranslator } from '../../../widgets/shared/i18n/create-translator.ts';
import { toLanguage } from '../../../widgets/shared/i18n/language.ts';

const links = { one: '{count} связь', few: '{count} связи', many: '{count} связей', other: '{count} связи' };
const already = { '=1': 'Связь с {keys} уже есть', other: 'Уже связаны: {keys}' };
const ru = createTranslator('ru', { links, already, hello: 'Привет, {name}: {{remoteKey}}' });
const en = createTranslator('en', { links: { one: '{count} link', other: '{count} links' } });
const now = new Date('2026-03-31T12:00:00Z');

describe('the language', () => {
  test.each([
    ['ru', 'ru'],
    ['ru_RU', 'ru'],
    ['ru-RU', 'ru'],
    ['RU', 'ru'],
    ['en', 'en'],
    ['en_US', 'en'],
    ['de', 'en'],
    ['run', 'en'],
    ['', 'en'],
  ])('of the locale %j is %s', (locale, language) => {
    expect(toLanguage(locale)).toBe(language);
  });
});

describe('texts', () => {
  test('a value that is written from right to left does not turn the sentence around it', () => {
    expect(ru.text('hello', { name: 'יוסף' })).toBe('Привет, \u2068יוסף\u2069: {{remoteKey}}');
    expect(ru.text('hello', { name: 'a\u202Eb\u2069' })).toBe('Привет, \u2068ab\u2069: {{remoteKey}}');
    expect(en.list(['Jane', 'يوسف'])).toBe('Jane and \u2068يوسف\u2069');
  });

  test.each([
    [1, '1 связь'],
    [3, '3 связи'],
    [5, '5 связей'],
    [11, '11 связей'],
    [21, '21 связь'],
    [1200, '1\u00A0200 связей'],
  ])('%d takes its Russian plural', (count, text) => {
    expect(ru.text('links', { count })).toBe(text);
  });

  test.each([
    [1, 'Связь с TEST-1 уже есть'],
    [2, 'Уже связаны: TEST-1'],
    [21, 'Уже связаны: TEST-1'],
  ])('what is said of one alone is not said of %d others of its plural', (count, text) => {
    expect(ru.text('already', { count, keys: 'TEST-1' })).toBe(text);
  });

  test('English has two forms and groups thousands', () => {
    expect([1, 2, 1200].map((count) => en.text('links', { count }))).toEqual([
      '1 link',
      '2 links',
      '1,200 links',
    ]);
  });

  test('values fill their places, and what has no value stays', () => {
    expect(ru.text('hello', { name: 'Мария' })).toBe('Привет, Мария: {{remoteKey}}');
  });
});

describe('times', () => {
  test.each([
    ['2026-03-31T11:59:40Z', 'now', 'сейчас'],
    ['2026-03-31T11:10:00Z', '50 minutes ago', '50 минут назад'],
    ['2026-03-31T09:00:00Z', '3 hours ago', '3 часа назад'],
    ['2026-03-30T11:00:00Z', 'yesterday', 'вчера'],
    ['2026-03-11T12:00:00Z', '20 days ago', '20 дней назад'],
    ['2025-12-05T12:00:00Z', '5 Dec 2025', '5 дек. 2025 г.'],
  ])('%s', (instant, english, russian) => {
    const texts = [en, ru].map((translator) => translator.ago(new Date(instant), now).replace(/\s/g, ' '));
    expect(texts).toEqual([english, russian]);
  });

  test.each([
    ['en', 'en-GB', en],
    ['ru', 'ru', ru],
  ] as const)('are told in %s as Intl tells them', (_language, locale, translator) => {
    const distances = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    const said = (seconds: number) =>
      translator.ago(new Date(now.getTime() + seconds * 1000), now).replace(/\s/g, ' ');
    const close = (count: number, unit: 'minute' | 'hour' | 'day', seconds: number) => [
      said(count * seconds),
      distances.format(count, unit).replace(/\s/g, ' '),
    ];
    const far = (day: number) => [
      said(day * 86_400),
      days.format(new Date(now.getTime() + day * 86_400_000)).replace(/\s/g, ' '),
    ];
    const counts = (most: number) =>
      Array.from({ length: 2 * most + 1 }, (_, at) => at - most).filter(Boolean);
    const pairs = [
      ...counts(59).map((count) => close(count, 'minute', 60)),
      ...counts(23).map((count) => close(count, 'hour', 3_600)),
      ...counts(30).map((count) => close(count, 'day', 86_400)),
      ...counts(400)
        .filter((day) => Math.abs(day) > 31)
        .map(far),
    ];
    expect(pairs.filter(([ours, theirs]) => ours !== theirs)).toEqual([]);
  });
});
