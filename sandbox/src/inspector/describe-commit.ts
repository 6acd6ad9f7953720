import type { WrittenEntity } from '../ports/journal.ts';
import type { Commit } from '../world/commit.ts';
import { propertiesOf, typeNumbers } from '../world/entity-types.ts';
import type { Id, Transaction, Value } from '../world/transaction.ts';
import { idsIn } from '../world/values.ts';
import { keepText, readCharacters } from './kept-text.ts';
import { createMask, maskSettings, type SecretHolders } from './mask-secrets.ts';

/** A transaction of more is cut: nobody reads it, and an import of thousands must not take the memory. */
const mostEntities = 100;

/** How a server keeps the history of issues says nothing that the change itself does not. */
const activityType = 'ActivityItem';

export interface DescribedCommit {
  readonly written: readonly WrittenEntity[];
  readonly more: number;
}

/**
 * What a transaction has written, as people read it.
 * @param tx the transaction itself, which still sees what it found
 */
export function describeCommit(commit: Commit, tx: Transaction, apps: SecretHolders): DescribedCommit {
  const mask = createMask(apps);
  const show = (id: Id, name: string, value: Value) => {
    if (value === null) return undefined;
    const isSettings = name === 'settings' && ['App', 'AppUsage'].includes(typeOf(id));
    if (isSettings) return keepText(maskSettings(apps, appOf(tx, id), String(value)));
    const text = isDate(id, name, value) ? new Date(value).toISOString() : toText(tx, value);
    return keepText(mask(text.slice(0, readCharacters)), text.length);
  };
  const entities = commit.created.filter(({ type }) => type !== activityType);
  const created = entities.map(({ id, type, values }) => (): WrittenEntity => {
    const set = Object.entries(values).filter(([, value]) => value !== null);
    const properties = set.map(([name, value]) => ({
      name,
      before: undefined,
      after: show(id, name, value),
    }));
    return { type, label: labelOf(tx, id), action: 'created', properties };
  });
  const changed = commit.changed.map(({ id, values }) => (): WrittenEntity => {
    const properties = Object.entries(values).map(([name, value]) => ({
      name,
      before: show(id, name, tx.original(id, name)),
      after: show(id, name, value),
    }));
    return { type: typeOf(id), label: labelOf(tx, id), action: 'changed', properties };
  });
  const removed = commit.removed.map(
    (id) => (): WrittenEntity => ({
      type: typeOf(id),
      label: labelOf(tx, id),
      action: 'removed',
      properties: [],
    }),
  );
  const all = [...created, ...changed, ...removed];
  const written = all.slice(0, mostEntities).map((describe) => describe());
  return { written, more: all.length - written.length };
}

const typesByNumber = new Map([...typeNumbers].map(([type, number]) => [String(number), type]));

/** The type of an entity that may be removed: internal ids begin with its number. */
function typeOf(id: Id): string {
  return typesByNumber.get(id.split('-')[0] ?? '') ?? '';
}

function isDate(id: Id, name: string, value: Value): value is number {
  return typeof value === 'number' && propertiesOf(typeOf(id))[name]?.kind === 'date';
}

/** The properties entities are known by, the first that is set. */
const names = ['id', 'login', 'key', 'name'];

/** `DEMO-1`, `jane`, else the internal id. */
export function labelOf(tx: Transaction, id: Id): string {
  for (const name of names) {
    const value = tx.get(id, name);
    if (typeof value === 'string' && value !== '') return value;
  }
  return id;
}

/** The app that an `App` or an `AppUsage` is about. */
function appOf(tx: Transaction, id: Id): Id | undefined {
  return typeOf(id) === 'App' ? id : idsIn(tx.get(id, 'app'))[0];
}

function toText(tx: Transaction, value: Exclude<Value, null>): string {
  if (typeof value !== 'object') return String(value);
  const members = 'ref' in value ? [value] : value;
  return members.map((member) => (typeof member === 'string' ? member : labelOf(tx, member.ref))).join(', ');
}
