import type { LiveLink } from '../links/link-set.ts';
import {
  findOwing,
  findReport,
  listShown,
  nameOwed,
  type OwedEntry,
  type OwedSet,
} from '../links/owed-set.ts';
import type { Entity, Settings } from '../ports/youtrack.ts';
import type { LinkView, MirrorProblem, MirrorView, OwedRemoval } from '../protocol/answers.ts';
import { formatInstant } from '../protocol/instant.ts';
import { explainTrackerProblem } from '../protocol/tracker-problem.ts';
import { findApplication } from '../writing/owe-tracker.ts';
import { readShownOwed } from '../writing/read-owed.ts';

/** A link as it is answered; `trackerSite` is where Tracker's pages are. */
export function toLinkView({ issueKey, added }: LiveLink, trackerSite: string): LinkView {
  return {
    issueKey,
    url: `${trackerSite}/${issueKey}`,
    addedAt: formatInstant(added.at),
    addedBy: added.by,
    via: added.via,
  };
}

/** How an object's links are answered, with what Tracker knows of each. */
export interface LinkViews {
  readonly toView: (link: LiveLink) => LinkView;
  /** Removals that Tracker has not been told yet, as a member of the answer; none where there is none. */
  readonly owed: { readonly owed?: readonly OwedRemoval[] };
}

/** Nothing is said of Tracker where it is told nothing of such objects. */
export function openLinkViews(entity: Entity, settings: Settings): LinkViews {
  const { trackerSite } = settings;
  if (findApplication(settings, entity.kind) === undefined) {
    return { toView: (link) => toLinkView(link, trackerSite), owed: {} };
  }
  const owed = readShownOwed(entity);
  return {
    toView: (link) => ({ ...toLinkView(link, trackerSite), mirror: findMirror(owed, link) }),
    owed: listRemovals(owed, trackerSite),
  };
}

function findMirror(owed: OwedSet, link: LiveLink): MirrorView {
  const entry = findOwing(owed, nameOwed(link)) ?? findReport(owed, link.issueKey, link.added.at);
  return entry === undefined ? { state: 'mirrored' } : toMirrorView(entry);
}

function listRemovals(owed: OwedSet, trackerSite: string): LinkViews['owed'] {
  const removals = listShown(owed).filter(
    ({ wish, removed, asks }) => wish === 'gone' && removed === undefined && !asks?.isReport,
  );
  if (removals.length === 0) return {};
  return {
    owed: removals.map((entry) => ({
      issueKey: entry.issueKey,
      url: `${trackerSite}/${entry.issueKey}`,
      ...toMirrorView(entry),
    })),
  };
}

/** What is owed, as it is answered. */
export function toMirrorView({ since, nextAt, problem }: OwedEntry): MirrorView {
  return {
    state: nextAt === undefined ? 'failed' : 'pending',
    since: formatInstant(since),
    ...(nextAt !== undefined && { nextAt: formatInstant(nextAt) }),
    ...(problem && { problem: toMirrorProblem(problem) }),
  };
}

export function toMirrorProblem({ kind, said }: Pick<MirrorProblem, 'kind' | 'said'>): MirrorProblem {
  return {
    kind,
    sentence: explainTrackerProblem({ kind }, 'en'),
    ...(said !== undefined && { said }),
  };
}
