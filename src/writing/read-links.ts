import { decodeLinks, type StoredProblem } from '../links/decode-links.ts';
import type { LinkSet } from '../links/link-set.ts';
import type { Entity } from '../ports/youtrack.ts';
import { fail, type Result } from '../result.ts';

/** The links stored on an object. A value that is no text at all, or a flag that is no flag, is as unreadable as a broken text. */
export function readLinks({ store }: Pick<Entity, 'store'>): Result<LinkSet, StoredProblem> {
  const text = store.readText('trackerLinks');
  if (!text.ok || !store.readFlag('hasTrackerLinks').ok) return fail({ reason: 'wrong_shape' });
  return decodeLinks(text.value);
}
