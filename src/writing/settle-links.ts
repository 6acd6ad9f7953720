import type { PendingChange } from '../links/change-link.ts';
import { countLive, type LinkSet, lastChange } from '../links/link-set.ts';
import { reapplyChange } from '../links/reapply-change.ts';
import { storageLimits } from '../links/storage-limits.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { fail, type Result, succeed } from '../result.ts';
import { isAskingMemo, oweLate } from './owe-tracker.ts';
import { readLinks } from './read-links.ts';
import { findReplaced, type ListKeys, withOtherKeys } from './replacement.ts';
import { rememberRecent, withKnown, withoutStaleMemory } from './settle-memory.ts';
import {
  type Finding,
  lastErrand,
  type NextCall,
  nextErrand,
  nextLook,
  type Standing,
} from './settle-schedule.ts';
import {
  type PendingTarget,
  parseSettleState,
  type SettleProblem,
  type SettleState,
  scheduleLook,
} from './settle-state.ts';
import { prepareWrite, write } from './write-change.ts';

// Changes of others within this time mean that more may be under way.
const busyMs = 30_000;

// When a state that only a newer version of the app understands is tried again: an update that was undone is soon redone.
const handOnMs = 3_600_000;

/** What a look has found of one object of an operation that Tracker is to be told of. */
export interface LookedAt {
  readonly entity: Entity;
  /** As they should be, and are. */
  readonly links: LinkSet;
  readonly change: PendingChange;
  readonly memo: string;
  /**
   * Whether this look has written links, of this object or another one. It must not wait for Tracker then: what it has written
   * would undo what others write meanwhile.
   */
  readonly hasWritten: boolean;
}

/** How far telling Tracker has come. */
export interface StepEnd {
  /** For the next look. */
  readonly memo: string | undefined;
  /** What else is to be done about links of the object, from the next look on. */
  readonly also?: readonly PendingTarget[];
  /** Where it could go on in so many milliseconds, before the next look. */
  readonly againMs?: number;
}

/** What else is done about an object in a look, once the links of all its objects are as they should be. */
export type LookStep = (looked: LookedAt) => StepEnd;

type SettlingHost = Pick<Host, 'clock' | 'findEntity' | 'visitFlagged' | 'schedule' | 'settings'>;

/**
 * One look: applies the operation again, with its original stamps, wherever a transaction that did not know of it has
 * replaced it, and comes back later. An object that is gone, or whose value cannot be read, is looked after no longer. A state
 * written by a newer version of the app is handed on until that version is back; the problem is for the log.
 * @param openStep makes what tells Tracker; it is asked for only where there is something to tell
 * @param listKeys asks Tracker; for a whole list that was set under a key of which nobody had heard
 */
export function settleLinks(
  host: SettlingHost,
  stateText: string,
  openStep?: () => LookStep,
  listKeys?: ListKeys,
): Result<undefined, SettleProblem> {
  const state = parseSettleState(stateText);
  if (!state.ok) return handOn(host, stateText, state.problem);
  const { entities, replacing: before, ...progress } = state.value;
  const replaced = findReplaced(host, before, entities);
  const isPostponed = progress.look === 0;
  const count = entities.length + replaced.length;
  const looked = [
    ...entities.flatMap((one) => lookAt(host, one, { entities: count, isNew: isPostponed })),
    ...replaced.flatMap((one) => lookAt(host, one, { entities: count, isNew: true })),
  ];
  const told = tellAll(looked, openStep);
  const replacing = looked.some((one) => one.hasWritten) ? before : withOtherKeys(before, listKeys);
  // Tracker's answer may name other links that are to be changed, which a call that has waited for it must not do itself.
  const asks = before?.asks === true || looked.some(({ pending }) => isAskingMemo(pending.memo));
  const standing = { ...progress, kept: asks ? 1 : 0 };
  const next = nextCall(standing, told) ?? nextLook(standing, worstOf(looked), host.clock.random());
  const pending = told.map((one) => one.pending);
  const found = told.flatMap(({ also = [] }) => also);
  if (next !== undefined && (looked.length > 0 || replacing !== undefined))
    goOn(host, next, { entities: [...pending, ...found], replacing });
  else if (replacing !== before)
    goOn(host, lastErrand(progress), { entities: [...pending, ...found], replacing });
  else if (found.length > 0) goOn(host, lastErrand(progress), { entities: found, replacing: undefined });
  return looked.every(({ hasRoom }) => hasRoom) ? succeed(undefined) : fail({ reason: 'no_room' });
}

function goOn(
  host: Pick<Host, 'schedule'>,
  next: NextCall | undefined,
  state: Pick<SettleState, 'entities' | 'replacing'>,
): void {
  if (next === undefined) return;
  const { pauseMs, ...due } = next;
  scheduleLook(host, { ...due, ...state }, pauseMs);
}

interface Told {
  readonly pending: PendingTarget;
  readonly also?: readonly PendingTarget[];
  readonly againMs?: number;
}

/** Tells Tracker of each object it is to be told of. */
function tellAll(looked: readonly Looked[], openStep: (() => LookStep) | undefined): readonly Told[] {
  const hasWritten = looked.some((one) => one.hasWritten);
  let step: LookStep | undefined;
  return looked.map(({ pending, entity, links }) => {
    const { memo, change } = pending;
    if (memo === undefined || openStep === undefined) return { pending };
    step ??= openStep();
    const { memo: next, ...end } = step({ entity, links, change, memo, hasWritten });
    return { pending: { ...pending, memo: next }, ...end };
  });
}

function nextCall(standing: Standing, told: readonly Told[]): NextCall | undefined {
  const pauses = told.flatMap(({ againMs }) => againMs ?? []);
  return pauses.length === 0 ? undefined : nextErrand(standing, Math.max(...pauses));
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
  readonly entity: Entity;
  readonly links: LinkSet;
  readonly finding: Finding;
  readonly hasWritten: boolean;
  readonly hasRoom: boolean;
}

function lookAt(
  host: SettlingHost,
  pending: PendingTarget,
  { entities, isNew }: { readonly entities: number; readonly isNew: boolean },
): readonly Looked[] {
  const entity = host.findEntity(pending);
  const stored = entity && readLinks(entity);
  const now = host.clock.now();
  const change = withoutStaleMemory(pending.change, now);
  if (entity === undefined || !stored?.ok || change === undefined) return [];
  const { links, isChanged, wasMissing } = reapplyChange(stored.value, change);
  const hasWritten = isChanged || isFlagWrong(entity, links);
  const hasRoom = !hasWritten || restore(entity, links, now);
  // What is only now performed is owed from now on, as is a link that was found in place and has gone since.
  const isMadeNow = isNew || (pending.memo === undefined && change.wish === 'live');
  const isOwed = isMadeNow && wasMissing && hasRoom;
  const memo = isOwed ? oweLate(host, { entity, change }, pending.memo) : pending.memo;
  const known = rememberRecent(links, now, entities);
  const finding = wasMissing ? 'missing' : findingAmong(known, change.issueKey, now);
  const looked = { pending: { ...pending, memo, change: withKnown(change, known) }, entity, links };
  return [{ ...looked, finding, hasWritten, hasRoom }];
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
