import type { ImportedObject, StoredObject } from '../../../src/transfer/transfer-answer.ts';
import { findProjectKey } from './rename-keys.ts';

/** What an import would do, or has done, all in all. */
export interface ImportSummary {
  readonly changed: number;
  readonly same: number;
  readonly added: number;
  readonly removed: number;
  /** Something here is set otherwise, and stays. */
  readonly kept: readonly string[];
  readonly unreadable: readonly string[];
  readonly full: readonly string[];
  /** Objects that are not here, by their project; users under an empty name. */
  readonly absent: ReadonlyMap<string, readonly string[]>;
}

/** Each object once, though it may have come in several parts. */
export function summarize(given: readonly StoredObject[], told: readonly ImportedObject[]): ImportSummary {
  const changed = new Set<string>();
  const absent = new Map<string, string[]>();
  const keysOf = (isMeant: (one: ImportedObject) => boolean) => [
    ...new Set(told.filter(isMeant).map(({ key }) => key)),
  ];
  for (const one of told) if (one.outcome === 'changed') changed.add(`${one.kind} ${one.key}`);
  for (const [index, one] of told.entries()) {
    const asGiven = given[index];
    if (one.outcome !== 'absent' || asGiven === undefined) continue;
    const project = findProjectKey(asGiven) ?? '';
    const keys = absent.get(project) ?? [];
    absent.set(project, keys.includes(asGiven.key) ? keys : [...keys, asGiven.key]);
  }
  const known = new Set(told.filter(isKnown).map(({ kind, key }) => `${kind} ${key}`));
  return {
    changed: changed.size,
    same: known.size - changed.size,
    added: told.reduce((sum, one) => sum + one.added, 0),
    removed: told.reduce((sum, one) => sum + one.removed, 0),
    kept: keysOf(({ isKept }) => isKept === true),
    unreadable: keysOf(({ outcome }) => outcome === 'unreadable'),
    full: keysOf(({ outcome }) => outcome === 'full'),
    absent,
  };
}

function isKnown({ outcome }: ImportedObject): boolean {
  return outcome === 'changed' || outcome === 'same';
}
