import { readLiveLinks } from '../pages/read-live-links.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { visitEverLinked } from '../writing/list-linked.ts';

// Enough recent issues to meet every project in use; a server hands them out in pages behind the scenes.
const recentIssues = 200;

/** What the checks want to know of all that is linked. */
export interface LinkedOverview {
  /** The projects in use, in alphabetical order: scripts have no list of all. */
  readonly projectKeys: readonly string[];
  /** Keys that the caller may see, by kind; any will do. */
  readonly seen: Readonly<Partial<Record<Entity['kind'], string>>>;
  /** Objects whose stored value cannot be read. */
  readonly unreadable: number;
}

/** Goes once through the linked objects, and through recent issues. */
export function lookAtLinked(host: Pick<Host, 'visitFlagged' | 'listRecentIssues'>): LinkedOverview {
  const projects = new Map<string, string>();
  const seen: Partial<Record<Entity['kind'], string>> = {};
  let unreadable = 0;
  const note = (entity: Entity): void => {
    const group = groupOf(entity);
    const project = projects.has(group) ? undefined : entity.project?.key;
    if (project !== undefined) projects.set(group, project);
    if (seen[entity.kind] === undefined && entity.isVisible()) seen[entity.kind] = entity.key;
  };
  visitEverLinked(host, (entity) => {
    note(entity);
    if (readLiveLinks(entity).problem !== undefined) unreadable += 1;
  });
  for (const issue of host.listRecentIssues(recentIssues)) note(issue);
  return { projectKeys: [...new Set(projects.values())].sort(), seen, unreadable };
}

/** The same for objects of one project: to ask each of thousands for its project takes longer than to look at its key. */
function groupOf({ kind, key }: Entity): string {
  return kind === 'issue' || kind === 'article' ? key.replace(/(?:-A)?-\d+$/, '') : `${kind} ${key}`;
}
