import { toMirrorView } from '../linking/to-link-view.ts';
import {
  listOwing,
  listShown,
  type OwedEntry,
  type OwedSet,
  toDropped,
  withOwed,
  withoutOldEchoes,
} from '../links/owed-set.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { OwedFilter } from '../protocol/parse-mirroring.ts';
import type { Paging } from '../protocol/read-paging.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { readShownOwed, writeOwed } from '../writing/read-owed.ts';
import { freshTelling, scheduleTelling } from '../writing/tell-state.ts';
import type { OwedAnswer, OwedChangeAnswer, OwedView } from './owed-answer.ts';
import { renewOwed } from './retry-links.ts';

/**
 * Everything that Tracker has not been told yet, the oldest first (`listOwed` of docs/openapi.yaml). Nothing is refused;
 * `forAdministrators` has asked for the right.
 */
export function listOwed(
  host: Pick<Host, 'listFlagged' | 'settings'>,
  { skip, top }: Paging,
): Result<Reply<OwedAnswer>, Refusal> {
  const all = host
    .listFlagged('owesTracker', true)
    .flatMap((entity) => listShown(readShownOwed(entity)).map((entry) => ({ entity, entry })));
  all.sort((one, other) => one.entry.since - other.entry.since);
  const failed = all.filter(({ entry }) => entry.nextAt === undefined).length;
  const owed = all
    .slice(skip, skip + top)
    .map(({ entity, entry }) => toOwedView(entity, entry, host.settings.trackerSite));
  return succeed({ status: 200, body: { total: all.length, failed, owed } });
}

/**
 * Has what is meant told again now, all of it where nothing is named (`retryOwed` of docs/openapi.yaml). Nothing is refused: what
 * is not owed is passed over.
 */
export function retryOwed(
  host: Pick<Host, 'clock' | 'listFlagged' | 'schedule'>,
  filter: OwedFilter,
): Result<Reply<OwedChangeAnswer>, Refusal> {
  const now = host.clock.now();
  let changed = 0;
  for (const entity of host.listFlagged('owesTracker', true)) {
    changed += renewOwed(entity, now, (entry) => isMeant(filter, entity, entry)).length;
  }
  if (changed > 0) scheduleTelling(host, freshTelling, 0);
  return succeed({ status: 200, body: { changed } });
}

/**
 * Drops what is meant: Tracker stays as it is (`dropOwed` of docs/openapi.yaml). Nothing is refused: what is not owed is passed
 * over.
 */
export function dropOwed(
  host: Pick<Host, 'clock' | 'listFlagged'>,
  filter: OwedFilter,
): Result<Reply<OwedChangeAnswer>, Refusal> {
  const now = host.clock.now();
  let changed = 0;
  for (const entity of host.listFlagged('owesTracker', true)) {
    const owed = readShownOwed(entity);
    const meant = listOwing(owed).filter((entry) => isMeant(filter, entity, entry));
    const rest = meant.reduce<OwedSet>((left, entry) => withOwed(left, toDropped(entry, now)), owed);
    if (meant.length > 0) writeOwed(entity, withoutOldEchoes(rest, now));
    changed += meant.length;
  }
  return succeed({ status: 200, body: { changed } });
}

function isMeant(filter: OwedFilter, entity: Entity, entry: OwedEntry): boolean {
  const { kind, key } = entry.removed ?? entity;
  return (
    (filter.kind === undefined || filter.kind === kind) &&
    (filter.key === undefined || filter.key.toLowerCase() === key.toLowerCase()) &&
    (filter.issueKey === undefined || filter.issueKey === entry.issueKey)
  );
}

function toOwedView(entity: Entity, entry: OwedEntry, trackerSite: string): OwedView {
  const { kind, key } = entry.removed ?? entity;
  const { issueKey, wish, attempts } = entry;
  return {
    kind,
    key,
    ...(entry.removed ? { isRemoved: true } : { entityUrl: entity.readUrl() }),
    issueKey,
    url: `${trackerSite}/${issueKey}`,
    wish,
    attempts,
    ...toMirrorView(entry),
  };
}
