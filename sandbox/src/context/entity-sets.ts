import type { EntityRef } from '../api/wire.ts';
import { boardsOf } from '../world/boards.ts';
import { fieldsOf, valuesOf } from '../world/custom-fields.ts';
import type { Property } from '../world/entity-types/entity-type.ts';
import { propertiesOf } from '../world/entity-types.ts';
import { groupsOf, membersOfGroup } from '../world/holdings.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { assignableUsers } from '../world/users.ts';
import { idsIn } from '../world/values.ts';
import { typeOf } from './script-values.ts';

/** Sets that have to be worked out, by type and property. */
const computed: Readonly<Record<string, (tx: Transaction, owner: Id) => Id[]>> = {
  'Issue.boards': (tx, owner) => boardsOf(tx, owner),
  'Issue.editedComments': (tx, owner) => edited(tx, owner, ['IssueComment', 'issue']),
  'Issue.editedWorkItems': (tx, owner) => edited(tx, owner, ['IssueWorkItem', 'issue']),
  'Issue.pinnedComments': (tx, owner) => pinned(tx, owner, ['IssueComment', 'issue']),
  'Article.editedComments': (tx, owner) => edited(tx, owner, ['ArticleComment', 'article']),
  'Article.pinnedComments': (tx, owner) => pinned(tx, owner, ['ArticleComment', 'article']),
  'Project.issues': (tx, owner) =>
    tx.find('Issue', 'project', { ref: owner }).filter((issue) => tx.get(issue, 'isDraft') !== true),
  'Project.articles': (tx, owner) =>
    tx.find('Article', 'project', { ref: owner }).filter((article) => tx.get(article, 'isDraft') !== true),
  'Project.fields': fieldsOf,
  'BundleProjectCustomField.values': valuesOf,
  'UserProjectCustomField.values': (tx, owner) => assignableUsers(tx, idsIn(tx.get(owner, 'project'))[0]),
  'GroupProjectCustomField.values': (tx) => [...tx.all('UserGroup')],
  'User.groups': (tx, owner) => [...groupsOf(tx, owner)].filter((group) => tx.typeOf(group) === 'UserGroup'),
  'User.teams': (tx, owner) => tx.find('ProjectTeam', 'users', { ref: owner }),
  'UserGroup.users': membersOfGroup,
  'ProjectTeam.users': membersOfGroup,
};

/** The elements of an entity's set property. */
export function readSet(tx: Transaction, { type, id }: EntityRef, property: string): Id[] {
  const compute = findComputedSet(type, property);
  if (compute !== undefined) return compute(tx, id);
  const inverse = inverseOf(type, property);
  return inverse === undefined
    ? idsIn(tx.get(id, property))
    : tx.find(inverse.type, inverse.property, { ref: id });
}

/** What this transaction has added to a set, or removed from it. */
export function readSetChange(
  tx: Transaction,
  { type, id }: EntityRef,
  { property, side }: { property: string; side: 'added' | 'removed' },
): Id[] {
  const inverse = inverseOf(type, property);
  if (inverse !== undefined) return differenceOfInverse(tx, { owner: id, inverse, side });
  if (type === 'Issue' && property === 'boards') return boardChange(tx, id, side);
  return findComputedSet(type, property) === undefined ? differenceOfLists(tx, { id, property, side }) : [];
}

function boardChange(tx: Transaction, issue: Id, side: 'added' | 'removed'): Id[] {
  const [from, to] = side === 'added' ? (['before', 'now'] as const) : (['now', 'before'] as const);
  const known = boardsOf(tx, issue, from);
  return boardsOf(tx, issue, to).filter((board) => !known.includes(board));
}

export interface InverseEnd {
  readonly type: string;
  readonly property: string;
}

/** The other end of a set that is not stored (`childArticles` → `Article.parentArticle`). */
export function inverseOf(type: string, property: string): InverseEnd | undefined {
  const definition = scriptPropertyOf(type, property);
  if (definition?.inverse === undefined || definition.type === undefined) return undefined;
  return { type: definition.type, property: definition.inverse };
}

/** How the world describes a property scripts know of. */
export function scriptPropertyOf(type: string, property: string): Property | undefined {
  const properties = known.get(type) ?? propertiesOf(type);
  known.set(type, properties);
  return Object.hasOwn(properties, property) ? properties[property] : undefined;
}

const known = new Map<string, Readonly<Record<string, Property>>>();

function findComputedSet(type: string, property: string): ((tx: Transaction, owner: Id) => Id[]) | undefined {
  const key = `${type}.${property}`;
  return Object.hasOwn(computed, key) ? computed[key] : undefined;
}

function pinned(tx: Transaction, owner: Id, [type, property]: readonly [string, string]): Id[] {
  return tx.find(type, property, { ref: owner }).filter((id) => tx.get(id, 'isPinned') === true);
}

/** Changed in this transaction, but neither added nor removed (JetBrains' reference, `editedComments`). */
function edited(tx: Transaction, owner: Id, [type, property]: readonly [string, string]): Id[] {
  const touched = new Set(tx.touched());
  return tx.find(type, property, { ref: owner }).filter((id) => touched.has(id) && !tx.isNew(id));
}

function differenceOfLists(
  tx: Transaction,
  { id, property, side }: { id: Id; property: string; side: 'added' | 'removed' },
): Id[] {
  const now = idsIn(tx.get(id, property));
  const before = idsIn(tx.original(id, property));
  return side === 'added'
    ? now.filter((one) => !before.includes(one))
    : before.filter((one) => !now.includes(one));
}

function differenceOfInverse(
  tx: Transaction,
  { owner, inverse: { type, property }, side }: { owner: Id; inverse: InverseEnd; side: 'added' | 'removed' },
): Id[] {
  const found: Id[] = [];
  for (const id of tx.touched()) {
    const isGone = tx.isRemoved(id);
    if (typeOf(tx, id) !== type) continue;
    const is = !isGone && idsIn(tx.get(id, property))[0] === owner;
    const was = !tx.isNew(id) && idsIn(tx.original(id, property))[0] === owner;
    if (side === 'added' ? is && !was : was && !is) found.push(id);
  }
  return found;
}
