import type { PendingChange } from '../links/change-link.ts';
import { countLive, type LinkSet, lastChange, noLinks, recentChanges } from '../links/link-set.ts';
import { mergeLinkSets } from '../links/merge-link-sets.ts';
import { reapplyChange } from '../links/reapply-change.ts';
import { storageLimits } from '../links/storage-limits.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readLinks } from './read-links.ts';
import { findReplaced } from './replacement.ts';
import { type Finding, nextLook } from './settle-schedule.ts';
import { type PendingTarget, parseSettleState, type SettleProblem, scheduleLook } from './settle-state.ts';
import { prepareWrite, write } from './write-change.ts';

// How far back a look remembers what others did, so that it can restore that too, and how much of it in one chain of looks.
const remembered = { ageMs: 120_000, records: 200 };

// Changes of others within this time mean that more may be under way.
const busyMs = 30_000;

// When a state that only a newer version of the app understands is tried again: an update that was undone is soon redone.
const handOnMs = 3_600_000;

/** What else is done about an object, in the transaction of each look, once its links are as they should be. */
export type LookStep<H> = (host: H, entity: Entity, change: PendingChange) => void;

type SettlingHost = Pick<Host, 'clock' | 'findEntity' | 'listFlagged' | 'schedule'>;

/**
 * One look: applies the operation again, with its original stamps, wherever a transaction that did not know of it has
 * replaced it, and comes back later. An object that is gone, or whose value cannot be read, is looked after no longer. A state
 * written by a newer version of the app is handed on until that version is back; the problem is for the log.
 */
export function settleLinks<H extends SettlingHost>(
  host: H,
  stateText: string,
  step?: LookStep<H>,
): Result<undefined, SettleProblem> {
  const state = parseSettleState(stateText);
  if (!state.ok) return handOn(host, stateText, state.problem);
  const { entities, replacing, ...progress } = state.value;
  const pending = [...entities, ...findReplaced(host, replacing, entities)];
  const looked = pending.flatMap((one) => lookAt(host, one, { entities: pending.length, step }));
  const next = nextLook(progress, worstOf(looked), host.clock.random());
  if (next !== undefined && (looked.length > 0 || replacing !== undefined)) {
    const { pauseMs, ...due } = next;
    scheduleLook(host, { ...due, entities: looked.map((one) => one.pending), replacing }, pauseMs);
  }
  return looked.every(({ hasRoom }) => hasRoom) ? succeed(undefined) : fail({ reason: 'no_room' });
}

function handOn(
  host: Pick<Host, 'schedule'>,
  state: string,
  problem: SettleProblem,
): Result<undefined, SettleProblem> {
  if (problem.reason === 'newer_version') host.schedule({ name: 'settleLinks', delayMs: handOnMs, state });
  return fail(problem);
}

interface Looked {
  readonly pending: PendingTarget;
  readonly finding: Finding;
  readonly hasRoom: boolean;
}

function lookAt<H extends SettlingHost>(
  host: H,
  pending: PendingTarget,
  { entities, step }: { readonly entities: number; readonly step: LookStep<H> | undefined },
): readonly Looked[] {
  const entity = host.findEntity(pending);
  const stored = entity && readLinks(entity);
  const now = host.clock.now();
  const change = withoutStaleMemory(pending.change, now);
  if (entity === undefined || !stored?.ok || change === undefined) return [];
  const { links, isChanged, wasMissing } = reapplyChange(stored.value, change);
  const hasRoom = !(isChanged || isFlagWrong(entity, links)) || restore(entity, links, now);
  step?.(host, entity, change);
  const known = recentChanges(links, {
    since: now - remembered.ageMs,
    atMost: Math.ceil(remembered.records / entities),
  });
  const finding = wasMissing ? 'missing' : findingAmong(known, change.issueKey, now);
  return [{ pending: { ...pending, change: withKnown(change, known) }, finding, hasRoom }];
}

/**
 * A look that comes a day late does not know whether a link is missing because it got lost or because its removal has been
 * forgotten meanwhile: it makes none. Removing what is older than the operation is right however late.
 */
function withoutStaleMemory(change: PendingChange, now: number): PendingChange | undefined {
  if (now - change.stamp.at < storageLimits.leastTombstoneMs) return change;
  return change.wish === 'gone' ? { ...change, known: noLinks } : undefined;
}

function isFlagWrong({ store }: Entity, links: LinkSet): boolean {
  const flag = store.readFlag('hasTrackerLinks');
  return (flag.ok && flag.value === true) !== countLive(links) > 0;
}

function restore(entity: Entity, links: LinkSet, now: number): boolean {
  const prepared = prepareWrite(entity, links, { now, mostBytes: storageLimits.storedBytes });
  if (prepared.ok) write(prepared.value);
  return prepared.ok;
}

function findingAmong(known: LinkSet, issueKey: string, now: number): Finding {
  for (const [otherKey, record] of known) {
    if (otherKey !== issueKey && lastChange(record) >= now - busyMs) return 'busy';
  }
  return 'calm';
}

function worstOf(looked: readonly Looked[]): Finding {
  const findings = looked.map(({ finding }) => finding);
  if (findings.includes('missing')) return 'missing';
  return findings.includes('busy') ? 'busy' : 'calm';
}

function withKnown(change: PendingChange, recent: LinkSet): PendingChange {
  const own = change.known.get(change.issueKey);
  return { ...change, known: mergeLinkSets(own ? new Map([[change.issueKey, own]]) : new Map(), recent) };
}
