import type { StoredProblem } from '../links/link-codec.ts';
import { decodeOwed, encodeOwed } from '../links/owed-codec.ts';
import { listOwing, nothingOwed, type OwedSet } from '../links/owed-set.ts';
import type { Entity } from '../ports/youtrack.ts';
import { fail, type Result } from '../result.ts';

/** What is owed for an object's links, or why its stored value must be left alone. */
export function readOwed({ store }: Pick<Entity, 'store'>): Result<OwedSet, StoredProblem> {
  const text = store.readText('trackerOwed');
  return text.ok ? decodeOwed(text.value) : fail({ reason: 'wrong_shape' });
}

/** The same for what is only shown. */
export function readShownOwed(entity: Pick<Entity, 'store'>): OwedSet {
  const owed = readOwed(entity);
  return owed.ok ? owed.value : nothingOwed;
}

/** Writes what is owed and the flag that it is found by, both always: overlapping writes replace each value on its own. */
export function writeOwed({ store }: Pick<Entity, 'store'>, owed: OwedSet): void {
  store.write({ trackerOwed: encodeOwed(owed), owesTracker: listOwing(owed).length > 0 });
}
