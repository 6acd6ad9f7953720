import { countLive, type LinkSet, lastChange, liveStamp } from '../links/link-set.ts';
import { covers, mergeLinkSets } from '../links/merge-link-sets.ts';
import { listOwing, nameOwed, type OwedEntry, withOwed } from '../links/owed-set.ts';
import { pruneLinkSet } from '../links/pack-links.ts';
import { storageLimits } from '../links/storage-limits.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { readLinks } from '../writing/read-links.ts';
import { readOwed, writeOwed } from '../writing/read-owed.ts';
import { firstLookMs } from '../writing/settle-schedule.ts';
import { type PendingTarget, scheduleLook } from '../writing/settle-state.ts';
import { freshTelling, scheduleTelling } from '../writing/tell-state.ts';
import { prepareWrite, write } from '../writing/write-change.ts';
import { type BesidesPlan, planBesides } from './import-besides.ts';
import type { GivenObject, ImportRequest } from './parse-transfer.ts';
import type { ImportAnswer, ImportedObject } from './transfer-answer.ts';

/** What would become of one object, and what makes it so. */
interface Plan {
  readonly told: ImportedObject;
  /** Undefined where nothing is to be written. */
  readonly carryOut?: (() => void) | undefined;
  /** Whether Tracker is to be told of something that was owed elsewhere. */
  readonly owes?: boolean;
  /** What later looks restore where an overlapping write has undone it. */
  readonly pending?: PendingTarget | undefined;
}

/**
 * Compares objects of an exported file with what is stored here, and where it is no dry run joins both (`importObjects` of
 * docs/openapi.yaml): of each link the later word counts, authors and times stay, and doing it twice changes nothing. Whoever may
 * import is asked for no right to the objects: they administer all that the app stores. Tracker is told nothing. Nothing is
 * refused: what cannot be is told of each object.
 */
export function importObjects(
  host: Host,
  { isDryRun, objects }: ImportRequest,
): Result<Reply<ImportAnswer>, Refusal> {
  const plans = objects.map((given) => planObject(host, given));
  if (!isDryRun) {
    for (const { carryOut } of plans) carryOut?.();
    lookAfter(host, plans);
  }
  return succeed({ status: 200, body: { objects: plans.map(({ told }) => told) } });
}

/** One function can be scheduled in one execution: where there are links to look after, the hourly sweep tells what is owed. */
function lookAfter(host: Host, plans: readonly Plan[]): void {
  const entities = plans.flatMap(({ pending }) => pending ?? []);
  if (entities.length > 0) {
    const state = { look: 1, quiet: 0, entities, replacing: undefined };
    scheduleLook(host, state, firstLookMs(host.clock.random()));
    return;
  }
  if (plans.some(({ owes }) => owes)) scheduleTelling(host, freshTelling, 0);
}

function planObject(host: Host, given: GivenObject): Plan {
  const { kind, key } = given;
  const told = { kind, key, added: 0, removed: 0 };
  const entity = host.findEntity({ kind, key });
  if (entity === undefined) return { told: { ...told, outcome: 'absent' } };
  const now = host.clock.now();
  const stored = readLinks(entity);
  if (!stored.ok || !readOwed(entity).ok) return { told: { ...told, outcome: 'unreadable' } };
  const imported = pruneLinkSet(given.links, { now, tombstoneMs: storageLimits.tombstoneMs });
  const merged = mergeLinkSets(stored.value, imported);
  const counts = countChanges(stored.value, merged);
  const prepared = prepareWrite(entity, merged, { now, mostBytes: storageLimits.storedBytes });
  const isFull = counts.added > 0 && countLive(merged) > storageLimits.liveLinks;
  if (!prepared.ok || isFull) return { told: { ...told, outcome: 'full' } };
  const isLinkChange = [...imported].some(
    ([issueKey, record]) => !covers(stored.value.get(issueKey), record),
  );
  const besides = planBesides(entity, given);
  const owed = listNewOwed(entity, given, now);
  const isChanged = isLinkChange || besides.write !== undefined || owed.length > 0;
  return {
    told: { ...told, ...counts, outcome: isChanged ? 'changed' : 'same', ...toKept(besides) },
    carryOut: () => {
      if (isLinkChange) write(prepared.value);
      if (owed.length > 0) oweAll(entity, owed);
      besides.write?.();
    },
    owes: owed.length > 0,
    pending: isLinkChange ? toPending(entity, imported) : undefined,
  };
}

function toKept({ isKept }: BesidesPlan): Pick<ImportedObject, 'isKept'> {
  return isKept ? { isKept: true } : {};
}

function countChanges(before: LinkSet, after: LinkSet): Pick<ImportedObject, 'added' | 'removed'> {
  let added = 0;
  let removed = 0;
  for (const [issueKey, record] of after) {
    const was = liveStamp(before.get(issueKey)) !== undefined;
    const is = liveStamp(record) !== undefined;
    if (is && !was) added += 1;
    if (was && !is) removed += 1;
  }
  return { added, removed };
}

/** The looks carry all that was imported: the wish is that of one link, the rest is what must not get lost. */
function toPending(entity: Entity, imported: LinkSet): PendingTarget | undefined {
  const [first] = imported;
  if (first === undefined) return undefined;
  const [issueKey, record] = first;
  const live = liveStamp(record);
  const stamp = live ?? record.removed ?? { at: lastChange(record), by: '', via: 'youtrack' };
  const change = { issueKey, wish: live ? 'live' : 'gone', stamp, known: imported } as const;
  return { kind: entity.kind, key: entity.key, change };
}

/** What is owed here stays as it is; what was owed there is due at once. */
function listNewOwed(entity: Entity, { owed }: GivenObject, now: number): readonly OwedEntry[] {
  const here = readOwed(entity);
  if (!here.ok) return [];
  return listOwing(owed)
    .filter((entry) => !here.value.has(nameOwed(entry)))
    .map((entry) => (entry.nextAt === undefined ? entry : { ...entry, nextAt: now }));
}

function oweAll(entity: Entity, entries: readonly OwedEntry[]): void {
  const here = readOwed(entity);
  if (here.ok) writeOwed(entity, entries.reduce(withOwed, here.value));
}
