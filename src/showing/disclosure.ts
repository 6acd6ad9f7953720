import type { Disclosure, Entity, Settings } from '../ports/youtrack.ts';
import { readProjectDisclosure } from '../writing/remember-disclosure.ts';

const strictness: Readonly<Record<Disclosure, number>> = { full: 0, status: 1, key: 2 };

/** The stricter of two disclosure levels. */
export function stricter(one: Disclosure, other: Disclosure): Disclosure {
  return strictness[one] >= strictness[other] ? one : other;
}

/**
 * The level for an object that is looked at from outside its project. YouTrack gives code there the global settings
 * alone, so what the project asked for is taken from where its own scope wrote it down (`rememberDisclosure`).
 */
export function disclosureFromOutside(settings: Settings, entity: Entity): Disclosure {
  return stricter(settings.disclosure, readProjectDisclosure(entity.project) ?? 'full');
}
