import { compareKeys, compareText } from '../links/link-set.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import type { FoundLink } from './read-all-links.ts';

/** What links can be sorted by. */
type LinkOrder = 'addedAt' | 'key' | 'issueKey' | 'addedBy';

/** `-` in front turns the order round. */
export type LinkSort = LinkOrder | `-${LinkOrder}`;

export const linkSorts = [
  'addedAt',
  '-addedAt',
  'key',
  '-key',
  'issueKey',
  '-issueKey',
  'addedBy',
  '-addedBy',
] as const satisfies readonly LinkSort[];

/** All that an order looks at. It outlives its link: a list can go on behind a link that has been removed meanwhile. */
export interface LinkPosition {
  /** Epoch milliseconds. */
  readonly addedAt: number;
  readonly addedBy: string;
  readonly kind: EntityKind;
  readonly key: string;
  readonly issueKey: string;
}

export type ComparePositions = (one: LinkPosition, other: LinkPosition) => number;

const orders: Readonly<Record<LinkOrder, ComparePositions>> = {
  addedAt: (one, other) => one.addedAt - other.addedAt,
  key: (one, other) => compareKeys(one.key, other.key),
  issueKey: (one, other) => compareKeys(one.issueKey, other.issueKey),
  addedBy: (one, other) => compareText(one.addedBy.toLowerCase(), other.addedBy.toLowerCase()),
};

export function toPosition({ entity, link }: FoundLink): LinkPosition {
  const { at, by } = link.added;
  return { addedAt: at, addedBy: by, kind: entity.kind, key: entity.key, issueKey: link.issueKey };
}

/** An order that leaves nothing to chance: what is equal goes by key, Tracker key and kind, so no two links are. */
export function compareBy(sort: LinkSort): ComparePositions {
  const { compare, direction } = toOrder(sort);
  return (one, other) =>
    direction * compare(one, other) ||
    orders.key(one, other) ||
    orders.issueKey(one, other) ||
    compareText(one.kind, other.kind);
}

function toOrder(sort: LinkSort): { compare: ComparePositions; direction: 1 | -1 } {
  switch (sort) {
    case '-addedAt':
      return { compare: orders.addedAt, direction: -1 };
    case '-key':
      return { compare: orders.key, direction: -1 };
    case '-issueKey':
      return { compare: orders.issueKey, direction: -1 };
    case '-addedBy':
      return { compare: orders.addedBy, direction: -1 };
    default:
      return { compare: orders[sort], direction: 1 };
  }
}
