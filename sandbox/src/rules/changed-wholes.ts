import { typeOf } from '../context/script-values.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { idsIn, sameValue } from '../world/values.ts';

/** What belongs to an issue or article: the property that says to which. */
const backReferences: Readonly<Record<string, readonly string[]>> = {
  IssueComment: ['issue'],
  IssueAttachment: ['issue'],
  IssueWorkItem: ['issue'],
  IssueLink: ['source', 'target'],
  ArticleComment: ['article'],
  ArticleAttachment: ['article'],
};

/** Written by the platform itself, or somebody's own bookmark: no change that rules see. */
const silent = new Set(['updated', 'updatedBy', 'watchers']);

export interface ChangedWholes {
  readonly changed: ReadonlySet<Id>;
  readonly removed: ReadonlySet<Id>;
}

/** The issues or articles a transaction has changed, in themselves or in what belongs to them, and those it removed. */
export function changedWholes(tx: Transaction, type: 'Issue' | 'Article'): ChangedWholes {
  const changed = new Set<Id>();
  const removed = new Set<Id>();
  for (const id of tx.touched()) {
    const ownType = typeOf(tx, id);
    if (ownType === type) {
      if (tx.isRemoved(id)) {
        if (!tx.isNew(id)) removed.add(id);
      } else if (hasChange(tx, id)) changed.add(id);
    }
    if (!tx.isRemoved(id) && !hasChange(tx, id)) continue;
    for (const whole of wholesOf(tx, id, ownType)) if (tx.typeOf(whole) === type) changed.add(whole);
  }
  return { changed, removed };
}

/** Extension properties are data of apps: writing them is no change of the entity (not documented; a choice). */
export function hasChange(tx: Transaction, id: Id): boolean {
  return tx.isNew(id) || tx.written(id).some((name) => isSeenByRules(name) && isOther(tx, id, name));
}

function isSeenByRules(property: string): boolean {
  return !silent.has(property) && !property.startsWith('ext:');
}

/** The same value written again is no change. */
function isOther(tx: Transaction, id: Id, property: string): boolean {
  return !sameValue(tx.get(id, property), tx.original(id, property));
}

function wholesOf(tx: Transaction, id: Id, type: string | undefined): Id[] {
  const properties = backReferences[type ?? ''] ?? [];
  return properties.flatMap((property) =>
    idsIn(tx.isRemoved(id) ? tx.original(id, property) : tx.get(id, property)),
  );
}
