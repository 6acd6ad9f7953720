import { isDue, nameOwed, type OwedEntry, type OwedSet, withOwed, withoutOwed } from '../links/owed-set.ts';
import type { Tracker } from '../ports/tracker.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { KeyReading } from '../protocol/entity-key.ts';
import { type Result, succeed } from '../result.ts';
import { findApplication } from '../writing/owe-tracker.ts';
import { readOwed, writeOwed } from '../writing/read-owed.ts';
import { afterFailure } from './back-off.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { tellOwed } from './tell-owed.ts';
import {
  type CheckedLink,
  parseTellState,
  scheduleTelling,
  type TellProblem,
  type TellState,
} from './tell-state.ts';

type TellingHost = Pick<Host, 'clock' | 'findEntity' | 'listFlagged' | 'schedule' | 'settings'>;

/** A next try later than this is left to the sweep. */
const longestDelayMs = 45 * 60_000;

/** Checks that one chain carries along. */
const mostChecks = 100;

/**
 * One call of a chain that tells Tracker what is owed, the longest overdue first, and goes on in further calls as far as the budget
 * and the length of chains allow; what is left stays owed. It writes what is owed and nothing else, because it waits for Tracker.
 * @param tracker undefined where the settings do not connect to it: all stays owed
 */
export function tellTracker(
  host: TellingHost,
  stateText: string,
  tracker: Tracker | undefined,
): Result<undefined, TellProblem> {
  const parsed = parseTellState(stateText);
  if (!parsed.ok) return parsed;
  if (tracker === undefined) return succeed(undefined);
  const state = parsed.value;
  const conversation = openConversation(tracker, host.clock);
  const checks = state.checks.filter((link) => !check(host, conversation, link));
  const debtors = openDebtors(host, state);
  const told = tellDebtors(host, conversation, debtors);
  for (const debtor of debtors) debtor.save();
  const next = { ...state, checks: [...checks, ...told].slice(0, mostChecks), owed: leftOf(state, debtors) };
  const pauseMs = findPause(host, conversation, { state: next, debtors });
  if (pauseMs !== undefined) scheduleTelling(host, next, pauseMs);
  return succeed(undefined);
}

/** Whether a link need not be looked at again: all was well, or nothing more can be done about it here. */
function check(host: TellingHost, conversation: Conversation, { object, issueKey }: CheckedLink): boolean {
  if (conversation.isOver()) return false;
  const told = tellOwed(host, conversation, { object, issueKey });
  return told === undefined || !told.ok || !told.value;
}

/** An object that owes, and what it owes as this call goes on. */
interface Debtor {
  readonly entity: Entity;
  readonly listOwed: () => readonly OwedEntry[];
  readonly replace: (name: string, entry: OwedEntry | undefined) => void;
  /** Writes what has become of it, if anything has. */
  readonly save: () => void;
}

function openDebtors(host: TellingHost, { of: readings, owed: known }: TellState): readonly Debtor[] {
  const entities =
    readings === undefined
      ? host.listFlagged('owesTracker', true)
      : readings.flatMap((reading) => host.findEntity(reading) ?? []);
  return entities.flatMap((entity, index) => {
    const owed = readOwed(entity);
    return owed.ok ? [openDebtor(entity, owed.value, index === 0 ? known : undefined)] : [];
  });
}

function openDebtor(entity: Entity, stored: OwedSet, known: OwedSet | undefined): Debtor {
  let owed: OwedSet = known === undefined ? stored : new Map([...known, ...stored]);
  return {
    entity,
    listOwed: () => [...owed.values()],
    replace(name, entry) {
      owed = entry === undefined ? withoutOwed(owed, name) : withOwed(owed, entry);
    },
    save() {
      if (!isSame(owed, stored)) writeOwed(entity, owed);
    },
  };
}

function isSame(one: OwedSet, other: OwedSet): boolean {
  return one.size === other.size && [...one].every(([name, entry]) => other.get(name) === entry);
}

/** Tells what is due while there is time and budget. @returns what is to be checked in the next call */
function tellDebtors(
  host: TellingHost,
  conversation: Conversation,
  debtors: readonly Debtor[],
): readonly CheckedLink[] {
  const now = host.clock.now();
  const due = debtors.flatMap((debtor) =>
    debtor.listOwed().flatMap((entry) => (isDue(entry, now) ? [{ debtor, entry }] : [])),
  );
  due.sort((one, other) => (one.entry.nextAt ?? 0) - (other.entry.nextAt ?? 0));
  const checks: CheckedLink[] = [];
  for (const { debtor, entry } of due) {
    if (conversation.isOver()) break;
    const object = objectOf(debtor.entity, entry);
    if (settle(host, conversation, { debtor, entry, object }))
      checks.push({ object, issueKey: entry.issueKey });
  }
  return checks;
}

/** Tells one entry and notes what came of it. @returns whether Tracker was changed */
function settle(
  host: TellingHost,
  conversation: Conversation,
  {
    debtor,
    entry,
    object,
  }: { readonly debtor: Debtor; readonly entry: OwedEntry; readonly object: KeyReading },
): boolean {
  const { issueKey } = entry;
  const told = tellOwed(host, conversation, { issueKey, object });
  if (told === undefined) return false;
  const name = nameOwed(entry);
  if (told.ok) {
    debtor.replace(name, undefined);
    return told.value;
  }
  const moment = { now: host.clock.now(), random: host.clock.random() };
  if (told.problem.kind !== 'over_budget') debtor.replace(name, afterFailure(entry, told.problem, moment));
  return false;
}

function objectOf({ kind, key }: Entity, { removed }: OwedEntry): KeyReading {
  return removed ?? { kind, key };
}

/** Of what the chain carries along, that which is still owed. */
function leftOf({ owed }: TellState, [first]: readonly Debtor[]): OwedSet {
  const left = new Set(first?.listOwed().map(nameOwed));
  return new Map([...owed].filter(([name]) => left.has(name)));
}

/** When the chain goes on; undefined when there is nothing to go on with, or too late for a chain. */
function findPause(
  { clock, settings }: TellingHost,
  conversation: Conversation,
  { state, debtors }: { readonly state: TellState; readonly debtors: readonly Debtor[] },
): number | undefined {
  const now = clock.now();
  const owed = debtors.flatMap(({ entity, listOwed }) =>
    listOwed().filter((entry) => findApplication(settings, objectOf(entity, entry).kind) !== undefined),
  );
  const pauses = owed.flatMap(({ nextAt }) => (nextAt === undefined ? [] : [Math.max(0, nextAt - now)]));
  const leastMs = conversation.againMs() ?? 0;
  const isTroubled = conversation.isOver() && conversation.againMs() === undefined;
  // While Tracker is in trouble, nothing is asked of it before something that it refused is due again.
  const soonest = Math.min(...(isTroubled ? pauses.filter((ms) => ms > 0) : pauses));
  const nextMs = state.checks.length > 0 ? leastMs : soonest;
  // Where everything is swept, a next try is left to the next sweep.
  const mostMs = state.of === undefined ? leastMs : longestDelayMs;
  return nextMs <= mostMs ? Math.max(nextMs, leastMs, checkPauseMs) : undefined;
}

/** Time for what was begun at the same moment to come to an end, before it is looked at again. */
const checkPauseMs = 1_000;
