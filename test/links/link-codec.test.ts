import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addLink, removeLink } from '../../src/links/change-link.ts';
import { decodeLinks, encodeLinks } from '../../src/links/link-codec.ts';
import { type LinkRecord, type LinkSet, latestStamp, liveStamp } from '../../src/links/link-set.ts';
import type { Via } from '../../src/protocol/answers.ts';
import { linkSets } from './arbitraries.ts';

const stamp = { at: 1_767_225_600_000, by: 'вася', via: 'youtrack' } as const;

/** Operations by anybody, at any time, on keys of every length. */
const operations = fc.record({
  change: fc.constantFrom(addLink, removeLink),
  issueKey: fc.stringMatching(/^[A-Z][A-Z0-9]{0,9}-[1-9][0-9]{0,3}$/),
  now: fc.oneof(
    fc.integer({ min: -1_000, max: 1_767_225_600_000 }),
    fc.integer({ min: 8_639_999_999_999_990, max: 8_640_000_000_000_000 }),
    fc.double({ min: 0, max: 1_767_225_600_000, noNaN: true }),
  ),
  login: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('%', ' ', '2', '0', '5', '💥', '\ud83d'), maxLength: 400 }),
  ),
  via: fc.constantFrom<Via>('tracker', 'youtrack'),
});

describe('the stored text', () => {
  test('is small, versioned JSON', () => {
    const links: LinkSet = new Map([
      ['TEST-2', { added: stamp, removed: { ...stamp, at: stamp.at + 1, via: 'tracker' } }],
      ['TEST-1', { added: stamp }],
    ]);
    expect(encodeLinks(links)).toBe(
      '{"v":1,"links":["TEST-1 +1767225600000 youtrack вася",' +
        '"TEST-2 +1767225600000 youtrack вася -1767225600001 tracker вася"]}',
    );
  });

  test.each(['jane roe', 'a%20b', '50%', 'q"uote', '', '+1 youtrack', '-2 tracker x'])(
    'keeps the login %j as it is',
    (by) => {
      const links: LinkSet = new Map([['TEST-1', { added: { ...stamp, by }, removed: { ...stamp, by } }]]);
      expect(decodeLinks(encodeLinks(links))).toEqual({ ok: true, value: links });
    },
  );

  test('reads as what was written', () => {
    fc.assert(
      fc.property(linkSets, (links) => {
        const decoded = decodeLinks(encodeLinks(links));
        expect(decoded.ok && encodeLinks(decoded.value)).toBe(encodeLinks(links));
      }),
    );
  });

  test.each([undefined, ''])('that is %j is no links', (text) => {
    expect(decodeLinks(text)).toEqual({ ok: true, value: new Map() });
  });

  test.each(['{', 'null?', '[1', 'TEST-1'])('%j is not JSON', (text) => {
    expect(decodeLinks(text)).toEqual({ ok: false, problem: { reason: 'not_json' } });
  });

  test('of a newer version is known as such', () => {
    expect(decodeLinks('{"v":2,"everything":"else"}')).toEqual({
      ok: false,
      problem: { reason: 'newer_version', version: 2 },
    });
  });

  test.each([
    'null',
    '[]',
    '1',
    '{}',
    '{"v":0,"links":[]}',
    '{"v":"1","links":[]}',
    '{"v":1}',
    '{"v":1,"links":{}}',
    '{"v":1,"links":[null]}',
    '{"v":1,"links":[["TEST-1"]]}',
    '{"v":1,"links":["TEST-1"]}',
    '{"v":1,"links":["test-1 +1 youtrack jane"]}',
    '{"v":1,"links":["TEst-1 +1 youtrack jane"]}',
    '{"v":1,"links":["жTEST-1 +1 youtrack jane"]}',
    '{"v":1,"links":["жTEST-1 -1 tracker bot"]}',
    '{"v":1,"links":["TEST-0 +1 youtrack jane"]}',
    '{"v":1,"links":["TEST-1 +1 youtrack jane more"]}',
    '{"v":1,"links":["TEST-1 +1.5 youtrack jane"]}',
    '{"v":1,"links":["TEST-1 +-1 youtrack jane"]}',
    '{"v":1,"links":["TEST-1 +9000000000000000 youtrack jane"]}',
    '{"v":1,"links":["TEST-1 -9000000000000000 tracker bot"]}',
    '{"v":1,"links":["TEST-1 +1 youtrack jane -9000000000000000 tracker bot"]}',
    '{"v":1,"links":["TEST-1 +9000000000000000 youtrack jane -1 tracker bot"]}',
    '{"v":1,"links":["TEST-1 +1 youtrack"]}',
    '{"v":1,"links":["TEST-1 +1 fax jane"]}',
    '{"v":1,"links":["TEST-1 -1 tracker bot +2 youtrack jane"]}',
    '{"v":1,"links":["TEST-1 +1 youtrack jane","TEST-1 +1 youtrack jane"]}',
  ])('%j has the wrong shape', (text) => {
    expect(decodeLinks(text)).toEqual({ ok: false, problem: { reason: 'wrong_shape' } });
  });

  test.each([
    { entry: 'TEST-1 +1 youtrack вася', members: ['added'] },
    { entry: 'TEST-1 -1 tracker вася', members: ['removed'] },
    { entry: 'TEST-1 +1 youtrack a%20b -2 tracker ', members: ['added', 'removed'] },
  ])('has no stamp where none is said: $entry', ({ entry, members }) => {
    const read = decodeLinks(JSON.stringify({ v: 1, links: [entry] }));
    expect(read.ok && Object.keys(read.value.get('TEST-1') ?? {})).toEqual(members);
  });

  test('that is anything at all is read or refused, never thrown at', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((json) => `{"v":1,"links":[${json}]}`),
    );
    fc.assert(fc.property(texts, (text) => typeof decodeLinks(text).ok === 'boolean'));
  });

  test('of everything that operations can make is read again', () => {
    fc.assert(
      fc.property(fc.array(operations, { minLength: 1, maxLength: 20 }), (made) => {
        const links = new Map<string, LinkRecord>();
        for (const { change, issueKey, ...author } of made) {
          const { record, isEffective } = change(links, issueKey, author);
          if (isEffective) links.set(issueKey, record);
        }
        expect(decodeLinks(encodeLinks(links))).toEqual({ ok: true, value: links });
      }),
    );
  });

  test('is read again after operations on a link whose stamp is the last instant there is', () => {
    const at = 8_640_000_000_000_000;
    let links: LinkSet = new Map([['TEST-1', { added: { ...stamp, at } }]]);
    for (const change of [removeLink, addLink, removeLink, addLink]) {
      links = new Map([
        ['TEST-1', change(links, 'TEST-1', { now: stamp.at, login: 'jane', via: 'tracker' }).record],
      ]);
      expect(decodeLinks(encodeLinks(links))).toEqual({ ok: true, value: links });
    }
    expect(liveStamp(links.get('TEST-1'))).toEqual({ at: at + 4, by: 'jane', via: 'tracker' });
  });

  test('is taken for an entry exactly where the pattern of entries says so', () => {
    const pattern =
      /^[A-Z][A-Z0-9]*-[1-9]\d*(?: \+\d{1,16} (?:tracker|youtrack) [^ ]*)?(?: -\d{1,16} (?:tracker|youtrack) [^ ]*)?$/;
    const keys = [
      'TEST-1',
      'T1-20',
      'TEST-01',
      'TEST-0',
      'TEST-1.5',
      'TEST-1e+21',
      'TEST-1e5',
      'test-1',
      'TEst-1',
      '1T-1',
      'TEST',
      'TEST--1',
      'A-9007199254740993',
    ];
    const times = [
      '+1',
      '+0',
      '-1',
      '+01',
      '+1.5',
      '+1e5',
      '+',
      '1',
      '+-0',
      '+1767225600000',
      '+9999999999999999',
      '+Infinity',
      '+ 1',
    ];
    const vias = ['youtrack', 'tracker', 'other', ''];
    const logins = ['jane', 'жанна', '', 'a%20b', 'a%b', 'a\nb', 'a b'];
    for (const key of keys)
      for (const time of times)
        for (const via of vias)
          for (const login of logins) {
            const entry = `${key} ${time} ${via} ${login}`;
            const isLate = time === '+9999999999999999';
            const { ok } = decodeLinks(JSON.stringify({ v: 1, links: [entry] }));
            expect({ entry, ok }).toEqual({ entry, ok: pattern.test(entry) && !isLate });
          }
  });

  test('of a link is written as it was read, also under another key', () => {
    const text = '{"v":1,"links":["TEST-1 +1767225600000 youtrack jane"]}';
    const read = decodeLinks(text);
    const record = read.ok ? read.value.get('TEST-1') : undefined;
    expect(read.ok && encodeLinks(read.value)).toBe(text);
    expect(record && encodeLinks(new Map([['SHOP-7', record]]))).toBe(text.replace('TEST-1', 'SHOP-7'));
  });
});

describe('the engine’s patterns, which cost YouTrack three times as much as all the rest,', () => {
  const usual = ['TEST-1 +1767225600000 youtrack jane', 'TEST-7 +8640001000000000 tracker вася'];
  const textOf = (entries: readonly string[]) => JSON.stringify({ v: 1, links: entries });

  test.each([
    { what: 'links of one queue', entries: usual, most: 1 },
    { what: 'links of two queues', entries: ['OPS-3 +1 youtrack jane', ...usual], most: 2 },
    { what: 'a removal', entries: ['TEST-1 -5 tracker вася'], most: 1 },
    { what: 'a link that was removed', entries: ['TEST-1 +1 tracker bot -5 youtrack вася'], most: 1 },
    { what: 'no links', entries: [], most: 0 },
  ])('are asked no more than $most times to read $what', ({ entries, most }) => {
    const asked = countPatterns(() => decodeLinks(textOf(entries)));
    expect(asked).toMatchObject({ count: most, result: { ok: true } });
  });

  test('are not asked to write logins without blanks', () => {
    const read = decodeLinks(textOf(usual));
    const asked = countPatterns(() => read.ok && encodeLinks(read.value));
    expect(asked).toEqual({ count: 0, result: textOf(usual) });
  });
});

/** How often an action has a regular expression matched; replacing is counted too. */
function countPatterns<T>(act: () => T): { readonly count: number; readonly result: T } {
  const { exec } = RegExp.prototype;
  let count = 0;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    count += 1;
    return exec.call(this, text);
  };
  try {
    return { result: act(), count };
  } finally {
    RegExp.prototype.exec = exec;
  }
}

describe('at the limits', () => {
  test.each(['+', '-'])('the latest stamp there can be is read, one later is not: %s', (sign) => {
    const read = (at: number) => decodeLinks(`{"v":1,"links":["TEST-1 ${sign}${at} tracker вася"]}`);
    expect(read(latestStamp)).toMatchObject({ ok: true });
    expect(read(latestStamp + 1)).toEqual({ ok: false, problem: { reason: 'wrong_shape' } });
  });

  const longest = `${'A'.repeat(98)}-1`;
  const stamps = [
    '+1 youtrack jane',
    '-1 tracker bot',
    '+1 youtrack jane%20roe',
    '+1 youtrack jane -2 tracker bot',
  ];

  test.each(stamps)('a key of a hundred characters is read, one of more is not: %s', (stamp) => {
    const read = (key: string) => decodeLinks(JSON.stringify({ v: 1, links: [`${key} ${stamp}`] }));
    expect(read(longest)).toMatchObject({ ok: true, value: new Map([[longest, expect.anything()]]) });
    expect(read(`A${longest}`)).toEqual({ ok: false, problem: { reason: 'wrong_shape' } });
  });
});
