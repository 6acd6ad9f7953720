import { compareKeys, compareText } from '../links/link-set.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { visitEverLinked } from '../writing/list-linked.ts';
import { readLiveLinks, type ShownLinks } from './read-live-links.ts';

/** A linked issue or article of a project, and its links. */
export interface LinkedInProject extends ShownLinks {
  readonly kind: 'issue' | 'article';
  readonly entity: Entity;
}

/** The linked issues, by their numbers, and then the linked articles of a project, as far as the caller may see them. */
export function listLinkedInProject(host: Pick<Host, 'visitFlagged'>, projectKey: string): LinkedInProject[] {
  const linked: LinkedInProject[] = [];
  visitEverLinked(host, (entity) => {
    const { kind } = entity;
    if ((kind !== 'issue' && kind !== 'article') || entity.project?.key !== projectKey) return;
    const shown = readLiveLinks(entity);
    const isLinked = shown.live.length > 0 || shown.problem !== undefined;
    if (isLinked && entity.isVisible()) linked.push({ kind, entity, ...shown });
  });
  return linked.sort(
    (one, other) => compareText(other.kind, one.kind) || compareKeys(one.entity.key, other.entity.key),
  );
}
