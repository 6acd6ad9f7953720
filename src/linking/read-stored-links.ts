import type { LinkSet } from '../links/link-set.ts';
import type { Entity } from '../ports/youtrack.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readLinks } from '../writing/read-links.ts';

/** An object's links, or the refusal that says why its stored value must be left alone. */
export function readStoredLinks(entity: Entity, field: string): Result<LinkSet, Refusal> {
  const stored = readLinks(entity);
  if (stored.ok) return succeed(stored.value);
  const reason = stored.problem.reason === 'newer_version' ? 'newer_links' : 'unreadable_links';
  return fail(refuse(reason, [fieldProblem(field, 'an object whose stored links can be read', entity.key)]));
}
