import { isTracker } from '../calls/is-tracker.ts';
import { type Author, addLink, type LinkChange } from '../links/change-link.ts';
import { findRemovalInQuestion } from '../links/is-in-question.ts';
import { countLive, type LinkSet, liveStamp } from '../links/link-set.ts';
import { storageLimits } from '../links/storage-limits.ts';
import type { Host } from '../ports/youtrack.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import type { NamedKey } from '../protocol/parse-values.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readStoredLinks } from '../writing/read-links.ts';
import { readShownOwed } from '../writing/read-owed.ts';
import { type PreparedWrite, prepareWrites, type TargetChange } from '../writing/write-change.ts';
import { resolveTargets, type Target } from './resolve-targets.ts';

/** An object whose links may be changed, and the links it has. */
export interface OpenTarget extends Target {
  readonly links: LinkSet;
}

// Checked here and not by the endpoints' `permissions`, so that a refusal says the same in every scope and fits into an
// envelope: the server's own answer to a missing permission does neither.
const neededRights: Readonly<Record<EntityKind, string>> = {
  issue: 'the permission LINK_ISSUE or UPDATE_ISSUE in the project of the issue',
  article: 'the permission UPDATE_ARTICLE in the project of the article',
  project: 'the permission UPDATE_PROJECT in the project',
  user: 'the permission UPDATE_USER, or your own account',
};

/**
 * All that must hold before any link is changed, in this order: the objects exist for the caller, may be changed by the
 * caller, and have readable links. One that does not hold refuses the whole request: `not_found`, `forbidden`, `conflict`.
 */
export function openTargets(
  host: Pick<Host, 'findEntity' | 'own'>,
  named: readonly NamedKey[] | undefined,
): Result<readonly OpenTarget[], Refusal> {
  const resolved = resolveTargets(host, named);
  if (!resolved.ok) return resolved;
  const forbidden = refuseForbidden(resolved.value);
  return forbidden === undefined ? openAll(resolved.value) : fail(forbidden);
}

/** The refusal for those of these objects whose links the caller may not change; undefined when there are none. */
export function refuseForbidden(targets: readonly Target[]): Refusal | undefined {
  const forbidden = targets.filter(({ entity }) => !entity.mayChangeLinks());
  return forbidden.length > 0 ? refuse('forbidden', forbidden.map(toForbiddenProblem)) : undefined;
}

function toForbiddenProblem({ field, entity }: Target) {
  return fieldProblem(field, neededRights[entity.kind], entity.key);
}

/** The links of these objects; one whose links cannot be read refuses all. */
export function openAll(targets: readonly Target[]): Result<readonly OpenTarget[], Refusal> {
  const opened: OpenTarget[] = [];
  for (const { field, entity } of targets) {
    const links = readStoredLinks(entity, field);
    if (!links.ok) return links;
    opened.push({ field, entity, links: links.value });
  }
  return succeed(opened);
}

/** Who is doing it, now: Tracker when the caller is the account Tracker calls with. */
export function currentAuthor({
  caller,
  clock,
  settings,
}: Pick<Host, 'caller' | 'clock' | 'settings'>): Author {
  const { login } = caller;
  return { now: clock.now(), login, via: isTracker({ caller, settings }) ? 'tracker' : 'youtrack' };
}

/** Adds a link; one that a removal may take with it whose meaning Tracker is still to be asked is made anew. */
export function addTo({ entity, links }: OpenTarget, issueKey: string, author: Author): LinkChange {
  const isThere = liveStamp(links.get(issueKey)) !== undefined;
  const removedAt = isThere ? findRemovalInQuestion(readShownOwed(entity), links, issueKey) : undefined;
  return addLink(links, issueKey, author, removedAt);
}

/** One change after another of the links of one object, each on those that the one before leaves. */
export function changeEach(
  target: OpenTarget,
  issueKeys: readonly string[],
  decide: (links: LinkSet, issueKey: string) => LinkChange,
): readonly (OpenTarget & TargetChange)[] {
  let { links } = target;
  let before: LinkChange | undefined;
  return issueKeys.map((issueKey) => {
    // Nothing is copied for a single change, which is the usual case.
    if (before?.isEffective) links = new Map(links).set(before.issueKey, before.record);
    before = decide(links, issueKey);
    return { ...target, links, change: before };
  });
}

/** Makes ready to be written what differs, or refuses all of it: `too_large` where an object has no room for one more link. */
export function prepareChanges(
  changes: readonly (OpenTarget & TargetChange)[],
  now: number,
): Result<readonly PreparedWrite[], Refusal> {
  const effective = changes.filter(({ change }) => change.isEffective);
  const full = effective.filter(({ links, change }) => change.wish === 'live' && isFull(links));
  if (full.length > 0) return fail(refuse('too_many_links', eachOnce(full).map(toFullProblem)));
  const writes = prepareWrites(effective, now);
  return writes.ok ? writes : fail(refuse('no_room', eachOnce(writes.problem).map(toRoomProblem)));
}

/** Counted only where it may be so. */
function isFull(links: LinkSet): boolean {
  return links.size >= storageLimits.liveLinks && countLive(links) >= storageLimits.liveLinks;
}

/** Several changes may be of one object. */
function eachOnce(targets: readonly Target[]): readonly Target[] {
  return [...new Map(targets.map((target) => [target.entity, target])).values()];
}

function toFullProblem({ field, entity }: Target) {
  return fieldProblem(field, `an object with fewer than ${storageLimits.liveLinks} links`, entity.key);
}

function toRoomProblem({ field, entity }: Target) {
  return fieldProblem(field, 'an object whose links leave room for one more change', entity.key);
}
