import { projectFieldTypes, projectFieldValueTypes } from '../../world/custom-fields.ts';
import { linkEnds } from '../../world/issue-links.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import { foldCase } from '../../world/values.ts';

/** In what a query is read and run. */
export interface SearchPlace {
  readonly tx: Transaction;
  readonly user: Id;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What is called the same in several projects counts as one field. */
export interface SearchableField {
  readonly name: string;
  readonly kinds: ReadonlySet<string>;
  /** Names of its values, as they are spelled. */
  readonly values: readonly string[];
}

/** Every custom field of every project, by name without letter case. */
export function searchableFields(tx: Transaction): ReadonlyMap<string, SearchableField> {
  const fields = new Map<string, { name: string; kinds: Set<string>; values: string[] }>();
  for (const field of projectFieldTypes.flatMap((type) => [...tx.all(type)])) {
    const name = String(tx.get(field, 'name'));
    const known = fields.get(foldCase(name)) ?? { name, kinds: new Set(), values: [] };
    known.kinds.add(String(tx.get(field, 'fieldKind')));
    for (const type of projectFieldValueTypes) {
      for (const value of tx.find(type, 'projectField', { ref: field }))
        known.values.push(String(tx.get(value, 'name')));
    }
    fields.set(foldCase(name), known);
  }
  return fields;
}

/** Every name a link between issues goes by. */
export function linkNames(tx: Transaction): string[] {
  return linkEnds(tx).map(({ name }) => name);
}
