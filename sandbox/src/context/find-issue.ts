import { findIssue } from '../world/lookup.ts';
import type { Id, Transaction } from '../world/transaction.ts';

/** `Issue.findById`: by the visible id, a former one included, not by the internal one. */
export function findIssueForScript(tx: Transaction, id: string): Id | undefined {
  const found = findIssue(tx, id);
  return found === id ? undefined : found;
}
