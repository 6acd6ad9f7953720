import { test } from '@jest/globals';
import { campaignTimeoutMs, expectInOrder } from './support/expect-in-order.ts';

// With an even seed transactions come one after another, with an odd one they overlap.
const seeds = [1, 3, 5, 7, 9, 11, 13, 15, 17, 19];

test.each(seeds)(
  'whatever happens on both sides while Tracker fails and YouTrack dies, both agree in the end (seed %i)',
  expectInOrder,
  campaignTimeoutMs,
);
