import type { Change } from '../context/execution.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { idsIn } from '../world/values.ts';

const wholes: Readonly<Record<string, string>> = {
  Issue: '',
  Article: '',
  IssueComment: 'issue',
  IssueAttachment: 'issue',
  IssueWorkItem: 'issue',
  ArticleComment: 'article',
  ArticleAttachment: 'article',
};

/** What is not a change of the issue or article itself: bookkeeping, and values that belong to apps. */
const silent = new Set(['updated', 'updatedBy', 'watchers', 'voters']);

/**
 * Gives changed issues and articles their `updated` time and `updatedBy`. Extension properties do not count: they are an
 * app's data, not the issue's (not documented; a choice).
 */
export function stampChanges({ tx, user, sandbox, keepsUpdated }: Change): void {
  const now = sandbox.clock.now();
  const changed = new Set<Id>();
  for (const id of [...tx.touched()]) {
    const type = tx.typeOf(id);
    const property = type === undefined ? undefined : wholes[type];
    if (property === undefined || !hasOwnChange(tx, id)) continue;
    const whole = property === '' ? id : idsIn(tx.get(id, property))[0];
    if (whole !== undefined) changed.add(whole);
    if (property !== '' && !tx.isNew(id)) tx.set(id, 'updated', now);
  }
  if (keepsUpdated) return;
  for (const id of changed) stamp(tx, id, { now, user });
}

function stamp(tx: Transaction, id: Id, { now, user }: { now: number; user: Id }): void {
  tx.set(id, 'updated', now);
  tx.set(id, 'updatedBy', { ref: user });
}

function hasOwnChange(tx: Transaction, id: Id): boolean {
  return tx.isNew(id) || tx.written(id).some((name) => !silent.has(name) && !name.startsWith('ext:'));
}
