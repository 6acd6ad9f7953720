import type { Change } from '../ports/execution.ts';
import { changedWholes, hasChange } from '../rules/changed-wholes.ts';

const parts: ReadonlySet<string | undefined> = new Set([
  'IssueComment',
  'IssueAttachment',
  'IssueWorkItem',
  'ArticleComment',
  'ArticleAttachment',
]);

/** Gives changed issues and articles their `updated` time and `updatedBy`, and changed parts of them their `updated`. */
export function stampChanges({ tx, user, sandbox, keepsUpdated }: Change): void {
  const now = sandbox.clock.now();
  const wholes = (['Issue', 'Article'] as const).flatMap((type) => [...changedWholes(tx, type).changed]);
  for (const id of [...tx.touched()]) {
    if (parts.has(tx.typeOf(id)) && !tx.isNew(id) && hasChange(tx, id)) tx.set(id, 'updated', now);
  }
  if (keepsUpdated) return;
  for (const id of wholes) {
    tx.set(id, 'updated', now);
    tx.set(id, 'updatedBy', { ref: user });
  }
}
