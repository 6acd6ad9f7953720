import { canSee } from '../../world/access.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import { targetOf } from '../entities/stored-attributes.ts';
import type { Activity, ActivityPart } from './activity.ts';

interface Eyes {
  readonly tx: Transaction;
  readonly user: Id;
}

/** What belongs to an issue or article and came at a time of its own. */
const parts: Readonly<Record<string, readonly (readonly [type: string, owner: string, category: string])[]>> =
  {
    Issue: [
      ['IssueComment', 'issue', 'CommentsCategory'],
      ['IssueAttachment', 'issue', 'AttachmentsCategory'],
      ['IssueWorkItem', 'issue', 'WorkItemCategory'],
    ],
    Article: [
      ['ArticleComment', 'article', 'ArticleCommentsCategory'],
      ['ArticleAttachment', 'article', 'ArticleAttachmentsCategory'],
    ],
  };

/**
 * What was done to an issue or article, as far as the caller may see it, the oldest first. What the world file brought along has no
 * history: of it, only what has a time of its own is told.
 */
export function findActivities(eyes: Eyes, target: Id): Activity[] {
  const { tx } = eyes;
  const type = tx.typeOf(target) ?? '';
  const derived = (parts[type] ?? []).flatMap(([part, owner, category]) =>
    tx
      .find(part, owner, { ref: target })
      .filter((id) => canSee(tx, eyes.user, id))
      .map((id) => partActivity(tx, { id, target, category })),
  );
  const stored = tx.find('ActivityItem', 'target', { ref: target }).map((id) => storedActivity(eyes, id));
  return [createdActivity(tx, target), ...derived, ...stored.filter(isSeen)].sort(
    (left, right) => left.timestamp - right.timestamp,
  );
}

function isSeen({ added, removed }: Activity): boolean {
  return added.length + removed.length > 0;
}

function createdActivity(tx: Transaction, target: Id): Activity {
  const isIssue = tx.typeOf(target) === 'Issue';
  return {
    id: `${target}.created`,
    category: isIssue ? 'IssueCreatedCategory' : 'ArticleCreatedCategory',
    target,
    author: targetOf(tx, target, isIssue ? 'reporter' : 'author'),
    timestamp: Number(tx.get(target, 'created') ?? 0),
    member: '',
    added: [partOf(tx, target)],
    removed: [],
  };
}

function partActivity(
  tx: Transaction,
  { id, target, category }: { readonly id: Id; readonly target: Id; readonly category: string },
): Activity {
  return {
    id: `${target}.${id}`,
    category,
    target,
    author: targetOf(tx, id, 'author'),
    timestamp: Number(tx.get(id, 'created') ?? 0),
    member: '',
    added: [partOf(tx, id)],
    removed: [],
  };
}

function storedActivity({ tx, user }: Eyes, id: Id): Activity {
  const target = targetOf(tx, id, 'target') ?? '';
  const read = (property: string) =>
    parseParts(tx.get(id, property)).filter(
      (part) => typeof part !== 'object' || isVisible(tx, user, part.ref),
    );
  return {
    id: `${target}.${id}`,
    category: String(tx.get(id, 'category')),
    target,
    author: targetOf(tx, id, 'author'),
    timestamp: Number(tx.get(id, 'timestamp')),
    member: String(tx.get(id, 'member')),
    added: read('added'),
    removed: read('removed'),
  };
}

/** What is gone is told of by its name; what is there only to those who may see it. */
function isVisible(tx: Transaction, user: Id, id: Id): boolean {
  return tx.typeOf(id) === undefined || canSee(tx, user, id);
}

function partOf(tx: Transaction, ref: Id): ActivityPart {
  return { ref, type: tx.typeOf(ref) ?? '', name: '' };
}

/** What `recordActivities` has written. */
function parseParts(text: unknown): ActivityPart[] {
  const parsed: unknown = JSON.parse(String(text ?? '[]'));
  return Array.isArray(parsed) ? (parsed as ActivityPart[]) : [];
}
