import type { Id, Transaction } from './transaction.ts';
import { foldCase, idsIn } from './values.ts';

/** A link type from one of its ends: `parent for` is the outward end of Subtask, `subtask of` the inward one. */
export interface LinkEnd {
  readonly prototype: Id;
  /** The name of this end as the link type spells it. */
  readonly name: string;
  readonly direction: 'outward' | 'inward' | 'both';
}

/** Every name a link between issues can go by, link type by link type. */
export function linkEnds(tx: Transaction): LinkEnd[] {
  return [...tx.all('IssueLinkPrototype')].flatMap((prototype): LinkEnd[] => {
    const outward = String(tx.get(prototype, 'outward'));
    if (tx.get(prototype, 'directed') !== true) return [{ prototype, name: outward, direction: 'both' }];
    const inward = String(tx.get(prototype, 'inward'));
    return [
      { prototype, name: outward, direction: 'outward' },
      { prototype, name: inward, direction: 'inward' },
    ];
  });
}

/** The end of a link type with a name (`depends on`), in any letter case. */
export function findLinkEnd(tx: Transaction, name: string): LinkEnd | undefined {
  return linkEnds(tx).find((end) => foldCase(end.name) === foldCase(name));
}

/** The issues an issue is linked to under the name of a link's end, in the order the links were made. */
export function linkedIssues(tx: Transaction, issue: Id, end: LinkEnd): Id[] {
  const links = [...linksFrom(tx, issue, end)].sort(([left], [right]) => compareIds(left, right));
  return links.map(([, other]) => other);
}

interface LinkPlace {
  readonly issue: Id;
  readonly end: LinkEnd;
  readonly other: Id;
}

/** Links two issues; an issue is never linked to itself, and a link that is there is only there once. */
export function linkIssues(tx: Transaction, { issue, end, other }: LinkPlace): void {
  if (issue === other) return;
  const [source, target] = endsOf(tx, { issue, end, other });
  tx.create('IssueLink', {
    prototype: { ref: end.prototype },
    source: { ref: source },
    target: { ref: target },
  });
}

/** Where a link starts and ends. One without a direction starts where it did when it was made, or at the older issue. */
function endsOf(tx: Transaction, { issue, end, other }: LinkPlace): [source: Id, target: Id] {
  if (end.direction === 'outward') return [issue, other];
  if (end.direction === 'inward') return [other, issue];
  const [known] = [...linksFrom(tx, issue, end)].find(([, linked]) => linked === other) ?? [];
  if (known === undefined) return compareIds(issue, other) < 0 ? [issue, other] : [other, issue];
  return idsIn(tx.get(known, 'source'))[0] === issue ? [issue, other] : [other, issue];
}

/** Takes a link away; nothing happens when there is none. */
export function unlinkIssues(tx: Transaction, { issue, end, other }: LinkPlace): void {
  for (const [link, linked] of linksFrom(tx, issue, end)) if (linked === other) tx.remove(link);
}

/** Takes every link of an issue away that goes by the name of an end, others' new ones as well. */
export function unlinkAll(
  tx: Transaction,
  { issue, end: { prototype, direction } }: Omit<LinkPlace, 'other'>,
): void {
  for (const from of ['source', 'target'] as const) {
    if (direction === (from === 'source' ? 'inward' : 'outward')) continue;
    tx.empty({ type: 'IssueLink', where: { [from]: { ref: issue }, prototype: { ref: prototype } } });
  }
}

/** The link entities of an issue under the name of an end, and the issue at the other side of each. */
export function* linksFrom(
  tx: Transaction,
  issue: Id,
  { prototype, direction }: LinkEnd,
): Iterable<[link: Id, other: Id]> {
  if (direction !== 'inward') yield* oneWay(tx, { issue, prototype, from: 'source', to: 'target' });
  if (direction !== 'outward') yield* oneWay(tx, { issue, prototype, from: 'target', to: 'source' });
}

interface Way {
  readonly issue: Id;
  readonly prototype: Id;
  readonly from: 'source' | 'target';
  readonly to: 'source' | 'target';
}

function* oneWay(tx: Transaction, { issue, prototype, from, to }: Way): Iterable<[link: Id, other: Id]> {
  for (const link of tx.find('IssueLink', from, { ref: issue })) {
    const [other] = idsIn(tx.get(link, to));
    if (other !== undefined && idsIn(tx.get(link, 'prototype'))[0] === prototype) yield [link, other];
  }
}

function compareIds(left: Id, right: Id): number {
  return Number(left.split('-')[1]) - Number(right.split('-')[1]);
}
