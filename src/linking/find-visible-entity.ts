import type { Entity, Host } from '../ports/youtrack.ts';
import { type EntityKey, expectedEntityKey } from '../protocol/entity-key.ts';
import { fieldProblem, unknownObject } from '../protocol/field-problem.ts';
import type { NamedKey } from '../protocol/parse-values.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';

/**
 * The first reading of a key that names something the caller may see. What the caller may not see does not exist, so an
 * invisible issue does not hide a visible user of the same name.
 */
export function findVisibleEntity(host: Pick<Host, 'findEntity'>, key: EntityKey): Entity | undefined {
  for (const reading of key.readings) {
    const entity = host.findEntity(reading);
    if (entity?.isVisible()) return entity;
  }
  return undefined;
}

/** The refusal for keys that name nothing the caller may see. A mere guess at what a text means was wrong then: it is no key. */
export function refuseMissing(missing: readonly NamedKey[]): Refusal {
  const guesses = missing.filter(({ key }) => key.isGuess);
  if (guesses.length === 0)
    return refuse(
      'not_found',
      missing.map(({ field }) => unknownObject(field)),
    );
  const problems = guesses.map(({ field, key }) => fieldProblem(field, expectedEntityKey, key.written));
  return refuse('malformed', problems);
}
