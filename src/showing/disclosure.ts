import type { Disclosure, Entity, Project, Settings } from '../ports/youtrack.ts';

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

/** The level its own settings asked for when last seen; undefined when they never were, or it is none. */
export function readProjectDisclosure(project: Project | undefined): Disclosure | undefined {
  const stored = project?.store.readText('trackerDisclosure');
  const level = stored?.ok ? stored.value : undefined;
  return level === 'full' || level === 'status' || level === 'key' ? level : undefined;
}
