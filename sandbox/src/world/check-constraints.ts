import type { Commit } from './commit.ts';
import { CommitRefusedError } from './commit-refused-error.ts';
import { ownersOf, uniqueProperties } from './constraints.ts';
import { newestOf } from './entity-record.ts';
import type { Store } from './store.ts';
import { foldCase, idsIn } from './values.ts';
import type { CreatedEntity, WriteSet } from './write-set.ts';

/**
 * Whether a commit may follow on the newest data: what it writes belongs to something that is there, and names that
 * only one entity may have are not taken.
 * @throws CommitRefusedError
 */
export function checkConstraints(store: Store, writes: WriteSet, commit: Commit): void {
  const made = new Set(writes.created.map(({ id }) => id));
  const types = new Map(writes.changed.map(({ id, type }) => [id, type]));
  for (const entity of commit.created) checkEntity(store, commit, { entity, made });
  for (const { id, values } of commit.changed)
    checkEntity(store, commit, { entity: { id, type: types.get(id) ?? '', values }, made });
}

interface WrittenEntity {
  readonly entity: CreatedEntity;
  /** Entities that the same transaction makes. */
  readonly made: ReadonlySet<string>;
}

function checkEntity(store: Store, commit: Commit, { entity, made }: WrittenEntity): void {
  const { type, values } = entity;
  for (const property of ownersOf(type))
    for (const owner of idsIn(values[property] ?? null))
      if (!made.has(owner) && store.newestRecord(owner) === undefined)
        throw new CommitRefusedError(`The ${property} of the ${type}, ${owner}, was removed meanwhile`);
  const property = uniqueProperties[type];
  const name = property === undefined ? null : values[property];
  if (property === undefined || typeof name !== 'string') return;
  if (isTaken(store, commit, { entity, property, name }))
    throw new CommitRefusedError(`Another ${type} with the ${property} ${name} was made meanwhile`);
}

interface Name {
  readonly entity: CreatedEntity;
  readonly property: string;
  readonly name: string;
}

function isTaken(store: Store, { removed }: Commit, { entity, property, name }: Name): boolean {
  const candidates = store.index(entity.type, property)?.candidates(name) ?? [];
  return [...candidates].some((record) => {
    if (record.id === entity.id || store.newestRecord(record.id) === undefined) return false;
    const other = newestOf(record, property);
    return !removed.includes(record.id) && typeof other === 'string' && foldCase(other) === foldCase(name);
  });
}
