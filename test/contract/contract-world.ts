import { readFileSync } from 'node:fs';
import { encodeLinks } from '../../src/links/link-codec.ts';
import type { LinkRecord } from '../../src/links/link-set.ts';

/** The issue that has one link fewer than an entity can have: FULL-1 to FULL-999. */
const nearlyFull = 'BUSY-30';

/** A world file, as far as tests change it. */
export interface ContractWorld {
  readonly permissions: readonly unknown[];
  readonly apps: { readonly 'tracker-links': Readonly<Record<string, unknown>> };
}

/** The world all cases are about, with other settings of the app if given: `world.json`, and the links of `nearlyFull`, which would fill a file of their own. */
export function readContractWorld(settings?: Readonly<Record<string, unknown>>): ContractWorld {
  const world = JSON.parse(readFileSync('test/contract/world.json', 'utf8'));
  const stored = { trackerLinks: encodeLinks(manyLinks(999)), hasTrackerLinks: true };
  world.apps['tracker-links'].extensionProperties.Issue[nearlyFull] = stored;
  if (settings !== undefined) world.apps['tracker-links'].settings = settings;
  return world;
}

function manyLinks(count: number): ReadonlyMap<string, LinkRecord> {
  const added = { at: 1767225600000, by: 'jane', via: 'youtrack' } as const;
  return new Map(Array.from({ length: count }, (_, index) => [`FULL-${index + 1}`, { added }]));
}
