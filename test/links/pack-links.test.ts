import { describe, expect, test } from '@jest/globals';
import { addLink, removeLink } from '../../src/links/change-link.ts';
import { decodeLinks, encodeLinks } from '../../src/links/link-codec.ts';
import { countLive, type LinkRecord } from '../../src/links/link-set.ts';
import { packLinks, pruneLinkSet } from '../../src/links/pack-links.ts';
import { storageLimits } from '../../src/links/storage-limits.ts';

const now = 1_767_225_600_000;
const dayMs = 24 * 60 * 60 * 1_000;
const { storedBytes, bytesForAdding, liveLinks } = storageLimits;

/** As wide as a login gets in JSON: six bytes for every character. */
const widest = { now, login: '\u0001'.repeat(storageLimits.loginCharacters), via: 'youtrack' } as const;

function keyOf(number: number): string {
  return `${'Q'.repeat(95)}-${1_000 + number}`;
}

function widestLinks(count: number): Map<string, LinkRecord> {
  const links = new Map<string, LinkRecord>();
  for (let number = 0; number < count; number += 1) {
    const issueKey = keyOf(number);
    links.set(issueKey, addLink(links, issueKey, widest).record);
  }
  return links;
}

function tombstones(count: number, at: number): Map<string, LinkRecord> {
  const removed = { at, by: 'вася', via: 'youtrack' } as const;
  return new Map(Array.from({ length: count }, (_, number) => [`GONE-${number + 1}`, { removed }]));
}

describe('the text to be stored', () => {
  test('has room for a thousand links of the widest kind', () => {
    const packed = packLinks(widestLinks(liveLinks), now, bytesForAdding);
    expect(packed.ok && Buffer.byteLength(packed.value)).toBeGreaterThan(1_600_000);
  });

  test('has room for the removal of every link that could be added', () => {
    const links = widestLinks(liveLinks);
    const filler = tombstones(20_000, now);
    for (const [issueKey, record] of filler) links.set(issueKey, record);
    expect(packLinks(links, now, bytesForAdding).ok).toBe(true);
    for (let number = 0; number < liveLinks; number += 1) {
      const issueKey = keyOf(number);
      links.set(issueKey, removeLink(links, issueKey, widest).record);
    }
    const packed = packLinks(links, now, storedBytes);
    expect(packed.ok && Buffer.byteLength(packed.value)).toBeLessThanOrEqual(4_194_304);
    expect(packed.ok && decodeLinks(packed.value)).toMatchObject({ ok: true });
    expect(countLive(links)).toBe(0);
  });

  test('forgets removals older than a day where it would not fit, and none that is younger', () => {
    const old = tombstones(60_000, now - dayMs);
    const young = new Map([...tombstones(60_000, now - dayMs + 1)].slice(0, 20_000));
    const packed = packLinks(new Map([...old, ...young]), now, bytesForAdding);
    const decoded = decodeLinks(packed.ok ? packed.value : undefined);
    expect(decoded.ok && decoded.value).toEqual(young);
  });

  test('remembers removals for thirty days where there is room, and for a day where there is none', () => {
    const links = new Map<string, LinkRecord>([
      ['TEST-1', { added: { at: 1, by: 'вася', via: 'tracker' } }],
      ['GONE-1', { removed: { at: now, by: 'вася', via: 'tracker' } }],
      ['GONE-2', { removed: { at: now - 30 * dayMs + 1, by: 'вася', via: 'tracker' } }],
      ['GONE-3', { removed: { at: now - 30 * dayMs, by: 'вася', via: 'tracker' } }],
    ]);
    const all = Buffer.byteLength(encodeLinks(new Map([...links].slice(0, 3))));
    const keys = (mostBytes: number) => {
      const packed = packLinks(links, now, mostBytes);
      const decoded = decodeLinks(packed.ok ? packed.value : undefined);
      return decoded.ok && [...decoded.value.keys()].sort();
    };
    expect(keys(storedBytes)).toEqual(['GONE-1', 'GONE-2', 'TEST-1']);
    expect(keys(all)).toEqual(['GONE-1', 'GONE-2', 'TEST-1']);
    expect(keys(all - 1)).toEqual(['GONE-1', 'TEST-1']);
  });

  test('that does not fit even so is refused, with the bytes it would take', () => {
    const links = tombstones(3, now);
    const bytes = Buffer.byteLength(encodeLinks(links));
    expect(packLinks(links, now, bytes)).toEqual({ ok: true, value: encodeLinks(links) });
    expect(packLinks(links, now, bytes - 1)).toEqual({ ok: false, problem: { bytes } });
  });

  test('is measured in bytes, not in letters', () => {
    const removed = { at: now, by: '€'.repeat(255), via: 'youtrack' } as const;
    const links = new Map(Array.from({ length: 4_000 }, (_, number) => [`GONE-${number + 1}`, { removed }]));
    expect(packLinks(links, now, bytesForAdding)).toMatchObject({ ok: false });
  });
});

describe('pruning', () => {
  const tombstoneMs = 30 * dayMs;
  const stampAt = (at: number) => ({ at, by: 'вася', via: 'youtrack' }) as const;

  test('a removal is remembered for so long, a link for ever', () => {
    const links = new Map<string, LinkRecord>([
      ['OLD-1', { added: stampAt(0) }],
      ['OLD-2', { added: stampAt(1), removed: stampAt(0) }],
      ['GONE-1', { added: stampAt(0), removed: stampAt(now - tombstoneMs) }],
      ['GONE-2', { added: stampAt(0), removed: stampAt(now - tombstoneMs + 1) }],
      ['GONE-3', { removed: stampAt(now) }],
    ]);
    const kept = [...pruneLinkSet(links, { now, tombstoneMs }).keys()];
    expect(kept).toEqual(['OLD-1', 'OLD-2', 'GONE-2', 'GONE-3']);
  });

  test('no number of removals is too large to remember them all', () => {
    const links = new Map<string, LinkRecord>();
    for (let number = 1; number <= 5_000; number += 1)
      links.set(`GONE-${number}`, { removed: stampAt(now - number) });
    expect(pruneLinkSet(links, { now, tombstoneMs })).toBe(links);
  });
});
