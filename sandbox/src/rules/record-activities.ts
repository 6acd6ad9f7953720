import { isDraft } from '../context/computed-properties.ts';
import { presentEntity } from '../context/present-entity.ts';
import { typeOf } from '../context/script-values.ts';
import type { Change } from '../ports/execution.ts';
import { linkEnds } from '../world/issue-links.ts';
import type { Id, Ref, Transaction, Value } from '../world/transaction.ts';
import { idsIn, isRef, membersOf } from '../world/values.ts';

/** The members whose changes are history, and what REST calls them ("Activities" of JetBrains' REST reference). */
const categories: Readonly<Record<'Issue' | 'Article', Readonly<Record<string, string>>>> = {
  Issue: {
    summary: 'SummaryCategory',
    description: 'DescriptionCategory',
    project: 'ProjectCategory',
    resolved: 'IssueResolvedCategory',
    tags: 'TagsCategory',
    sprints: 'SprintCategory',
    voters: 'VotersCategory',
    permittedGroups: 'IssueVisibilityCategory',
    permittedUsers: 'IssueVisibilityCategory',
  },
  Article: {
    summary: 'ArticleSummaryCategory',
    content: 'ArticleDescriptionCategory',
    project: 'ArticleProjectCategory',
    parentArticle: 'ParentArticleCategory',
    tags: 'ArticleTagsCategory',
    permittedGroups: 'ArticleVisibilityCategory',
    permittedUsers: 'ArticleVisibilityCategory',
  },
};

interface Activity {
  readonly target: Id;
  readonly category: string;
  readonly member: string;
  readonly added: readonly Value[];
  readonly removed: readonly Value[];
}

/**
 * Writes down what a transaction has done to issues and articles that were there before, rules' doings included. What follows from
 * the entities themselves (made, commented on, attached to, worked on) is not stored, see the REST room.
 */
export function recordActivities({ tx, user, sandbox }: Change): void {
  const author = { ref: user };
  const timestamp = sandbox.clock.now();
  for (const { target, category, member, added, removed } of findActivities(tx)) {
    if (added.length + removed.length === 0) continue;
    tx.create('ActivityItem', {
      target: { ref: target },
      author,
      timestamp,
      category,
      member,
      added: describeAll(tx, added),
      removed: describeAll(tx, removed),
    });
  }
}

function findActivities(tx: Transaction): Activity[] {
  return [...tx.touched()].flatMap((id) => {
    const type = typeOf(tx, id);
    if (type === 'IssueLink') return linkActivities(tx, id);
    if ((type !== 'Issue' && type !== 'Article') || tx.isNew(id) || tx.isRemoved(id) || isDraft(tx, id))
      return [];
    return tx.written(id).flatMap((property) => {
      const category = property.startsWith('field:') ? 'CustomFieldCategory' : categories[type][property];
      return category === undefined ? [] : [memberActivity(tx, { id, property, category })];
    });
  });
}

function memberActivity(
  tx: Transaction,
  { id, property, category }: { readonly id: Id; readonly property: string; readonly category: string },
): Activity {
  const before = membersOf(tx.original(id, property));
  const now = membersOf(tx.get(id, property));
  const member = property.replace(/^field:/, '');
  return { target: id, category, member, added: without(now, before), removed: without(before, now) };
}

/** A link is history on both of its ends, under the name it has there. */
function linkActivities(tx: Transaction, link: Id): Activity[] {
  const isGone = tx.isRemoved(link);
  if (isGone && tx.isNew(link)) return [];
  const read = (property: string) => idsIn(isGone ? tx.original(link, property) : tx.get(link, property))[0];
  const [prototype, source, target] = ['prototype', 'source', 'target'].map(read);
  if (source === undefined || target === undefined) return [];
  const names = linkEnds(tx).filter((end) => end.prototype === prototype);
  const outward = names.find(({ direction }) => direction !== 'inward')?.name ?? '';
  const inward = names.find(({ direction }) => direction !== 'outward')?.name ?? outward;
  const ends = [
    { target: source, member: outward, other: target },
    { target, member: inward, other: source },
  ];
  return ends
    .filter((end) => tx.typeOf(end.target) !== undefined && !tx.isNew(end.target))
    .map(({ target: end, member, other }) => ({
      target: end,
      category: 'LinksCategory',
      member,
      added: isGone ? [] : [{ ref: other }],
      removed: isGone ? [{ ref: other }] : [],
    }));
}

function without(values: readonly Value[], others: readonly Value[]): Value[] {
  return values.filter((value) => !others.some((other) => keyOf(other) === keyOf(value)));
}

function keyOf(value: Value): Value {
  return isRef(value) ? value.ref : value;
}

/** Entities keep their name, so that history outlives them. */
function describeAll(tx: Transaction, values: readonly Value[]): string {
  return JSON.stringify(values.map((value) => (isRef(value) ? describeRef(tx, value) : value)));
}

function describeRef(tx: Transaction, { ref }: Ref): { ref: Id; type: string; name: string } {
  const type = typeOf(tx, ref) ?? '';
  return { ref, type, name: presentEntity(tx, type, ref) };
}
