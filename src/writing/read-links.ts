import { decodeLinks, type StoredProblem } from '../links/link-codec.ts';
import type { LinkSet } from '../links/link-set.ts';
import type { Entity } from '../ports/youtrack.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';

/** The links stored on an object. A value that is no text at all, or a flag that is no flag, is as unreadable as a broken text. */
export function readLinks({ store }: Pick<Entity, 'store'>): Result<LinkSet, StoredProblem> {
  const text = store.readText('trackerLinks');
  if (!text.ok || !store.readFlag('hasTrackerLinks').ok) return fail({ reason: 'wrong_shape' });
  return decodeLinks(text.value);
}

/** An object's links, or the refusal that says why its stored value must be left alone. */
export function readStoredLinks(entity: Entity, field: string): Result<LinkSet, Refusal> {
  const stored = readLinks(entity);
  if (stored.ok) return succeed(stored.value);
  const reason = stored.problem.reason === 'newer_version' ? 'newer_links' : 'unreadable_links';
  return fail(refuse(reason, [fieldProblem(field, 'an object whose stored links can be read', entity.key)]));
}
