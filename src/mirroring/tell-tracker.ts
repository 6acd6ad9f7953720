import { isDue, nameOwed, type OwedEntry } from '../links/owed-set.ts';
import type { Tracker } from '../ports/tracker.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { KeyReading } from '../protocol/entity-key.ts';
import { type Result, succeed } from '../result.ts';
import { findApplication } from '../writing/owe-tracker.ts';
import type { PendingTarget } from '../writing/settle-state.ts';
import {
  type CheckedLink,
  type FoundRemoval,
  parseTellState,
  scheduleTelling,
  type TellProblem,
  type TellState,
} from '../writing/tell-state.ts';
import { afterTelling } from './after-telling.ts';
import { answerQuestions } from './answer-questions.ts';
import { afterFailure } from './back-off.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { type Debtor, leftOf, openDebtors } from './debtor.ts';
import { removeFound } from './remove-found.ts';
import { tellOwed } from './tell-owed.ts';

type TellingHost = Pick<Host, 'clock' | 'findEntity' | 'listFlagged' | 'schedule' | 'settings'>;

/** A next try later than this is left to the sweep. */
const longestDelayMs = 45 * 60_000;

/** Time for what was begun at the same moment to come to an end, before it is looked at again. */
const checkPauseMs = 1_000;

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
  const { heard: _, removals, ...state } = parsed.value;
  if (removals !== undefined) return makeRemovals(host, state, removals);
  const conversation = openConversation(tracker, host.clock);
  const debtors = openDebtors(host, parsed.value);
  const found = state.checks.length === 0 ? answerQuestions(host, conversation, debtors) : [];
  if (found.length > 0) {
    for (const debtor of debtors) debtor.save(host.clock.now());
    const next = { ...state, owed: leftOf(state, debtors), removals: found.map(toRemoval) };
    scheduleTelling(host, next, 0);
    return succeed(undefined);
  }
  const tasks = [...listDue(debtors, host.clock.now()), ...listChecks(debtors, state.checks)];
  const left = tasks.flatMap((task) => perform(host, conversation, task));
  for (const debtor of debtors) debtor.save(host.clock.now());
  const next = { ...state, checks: left.slice(0, mostChecks), owed: leftOf(state, debtors) };
  const pauseMs = findPause(host, conversation, { state: next, debtors });
  if (pauseMs !== undefined) scheduleTelling(host, next, pauseMs);
  return succeed(undefined);
}

/** What Tracker's answers have led to, in a call that does not wait for it. */
function makeRemovals(
  host: TellingHost,
  state: TellState,
  removals: readonly FoundRemoval[],
): Result<undefined, TellProblem> {
  removeFound(host, removals);
  scheduleTelling(host, state, checkPauseMs);
  return succeed(undefined);
}

function toRemoval({ kind, key, change: { issueKey, stamp } }: PendingTarget): FoundRemoval {
  return { object: { kind, key }, issueKey, stamp };
}

/** A link that Tracker is told of, or that is looked at once more after it was told: then nothing is owed for it. */
interface Task extends CheckedLink {
  readonly debtor: Debtor;
  readonly entry: OwedEntry | undefined;
}

function listDue(debtors: readonly Debtor[], now: number): readonly Task[] {
  const due = debtors.flatMap((debtor) =>
    listTellable(debtor).flatMap((entry) => (isDue(entry, now) ? [{ debtor, entry }] : [])),
  );
  due.sort((one, other) => (one.entry.nextAt ?? 0) - (other.entry.nextAt ?? 0));
  return due.map(({ debtor, entry }) => ({
    debtor,
    entry,
    object: objectOf(debtor.entity, entry),
    issueKey: entry.issueKey,
  }));
}

function listTellable({ listOwed, isHeldBack }: Debtor): readonly OwedEntry[] {
  return listOwed().filter(({ removed, issueKey }) => removed !== undefined || !isHeldBack(issueKey));
}

/** What is owed again meanwhile is not looked at besides. */
function listChecks(debtors: readonly Debtor[], checks: readonly CheckedLink[]): readonly Task[] {
  return checks.flatMap((check) => {
    const { kind, key } = check.object;
    const debtor = debtors.find(({ entity }) => entity.kind === kind && entity.key === key);
    const noted = debtor?.find(nameOwed(check));
    const isOwed = noted !== undefined && noted.toldAt === undefined;
    return debtor === undefined || isOwed || debtor.isHeldBack(check.issueKey)
      ? []
      : [{ ...check, debtor, entry: undefined }];
  });
}

/** Tells Tracker of one link and notes what came of it. @returns the link where it is to be looked at again in the next call */
function perform(host: TellingHost, conversation: Conversation, task: Task): readonly CheckedLink[] {
  const { debtor, entry, object, issueKey } = task;
  const again = [{ object, issueKey }];
  if (conversation.isOver()) return entry === undefined ? again : [];
  const name = nameOwed(entry ?? { issueKey });
  const noted = debtor.find(name);
  const told = tellOwed(host, conversation, { issueKey, object, announced: debtor.listAnnounced(name) });
  if (told === undefined) return [];
  const moment = { now: host.clock.now(), random: host.clock.random() };
  if (!told.ok) {
    const isOwed = entry !== undefined && told.problem.kind !== 'over_budget';
    if (isOwed) debtor.replace(name, afterFailure(entry, told.problem, moment));
    return [];
  }
  if (entry === undefined && !told.value.hasChanged) return [];
  const { wish = 'live', since = moment.now, attempts = 0 } = entry ?? noted ?? {};
  const link = { issueKey, wish, since, key: object.key, entry: noted, attempts };
  const left = afterTelling(link, told.value, moment.now);
  // An object that is gone hears nothing any more.
  if (left !== noted) debtor.replace(name, entry?.removed === undefined ? left : undefined);
  return told.value.hasChanged && entry?.removed === undefined ? again : [];
}

function objectOf({ kind, key }: Entity, { removed }: OwedEntry): KeyReading {
  return removed ?? { kind, key };
}

/** When the chain goes on; undefined when there is nothing to go on with, or too late for a chain. */
function findPause(
  { clock, settings }: TellingHost,
  conversation: Conversation,
  { state, debtors }: { readonly state: TellState; readonly debtors: readonly Debtor[] },
): number | undefined {
  const now = clock.now();
  const owed = debtors.flatMap((debtor) =>
    [...listTellable(debtor), ...debtor.listQuestions()].filter(
      (entry) => findApplication(settings, objectOf(debtor.entity, entry).kind) !== undefined,
    ),
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
