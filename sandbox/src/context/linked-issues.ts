import type { EntityRef } from '../api/wire.ts';
import type { Execution } from '../ports/execution.ts';
import {
  type LinkEnd,
  linkedIssues,
  linkIssues,
  linksFrom,
  unlinkAll,
  unlinkIssues,
} from '../world/issue-links.ts';
import type { Id } from '../world/transaction.ts';
import { idsIn } from '../world/values.ts';
import { entityArgument } from './arguments.ts';
import type { LiveSet } from './live-set.ts';

/** The issues at one end of an issue's links. */
export function openLinks({ change: { tx } }: Execution, entity: EntityRef, end: LinkEnd): LiveSet {
  return {
    read: () => linkedIssues(tx, entity.id, end),
    check: (element) => entityArgument(element, `an element of links['${end.name}']`, ['Issue']).id,
    add: (other) => linkIssues(tx, { issue: entity.id, end, other }),
    delete: (other) => unlinkIssues(tx, { issue: entity.id, end, other }),
    clear: () => unlinkAll(tx, { issue: entity.id, end }),
    changed(side) {
      if (side === 'added') {
        return [...linksFrom(tx, entity.id, end)]
          .filter(([link]) => tx.isNew(link))
          .map(([, other]) => other);
      }
      return removedLinks(end);
    },
  };

  function removedLinks({ prototype, direction }: LinkEnd): Id[] {
    const found: Id[] = [];
    for (const link of tx.touched()) {
      if (!tx.isRemoved(link) || tx.isNew(link) || idsIn(tx.original(link, 'prototype'))[0] !== prototype)
        continue;
      const [source] = idsIn(tx.original(link, 'source'));
      const [target] = idsIn(tx.original(link, 'target'));
      if (source === entity.id && target !== undefined && direction !== 'inward') found.push(target);
      if (target === entity.id && source !== undefined && direction !== 'outward') found.push(source);
    }
    return found;
  }
}
