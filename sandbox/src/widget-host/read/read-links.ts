import { canSee } from '../../world/access.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import type { Viewer } from '../viewer.ts';
import type { ItemView, LinkView } from '../views.ts';
import { targetOf, textOf } from './properties.ts';

/** The issues linked to one, by the role of the link, as far as the viewer may see them. */
export function readLinks(tx: Transaction, viewer: Viewer, issue: Id): readonly LinkView[] {
  const roles = new Map<string, ItemView[]>();
  for (const end of [
    { own: 'source', other: 'target', role: 'outward' },
    { own: 'target', other: 'source', role: 'inward' },
  ]) {
    for (const link of tx.find('IssueLink', end.own, { ref: issue })) {
      const prototype = targetOf(tx, link, 'prototype');
      const other = targetOf(tx, link, end.other);
      if (prototype === undefined || other === undefined || !canSee(tx, viewer.id, other)) continue;
      const role = textOf(tx, prototype, end.role);
      roles.set(role, [...(roles.get(role) ?? []), readItem(tx, other)]);
    }
  }
  return [...roles].map(([role, issues]) => ({ role, issues }));
}

/** An issue or article as a line of a list. */
export function readItem(tx: Transaction, id: Id): ItemView {
  return {
    key: textOf(tx, id, 'id'),
    summary: textOf(tx, id, 'summary'),
    isResolved: tx.get(id, 'resolved') !== null,
  };
}
