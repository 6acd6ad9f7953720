import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeLinks } from '../../src/links/decode-links.ts';
import { encodeLinks } from '../../src/links/encode-links.ts';
import type { LinkRecord, LinkSet } from '../../src/links/link-set.ts';
import { pruneLinkSet } from '../../src/links/prune-link-set.ts';
import { storageLimits } from '../../src/links/storage-limits.ts';
import { linkSets } from './arbitraries.ts';

const stamp = { at: 1_767_225_600_000, by: 'вася', via: 'youtrack' } as const;

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
    '{"v":1,"links":["TEST-0 +1 youtrack jane"]}',
    '{"v":1,"links":["TEST-1 +1 youtrack jane more"]}',
    '{"v":1,"links":["TEST-1 +1.5 youtrack jane"]}',
    '{"v":1,"links":["TEST-1 +-1 youtrack jane"]}',
    '{"v":1,"links":["TEST-1 +9000000000000000 youtrack jane"]}',
    '{"v":1,"links":["TEST-1 +1 youtrack"]}',
    '{"v":1,"links":["TEST-1 +1 fax jane"]}',
    '{"v":1,"links":["TEST-1 -1 tracker bot +2 youtrack jane"]}',
    '{"v":1,"links":["TEST-1 +1 youtrack jane","TEST-1 +1 youtrack jane"]}',
  ])('%j has the wrong shape', (text) => {
    expect(decodeLinks(text)).toEqual({ ok: false, problem: { reason: 'wrong_shape' } });
  });

  test('that is anything at all is read or refused, never thrown at', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((json) => `{"v":1,"links":[${json}]}`),
    );
    fc.assert(fc.property(texts, (text) => typeof decodeLinks(text).ok === 'boolean'));
  });

  test('fits into a string property at its very largest', () => {
    const widest = {
      at: 8_640_000_000_000_000,
      by: '€'.repeat(storageLimits.loginCharacters),
      via: 'youtrack',
    } as const;
    const links = new Map<string, LinkRecord>();
    const keyOf = (number: number) => `${'Q'.repeat(95)}-${1000 + number}`;
    for (let number = 0; number < storageLimits.liveLinks; number += 1) {
      links.set(keyOf(number), { added: widest, removed: { ...widest, at: widest.at - 1 } });
    }
    for (let number = 0; number < storageLimits.tombstones + 500; number += 1) {
      links.set(keyOf(5000 - number), { added: widest, removed: widest });
    }
    const text = encodeLinks(pruneLinkSet(links, widest.at));
    expect(Buffer.byteLength(text)).toBeGreaterThan(3_000_000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_194_304);
  });
});
