import { isInQuestion } from '../links/is-in-question.ts';
import { liveStamp } from '../links/link-set.ts';
import {
  findOwing,
  isDropped,
  isDue,
  nameOwed,
  nothingOwed,
  type OwedEntry,
  withOwed,
  withoutOwed,
} from '../links/owed-set.ts';
import type { FromTracker, Tracker } from '../ports/tracker.ts';
import type { Host } from '../ports/youtrack.ts';
import { forgetQuestion } from '../writing/note-question.ts';
import { findApplication, hasNeighbour, listOthers, toAskingMemo } from '../writing/owe-tracker.ts';
import { readOwed, readShownOwed, writeOwed } from '../writing/read-owed.ts';
import type { LookedAt, LookStep, StepEnd } from '../writing/settle-links.ts';
import { afterTelling, announcedMs } from './after-telling.ts';
import { askFirst, noteAnswered } from './ask-first.ts';
import { afterFailure } from './back-off.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { type Mirrored, mirrorLink, toMirroredObject } from './mirror-link.ts';
import { encodeMemo, parseMemo, type TellMemo } from './tell-memo.ts';

type TellHost = Pick<Host, 'clock' | 'findEntity' | 'settings'>;

/**
 * Makes what tells Tracker of an operation, look by look: once it has been told, a later look checks that it is so and collapses
 * what two may have made at once; where the links have changed since, it is told again. What it writes is what is owed, nothing
 * else, because it waits for Tracker.
 * @param tracker undefined where the settings no longer connect to it: all stays owed
 */
export function createTellStep(host: TellHost, tracker: Tracker | undefined): LookStep {
  if (tracker === undefined) return ({ memo }) => ({ memo });
  const conversation = openConversation(tracker, host.clock);
  return (looked) => stepLooked(host, conversation, looked);
}

/** One link, with all that is known of what Tracker knows of it. */
interface Telling extends LookedAt {
  readonly wish: 'live' | 'gone';
  readonly known: TellMemo;
  /** What is owed. */
  readonly entry: OwedEntry | undefined;
  /** What is written down of the link, though nothing may be owed for it. */
  readonly noted: OwedEntry | undefined;
}

/** Asks first under which keys Tracker knows the issue, where that matters; the telling waits for the answer. */
function stepLooked(host: TellHost, conversation: Conversation, looked: LookedAt): StepEnd {
  const { asks, answers } = parseMemo(looked.memo);
  if (answers !== undefined) return noteAnswered(looked, answers);
  if (asks === undefined) {
    if (looked.change.wish === 'gone') forgetQuestion(looked.entity, looked.change);
    return tellLooked(host, conversation, looked);
  }
  const asked = askFirst(host, conversation, looked);
  if ('end' in asked) return asked.end;
  return { ...tellLooked(host, conversation, asked.tells), also: asked.also };
}

function tellLooked(host: TellHost, conversation: Conversation, looked: LookedAt): StepEnd {
  const telling = toTelling(looked);
  const { memo, known, entry, wish, entity, change } = telling;
  const origin = findApplication(host.settings, entity.kind);
  if (origin === undefined || isDropped(telling.noted, change.stamp.at)) return { memo };
  if (isNobodysConcern(telling)) {
    if (entry?.since === change.stamp.at) replace(looked, undefined);
    return { memo };
  }
  const isTold = known.told === wish;
  if (isTold && known.isChecked) {
    // An older value has come back with a transaction that began before it was told.
    if (entry?.since === change.stamp.at) replace(looked, undefined);
    return { memo };
  }
  if (entry !== undefined && !isDue(entry, host.clock.now())) return { memo };
  if (isInQuestion(readShownOwed(entity), looked.links, change.issueKey))
    return putOff(host, conversation, telling);
  if (looked.hasWritten || conversation.isOver()) return putOff(host, conversation, telling);
  const { issueKey } = change;
  const object = toMirroredObject(host, entity);
  const announced = telling.noted?.echoes ?? [];
  const mirrored = mirrorLink(conversation, {
    ...{ issueKey, wish, origin, announced, object },
    elsewhere: listOthers(looked.links, issueKey),
  });
  return mirrored.ok
    ? noteTold(host, telling, mirrored.value)
    : noteProblem(host, conversation, telling, mirrored);
}

function toTelling(looked: LookedAt): Telling {
  const { entity, links, change, memo } = looked;
  const stored = readOwed(entity);
  const owed = stored.ok ? stored.value : nothingOwed;
  const name = nameOwed(change);
  return {
    ...looked,
    wish: liveStamp(links.get(change.issueKey)) === undefined ? 'gone' : 'live',
    known: parseMemo(memo),
    entry: findOwing(owed, name),
    noted: owed.get(name),
  };
}

/** Another operation has undone this one before Tracker could hear of it. */
function isNobodysConcern({ known, entry, wish, change }: Telling): boolean {
  const attempts = (known.attempts ?? 0) + (entry?.attempts ?? 0);
  return known.told === undefined && attempts === 0 && wish !== change.wish;
}

function noteTold(host: TellHost, telling: Telling, mirrored: Mirrored): StepEnd {
  const { change, wish, entity, known, entry, noted } = telling;
  const { issueKey, stamp } = change;
  const attempts = (known.attempts ?? 0) + (entry?.attempts ?? 0);
  if (entry === undefined && !mirrored.hasChanged)
    return { memo: encodeMemo({ told: wish, isChecked: true }) };
  const told = { issueKey, wish, since: stamp.at, key: entity.key, entry: noted, attempts };
  const left = afterTelling(told, mirrored, host.clock.now());
  if (left !== undefined || noted !== undefined) replace(telling, left);
  if (mirrored.unannounced.length > 0)
    return { memo: encodeMemo({ attempts: attempts + 1 }), againMs: announcedMs };
  // What is new here and known there may be linked here under another key of its issue.
  const isKnown = wish === 'live' && attempts === 0 && !mirrored.hasChanged;
  if (isKnown && hasNeighbour(telling.links, issueKey)) return { memo: toAskingMemo(undefined) };
  return { memo: encodeMemo({ told: wish, isChecked: !mirrored.hasChanged }) };
}

function noteProblem(
  host: TellHost,
  conversation: Conversation,
  telling: Telling,
  { problem }: Extract<FromTracker<Mirrored>, { ok: false }>,
): StepEnd {
  if (problem.kind === 'over_budget') return putOff(host, conversation, telling);
  const { known } = telling;
  const moment = { now: host.clock.now(), random: host.clock.random() };
  // A check that fails is no reason to say that Tracker does not know.
  if (known.told !== telling.wish)
    replace(telling, afterFailure(telling.entry ?? toEntry(telling, moment.now), problem, moment));
  return { memo: encodeMemo({ ...known, attempts: (known.attempts ?? 0) + 1 }) };
}

/** It stays owed, and is owed again where another transaction has undone the entry. */
function putOff(host: TellHost, conversation: Conversation, telling: Telling): StepEnd {
  const { memo, known, entry, wish, hasWritten } = telling;
  if (entry === undefined && known.told !== wish) replace(telling, toEntry(telling, host.clock.now()));
  const againMs = hasWritten ? undefined : conversation.againMs();
  return againMs === undefined ? { memo } : { memo, againMs };
}

function toEntry({ change, wish, known, noted }: Telling, nextAt: number): OwedEntry {
  const { issueKey, stamp } = change;
  const echoes = noted?.echoes;
  const attempts = known.attempts ?? 0;
  return { issueKey, wish, since: stamp.at, attempts, nextAt, ...(echoes && { echoes }) };
}

/** Puts an entry in place of the one of this link, or takes that away; a value that cannot be read is left alone. */
function replace({ entity, change }: LookedAt, entry: OwedEntry | undefined): void {
  const stored = readOwed(entity);
  if (!stored.ok) return;
  const owed = entry ? withOwed(stored.value, entry) : withoutOwed(stored.value, nameOwed(change));
  writeOwed(entity, owed);
}
