import type { Entity, Host } from '../ports/youtrack.ts';

/**
 * Every object whose links were ever written, also those that have none left: a write always sets the flag one way or the
 * other, and what is stored decides. Whoever may see them.
 */
export function listEverLinked(host: Pick<Host, 'listFlagged'>): readonly Entity[] {
  return [...host.listFlagged('hasTrackerLinks', true), ...host.listFlagged('hasTrackerLinks', false)];
}
