import type { Id, Transaction } from '../../world/transaction.ts';
import { foldCase } from '../../world/values.ts';
import type { Condition } from './query.ts';

/**
 * Issues whose texts contain a word or a phrase, in any letter case. `*` stands for any letters, `?` for one. Words are
 * compared as they are: the word forms a server also finds are not looked for.
 */
export function textCondition(
  tx: Transaction,
  text: string,
  properties = ['summary', 'description'],
): Condition {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])${toPattern(foldCase(text.trim()))}(?![\\p{L}\\p{N}_])`,
    'u',
  );
  return (issue) => properties.some((property) => pattern.test(textOf(tx, issue, property)));
}

function textOf(tx: Transaction, issue: Id, property: string): string {
  const value = tx.get(issue, property);
  return typeof value === 'string' ? foldCase(value) : '';
}

function toPattern(text: string): string {
  return text
    .replaceAll(/[.+^${}()|[\]\\/-]/g, '\\$&')
    .replaceAll('*', '[\\p{L}\\p{N}_]*')
    .replaceAll('?', '[\\p{L}\\p{N}_]')
    .replaceAll(/\s+/g, '[^\\p{L}\\p{N}_]+');
}
