import type { EntitySet, Issue } from '@jetbrains/youtrack-scripting-api/entities';
import { toText } from './host-values.ts';
import type { YouTrack } from './youtrack.ts';

/** A valid query that finds nothing: no server is so old. */
const nothing = 'created: 1970-01-01';

/** Issues of so many projects: the rule runs only in projects that the app is attached to, and one of them is enough. */
const mostProjects = 20;

const owing = { owesTracker: true };

/**
 * A query for the issues that an hourly rule is to run for, while anything is owed to Tracker: one in each of a few projects, because
 * a rule runs for issues alone, and what is owed may be owed for articles, projects and users. While nothing is owed it finds nothing,
 * so that the rule costs next to nothing.
 */
export function toSweepQuery({ Issue, Article, Project, User, search }: YouTrack): string {
  const issues = Issue.findByExtensionProperties(owing);
  const others = [Article, Project, User].map((type) => type.findByExtensionProperties(owing));
  if (issues.isEmpty() && others.every((set) => set.isEmpty())) return nothing;
  const anchors = new Map<string, string>();
  addAnchors(anchors, issues);
  addAnchors(anchors, Issue.findByExtensionProperties({ hasTrackerLinks: true }));
  if (anchors.size < mostProjects) addAnchors(anchors, search(null, 'sort by: updated desc'));
  return anchors.size === 0 ? nothing : `issue id: ${[...anchors.values()].join(', ')}`;
}

/** The first issue of each project. The search for them is not read to its end. */
function addAnchors(anchors: Map<string, string>, issues: EntitySet<Issue>): void {
  let looked = 0;
  issues.find(({ id, project }) => {
    looked += 1;
    const key = toText(project.key);
    if (!anchors.has(key)) anchors.set(key, toText(id));
    return anchors.size >= mostProjects || looked >= mostLooked;
  });
}

const mostLooked = 500;
