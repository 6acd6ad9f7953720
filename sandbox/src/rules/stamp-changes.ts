import type { Change } from '../ports/execution.ts';
import type { Id } from '../world/transaction.ts';
import { changedWholes, hasChange } from './changed-wholes.ts';

const parts: ReadonlySet<string | undefined> = new Set([
  'IssueComment',
  'IssueAttachment',
  'IssueWorkItem',
  'ArticleComment',
  'ArticleAttachment',
]);

/**
 * Gives changed issues and articles their `updated` time and `updatedBy`, and changed parts of them their `updated`. Rules see
 * the stamps of the change that sets them off: published apps hand them on to other services [seen].
 * @param stamped what this change has stamped before: one change has one time
 */
export function stampChanges({ tx, user, sandbox, keepsUpdated }: Change, stamped: Set<Id>): void {
  const now = sandbox.clock.now();
  const wholes = (['Issue', 'Article'] as const).flatMap((type) => [...changedWholes(tx, type).changed]);
  const changedParts = [...tx.touched()].filter(
    (id) => parts.has(tx.typeOf(id)) && !tx.isNew(id) && hasChange(tx, id),
  );
  for (const id of keepsUpdated ? changedParts : [...changedParts, ...wholes]) {
    if (stamped.has(id)) continue;
    stamped.add(id);
    tx.set(id, 'updated', now);
    if (!parts.has(tx.typeOf(id))) tx.set(id, 'updatedBy', { ref: user });
  }
}
