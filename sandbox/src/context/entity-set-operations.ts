import type { Operation } from '../ports/execution.ts';
import { linkEnds } from '../world/issue-links.ts';
import { openSet } from './live-sets.ts';
import { entitiesToScript, fromScript, isEntity } from './script-values.ts';

/** What `Set` objects of the scripting API do. */
export const entitySetOperations: Readonly<Record<string, Operation>> = {
  'set.get': (execution, owner, property) =>
    entitiesToScript(execution.change.tx, openSet(execution, owner, property).read()),
  'set.added': (execution, owner, property) =>
    entitiesToScript(execution.change.tx, openSet(execution, owner, property).changed('added')),
  'set.removed': (execution, owner, property) =>
    entitiesToScript(execution.change.tx, openSet(execution, owner, property).changed('removed')),
  'set.add'(execution, owner, property, element) {
    const set = openSet(execution, owner, property);
    set.add(set.check(fromScript(element)));
    return undefined;
  },
  'set.delete'(execution, owner, property, element) {
    const set = openSet(execution, owner, property);
    const value = fromScript(element);
    if (isEntity(value)) set.delete(value.id);
    return undefined;
  },
  'set.clear'(execution, owner, property) {
    openSet(execution, owner, property).clear();
    return undefined;
  },
  'link.names': ({ change }) =>
    linkEnds(change.tx)
      .map(({ name }) => name)
      .join('\n'),
};
