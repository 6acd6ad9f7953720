import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isTrackerIssueKey } from '../../../src/protocol/tracker-issue-key.ts';
import { hintWhileTyping } from '../../../widgets/shared/adding/box-hint.ts';
import { groupOffers } from '../../../widgets/shared/adding/explain-offers.ts';
import { planAdding } from '../../../widgets/shared/adding/plan-adding.ts';
import { createWidgetTranslator } from '../../../widgets/shared/i18n/translation.ts';
import { readPaste } from '../../../widgets/shared/pasting/read-paste.ts';
import { pastes } from './pastes.ts';

const known = { queues: new Set(['TEST', 'QA2']), projects: new Set(['DEMO']) };
const nobodyHasLinked = { queues: new Set<string>(), projects: new Set(['DEMO']) };

function toSaid(text: string, language: 'en' | 'ru'): readonly string[] {
  const translator = createWidgetTranslator(language, { en: {}, ru: {} });
  const plan = planAdding(readPaste(text, known), new Set());
  return [
    ...hintWhileTyping(translator, plan).texts,
    ...groupOffers(translator, plan.offers).map(({ reason }) => reason),
  ];
}

describe('what is found in a paste, and what is said of it', () => {
  test.each(pastes)('$from: $text', ({ text, adds = '', offers = '', malformed = [], said }) => {
    const paste = readPaste(text, known);
    expect(paste.keys.join(' ')).toBe(adds);
    expect(paste.offers.map(({ key, doubt }) => `${key} ${doubt}`).join(', ')).toBe(offers);
    expect(paste.malformed).toEqual(malformed);
    for (const [index, language] of (['en', 'ru'] as const).entries()) {
      const texts = toSaid(text, language);
      if (said?.[index] !== undefined) expect(texts).toContain(said[index]);
      for (const key of paste.keys) expect(texts.join('\n')).toContain(key);
    }
  });

  test('there are at least eighty of them', () => {
    expect(pastes.length).toBeGreaterThanOrEqual(80);
  });
});

describe('while nobody has linked anything', () => {
  test.each([
    ['TEST-1', 'TEST-1', ''],
    ['test-1 и test-2', 'TEST-1 TEST-2', ''],
    ['в UTF-8 см. TEST-5', 'TEST-5', 'UTF-8'],
    ['COVID-19', '', 'COVID-19'],
    ['DEMO-5', '', 'DEMO-5'],
    ['do step-2 of TEST-9', 'TEST-9', 'STEP-2'],
    ['еуые-5', 'TEST-5', ''],
    ['ТЕСТ-5', 'TEST-5', ''],
    ['TEST 1', 'TEST-1', ''],
    ['дней 5', '', 'DNEY-5'],
  ])('%j: keys are told by their spelling', (text, adds, offers) => {
    const paste = readPaste(text, nobodyHasLinked);
    expect(paste.keys.join(' ')).toBe(adds);
    expect(paste.offers.map(({ key }) => key).join(' ')).toBe(offers);
  });
});

describe('any text', () => {
  test('gives keys as they are stored, each once, and none both added and offered', () => {
    const piece = fc.constantFrom(
      'TEST-1',
      'тест-2',
      'a',
      '-',
      '_',
      ' ',
      '1',
      'https://',
      '%2F',
      '&nbsp;',
      'Ж',
      '/',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }), (pieces) => {
        const { keys, offers } = readPaste(pieces.join(''), known);
        const all = [...keys, ...offers.map(({ key }) => key)];
        expect(all.filter((key) => !isTrackerIssueKey(key))).toEqual([]);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  test.each([
    'a',
    '1',
    '-',
    '%',
    '&',
    ' ',
    'Ж',
    'a-',
    'a-1',
    'a1',
    '1a',
    '-a',
    'A-A-',
    'TEST-1 ',
    'TEST-1_',
    'TEST-1TEST',
    '%20',
    '&#1',
    '&nbsp;',
    'http',
    'https://',
    'https://tracker.yandex.ru/',
    'tracker.yandex.',
    'a.',
    '\u200b',
    '<',
    '1 ',
  ])('half a megabyte of %j is read at once', (piece) => {
    // Sixteen times what a request carries: anything that looks back for each letter would not come to an end.
    const { keys } = readPaste(`${piece.repeat(Math.ceil(524_288 / piece.length))} TEST-77`, known);
    expect(keys).toContain('TEST-77');
  });
});
