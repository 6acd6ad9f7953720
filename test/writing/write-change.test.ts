import { describe, expect, test } from '@jest/globals';
import type { LinkSet } from '../../src/links/link-set.ts';
import { storageLimits } from '../../src/links/storage-limits.ts';
import type { Entity } from '../../src/ports/youtrack.ts';
import { prepareWrites, type TargetChange } from '../../src/writing/write-change.ts';
import { fakeEntity } from '../support/fake-host.ts';
import { type ChangeOptions, changeOf, start, storedLinks } from './support/mirrored.ts';

const added = 'TEST-1 +1767225600000 youtrack вася';
const removed = 'TEST-1 -1767225600000 youtrack вася';

function targetOf(change: ChangeOptions, links: LinkSet = new Map()): TargetChange {
  return { entity: fakeEntity({ key: 'DEMO-1' }), links, change: changeOf(change) };
}

/** Links that, stored together with the one to TEST-1, take exactly so many bytes. */
function linksTaking(bytes: number, entry: string): LinkSet {
  const filler = (by: string): LinkSet => new Map([['FULL-1', { added: { at: 1, by, via: 'youtrack' } }]]);
  const taken = Buffer.byteLength(storedLinks('FULL-1 +1 youtrack ', entry));
  return filler('x'.repeat(bytes - taken));
}

describe('a change that is made ready', () => {
  test.each([
    ['live', storedLinks(added), true],
    ['gone', storedLinks(removed), false],
  ] as const)('to be %s says whether any link is left, and writes nothing', (wish, text, hasLinks) => {
    const target = targetOf({ wish });
    expect(prepareWrites([target], start)).toEqual({
      ok: true,
      value: [{ entity: target.entity, text, hasLinks }],
    });
    expect(target.entity).toMatchObject({ writes: 0 });
  });

  test('of an object that another one of the same request has changed says all of it', () => {
    const first = targetOf({});
    const second = { ...targetOf({ issueKey: 'TEST-2' }), entity: first.entity };
    const built = { ...second, links: new Map([['TEST-1', first.change.record]]) };
    const writes = prepareWrites([first, built], start);
    const text = storedLinks(added, added.replace('TEST-1', 'TEST-2'));
    expect(writes).toEqual({ ok: true, value: [{ entity: first.entity, text, hasLinks: true }] });
  });

  test('forgets removals of a month ago, and none that is younger', () => {
    const monthAgo = start - 30 * 24 * 3_600_000;
    const links: LinkSet = new Map([
      ['OLD-1', { removed: { at: monthAgo, by: 'вася', via: 'youtrack' } }],
      ['OLD-2', { removed: { at: monthAgo + 1, by: 'вася', via: 'youtrack' } }],
    ]);
    expect(prepareWrites([targetOf({}, links)], start)).toMatchObject({
      value: [{ text: storedLinks(`OLD-2 -${monthAgo + 1} youtrack вася`, added) }],
    });
  });

  test.each([
    ['live', storageLimits.bytesForAdding, added],
    ['gone', storageLimits.storedBytes, removed],
  ] as const)('to be %s has room for %d bytes, and none for one more', (wish, mostBytes, entry) => {
    const fitting = prepareWrites([targetOf({ wish }, linksTaking(mostBytes, entry))], start);
    expect(fitting.ok && fitting.value.map(({ text }) => Buffer.byteLength(text))).toEqual([mostBytes]);
    const full = targetOf({ wish }, linksTaking(mostBytes + 1, entry));
    expect(refusedOf(prepareWrites([full], start))).toEqual([full.entity]);
  });

  test('is refused with all others for which there is no room, and none is made ready', () => {
    const full = (): TargetChange => targetOf({}, linksTaking(storageLimits.bytesForAdding + 1, added));
    const [one, other] = [full(), full()];
    const refused = refusedOf(prepareWrites([one, targetOf({}), other], start));
    expect(refused.map((entity) => [one.entity, other.entity].indexOf(entity))).toEqual([0, 1]);
  });
});

/** The objects for which there was no room: what would have been stored is too long to be printed. */
function refusedOf(writes: ReturnType<typeof prepareWrites<TargetChange>>): readonly Entity[] {
  return writes.ok ? [] : writes.problem.map(({ entity }) => entity);
}
