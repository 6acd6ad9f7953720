import { countLive, type LinkSet, lastChange } from '../links/link-set.ts';
import { mergeLinkSets } from '../links/merge-link-sets.ts';
import { type PendingChange, reapplyChange, toPendingChange } from '../links/reapply-change.ts';
import { recentChanges } from '../links/recent-changes.ts';
import type { Host } from '../ports/youtrack.ts';
import { readLinks } from './read-links.ts';
import { type Finding, firstLookMs, nextLook } from './settle-schedule.ts';
import {
  decodeSettleState,
  encodeSettleState,
  type PendingEntity,
  type SettleState,
} from './settle-state.ts';
import { type TargetChange, writeLinks } from './write-change.ts';

// How far back a look remembers what others did, so that it can restore that too, and how much of it in one chain of looks.
const remembered = { ageMs: 120_000, records: 200 };

// Changes of others within this time mean that more may be under way.
const busyMs = 30_000;

/** Has an operation looked after: one chain of checks for all its objects. */
export function scheduleSettling(
  host: Pick<Host, 'clock' | 'schedule'>,
  changes: readonly TargetChange[],
): void {
  const entities = changes.map(toPending);
  scheduleLook(host, { look: 1, quiet: 0, entities }, firstLookMs(host.clock.random()));
}

/** Has an operation performed as soon as possible, in a transaction that can write, and looked after. */
export function schedulePostponed(host: Pick<Host, 'schedule'>, changes: readonly TargetChange[]): void {
  scheduleLook(host, { look: 0, quiet: 0, entities: changes.map(toPending) }, 0);
}

/**
 * One look: applies the operation again, with its original stamps, wherever a transaction that did not know of it has
 * replaced it, and comes back later. An object that is gone, or whose value cannot be read, is looked after no longer.
 */
export function settleLinks(host: Pick<Host, 'clock' | 'findEntity' | 'schedule'>, stateText: string): void {
  const { entities, ...progress } = decodeSettleState(stateText);
  const looked = entities.flatMap((pending) => lookAt(host, pending, entities.length));
  const next = nextLook(progress, worstOf(looked), host.clock.random());
  if (looked.length === 0 || next === undefined) return;
  const { pauseMs, ...due } = next;
  scheduleLook(host, { ...due, entities: looked.map(({ pending }) => pending) }, pauseMs);
}

interface Looked {
  readonly pending: PendingEntity;
  readonly finding: Finding;
}

function lookAt(
  host: Pick<Host, 'clock' | 'findEntity'>,
  pending: PendingEntity,
  entities: number,
): readonly Looked[] {
  const entity = host.findEntity(pending);
  if (entity === undefined) return [];
  const stored = readLinks(entity);
  if (!stored.ok) return [];
  const { links, isChanged, wasMissing } = reapplyChange(stored.value, pending.change);
  const now = host.clock.now();
  const flag = entity.store.readFlag('hasTrackerLinks');
  const isFlagged = flag.ok && flag.value === true;
  if (isChanged || isFlagged !== countLive(links) > 0) writeLinks(entity, links, now);
  const known = recentChanges(links, {
    since: now - remembered.ageMs,
    atMost: Math.ceil(remembered.records / entities),
  });
  const finding = wasMissing ? 'missing' : findingAmong(known, pending.change.issueKey, now);
  return [{ pending: { ...pending, change: withKnown(pending.change, known) }, finding }];
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

function toPending({ entity, change }: TargetChange): PendingEntity {
  return { kind: entity.kind, key: entity.key, change: toPendingChange(change) };
}

function scheduleLook(host: Pick<Host, 'schedule'>, state: SettleState, delayMs: number): void {
  host.schedule({ name: 'settleLinks', delayMs, state: encodeSettleState(state) });
}
