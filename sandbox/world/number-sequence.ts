import type { Id } from './transaction.ts';

/** The sequence a project's issues or articles take their numbers from. */
export function numberSequence(type: string, project: Id): string {
  return `number:${type}:${project}`;
}
