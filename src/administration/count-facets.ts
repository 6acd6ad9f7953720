import { compareText } from '../links/link-set.ts';
import { namePeople } from '../pages/name-people.ts';
import type { Host } from '../ports/youtrack.ts';
import { toQueueKey } from '../protocol/tracker-issue-key.ts';
import type { LinkFacets } from './all-links-answer.ts';
import type { FoundLink } from './read-all-links.ts';

type FacetHost = Pick<Host, 'findEntity' | 'findProject' | 'settings'>;

/** How many links there are per project, queue, person and kind, the most first, then by name. */
export function countFacets(host: FacetHost, links: readonly FoundLink[]): LinkFacets {
  const people = countBy(links, ({ link }) => link.added.by);
  const names = namePeople(
    host,
    people.map(({ value }) => value),
  );
  return {
    projects: countBy(links, ({ entity }) => entity.project?.key).map(({ value, count }) => ({
      key: value,
      name: nameProject(host, value),
      count,
    })),
    queues: countBy(links, ({ link }) => toQueueKey(link.issueKey)).map(({ value, count }) => ({
      queue: value,
      count,
    })),
    people: people.map(({ value, count }) => ({ login: value, name: names[value] ?? value, count })),
    kinds: countBy(links, ({ entity }) => entity.kind).map(({ value, count }) => ({ kind: value, count })),
  };
}

/** Undefined is not counted. */
function countBy<T extends string>(
  links: readonly FoundLink[],
  read: (found: FoundLink) => T | undefined,
): { value: T; count: number }[] {
  const counts = new Map<T, number>();
  for (const found of links) {
    const value = read(found);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || compareText(one.value, other.value));
}

function nameProject(host: FacetHost, key: string): string {
  const project = host.findProject(key);
  return project?.isVisible() ? project.name : key;
}
