import fc from 'fast-check';
import type { LinkRecord, LinkSet, Stamp } from '../../src/links/link-set.ts';

/** Few keys, instants and people, so that they meet often. */
const issueKeys = fc.constantFrom('TEST-1', 'TEST-2', 'TEST-10', 'QUEUE2-1');
const instants = fc.integer({ min: 0, max: 6 }).map((step) => 1_767_225_600_000 + step);

export const stamps: fc.Arbitrary<Stamp> = fc.record({
  at: instants,
  by: fc.constantFrom('jane', 'вася', 'tracker-bot'),
  via: fc.constantFrom('tracker', 'youtrack'),
});

export const records: fc.Arbitrary<LinkRecord> = fc.oneof(
  fc.record({ added: stamps }),
  fc.record({ removed: stamps }),
  fc.record({ added: stamps, removed: stamps }),
);

export const linkSets: fc.Arbitrary<LinkSet> = fc
  .array(fc.tuple(issueKeys, records), { maxLength: 6 })
  .map((entries) => new Map(entries));
