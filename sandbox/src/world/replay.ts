import { checkConstraints } from './check-constraints.ts';
import type { ChangedEntity, Commit } from './commit.ts';
import { CommitRefusedError } from './commit-refused-error.ts';
import { belongingsOf, ownersOf } from './constraints.ts';
import { likeness } from './entity-group.ts';
import { newestOf } from './entity-record.ts';
import { applyChange } from './property-change.ts';
import type { Store } from './store.ts';
import type { Id, Value } from './transaction.ts';
import { idsIn } from './values.ts';
import type { ChangedProperties, CreatedEntity, RemovedEntity, WriteSet } from './write-set.ts';

/**
 * Does the operations of a transaction again on the newest data, as YouTrack's persistence layer does (JetBrains/xodus-dnq,
 * `TransientSessionImpl.flushChanges`): a conflict alone refuses nothing.
 * @throws CommitRefusedError when something it writes to is gone, or a name that is there only once is taken
 */
export function replay(store: Store, writes: WriteSet): Commit {
  const removed = removedOf(store, writes);
  const created = createdOf(store, writes, removed);
  const changed = writes.changed
    .map((entity) => changedOf(store, entity))
    .filter(({ id }) => !removed.has(id));
  const commit = { created, changed, removed: [...removed] };
  checkConstraints(store, writes, commit);
  return commit;
}

function removedOf(store: Store, { removed, emptied }: WriteSet): Set<Id> {
  const found = new Set<Id>();
  const waiting: RemovedEntity[] = [
    ...removed.map((one) => twinOf(store, one) ?? one),
    ...emptied.flatMap(({ type, where }) => store.newestWith(type, where)),
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next.id) || store.newestRecord(next.id) === undefined) continue;
    found.add(next.id);
    const owner = { ref: next.id };
    for (const [type, property] of belongingsOf(next.type))
      waiting.push(...store.newestWith(type, { [property]: owner }));
  }
  return found;
}

/** The entity that has taken the place of a removed one of a set: somebody took it out and put it in again. */
function twinOf(store: Store, { id, type }: RemovedEntity): RemovedEntity | undefined {
  const record = store.record(id);
  if (record === undefined || store.newestRecord(id) !== undefined) return undefined;
  return likenessOf(store, { type, values: record.values });
}

function likenessOf(store: Store, { type, values }: Pick<CreatedEntity, 'type' | 'values'>) {
  return store.newestWith(type, likeness(type, values))[0];
}

function createdOf(store: Store, writes: WriteSet, removed: ReadonlySet<Id>): CreatedEntity[] {
  const isMissing = (entity: CreatedEntity) => {
    const there = likenessOf(store, entity);
    return there === undefined || removed.has(there.id);
  };
  const again = writes.ensured
    .filter(isMissing)
    .map((entity) => ({ ...entity, id: store.newId(entity.type) }));
  return [...writes.created.filter(isMissing), ...again].filter((entity) =>
    ownersOf(entity.type).every(
      (property) => !idsIn(entity.values[property] ?? null).some((id) => removed.has(id)),
    ),
  );
}

function changedOf(store: Store, { id, type, changes }: ChangedProperties): ChangedEntity {
  const record = store.newestRecord(id);
  if (record === undefined) throw new CommitRefusedError(`${type} ${id} was removed meanwhile`);
  const values: Record<string, Value> = {};
  for (const [property, change] of Object.entries(changes))
    values[property] = applyChange(newestOf(record, property), change);
  return { id, values };
}
