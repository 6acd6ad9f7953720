import { compareKeys, compareText } from '../links/link-set.ts';
import type { FoundLink } from './collect-all-links.ts';
import type { LinkOrder, LinkSort } from './parse-all-links-query.ts';

type Compare = (one: FoundLink, other: FoundLink) => number;

const orders: Readonly<Record<LinkOrder, Compare>> = {
  addedAt: (one, other) => one.link.added.at - other.link.added.at,
  key: (one, other) => compareKeys(one.entity.key, other.entity.key),
  issueKey: (one, other) => compareKeys(one.link.issueKey, other.link.issueKey),
  addedBy: (one, other) => compareText(one.link.added.by.toLowerCase(), other.link.added.by.toLowerCase()),
};

/** The links in an order that leaves nothing to chance: what is equal goes by key, Tracker key and kind. */
export function sortLinks(links: readonly FoundLink[], sort: LinkSort): FoundLink[] {
  const { compare, direction } = toOrder(sort);
  return [...links].sort(
    (one, other) =>
      direction * compare(one, other) ||
      orders.key(one, other) ||
      orders.issueKey(one, other) ||
      compareText(one.entity.kind, other.entity.kind),
  );
}

function toOrder(sort: LinkSort): { compare: Compare; direction: 1 | -1 } {
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
