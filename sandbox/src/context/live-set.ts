import type { Id } from '../world/transaction.ts';
import type { ScriptValue } from './script-values.ts';

/** The members of one live set: a plain property, `field:`, `link:` or `ext:`. */
export interface LiveSet {
  read(): Id[];
  changed(side: 'added' | 'removed'): Id[];
  add(id: Id): void;
  delete(id: Id): void;
  clear(): void;
  /** The id of an element a script wants in it. @throws TypeError when it does not belong there */
  check(element: ScriptValue): Id;
}
