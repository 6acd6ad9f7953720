import { withOwed } from '../links/owed-set.ts';
import type { Host } from '../ports/youtrack.ts';
import { isPassing, type TrackerProblem } from '../protocol/tracker-problem.ts';
import { succeed } from '../result.ts';
import { findQuestion, forgetQuestion, isAnswered, noteQuestion } from '../writing/note-question.ts';
import { untoldMemo } from '../writing/owe-tracker.ts';
import { readOwed, readShownOwed, writeOwed } from '../writing/read-owed.ts';
import type { LookedAt, StepEnd } from '../writing/settle-links.ts';
import type { PendingTarget } from '../writing/settle-state.ts';
import { askOtherKeys } from './ask-other-keys.ts';
import { afterFailure } from './back-off.ts';
import type { Conversation } from './conversation.ts';
import { encodeMemo, parseMemo } from './tell-memo.ts';

type AskHost = Pick<Host, 'clock' | 'findEntity' | 'settings'>;

/** What has come of asking: that is all for this look, or Tracker is to be told now. */
export type AskedFirst =
  | { readonly end: StepEnd }
  | { readonly tells: LookedAt; readonly also: readonly PendingTarget[] };

/**
 * Asks Tracker what else an operation is about, before it is told of it. Until it has answered, the question about a removal stays
 * noted beside the links, and is asked by the sweep as well.
 */
export function askFirst(host: AskHost, conversation: Conversation, looked: LookedAt): AskedFirst {
  const { entity, change } = looked;
  const { asks, isSet } = parseMemo(looked.memo);
  if (looked.hasWritten || conversation.isOver()) return waitToAsk(host, conversation, { looked, isSet });
  const isDropped = isAnswered(readShownOwed(entity), change);
  const asked = isDropped ? succeed([]) : askOtherKeys(host, conversation, { ...looked, isSet });
  if (!asked.ok && isWorthWaiting(asked.problem, looked))
    return waitToAsk(host, conversation, { looked, isSet, problem: asked.problem });
  const found = asked.ok ? asked.value : [];
  const also = change.wish === 'gone' ? found.map((one) => toAnswer(one, change.issueKey)) : found;
  if (also.length === 0) forgetQuestion(entity, change);
  else if (change.wish === 'gone') noteQuestion(entity, { ...change, isSet }, host.clock.now());
  // What was stored under another key alone was no change under this one, but Tracker has to hear of it.
  const wasElsewhere = change.wish === 'gone' && !isDropped && hasOtherRecord(conversation, looked);
  const isToldAfterAll = change.stamp.via === 'youtrack' && (also.length > 0 || wasElsewhere);
  const answered = change.wish === 'gone' ? encodeMemo({ answers: change.issueKey }) : undefined;
  if (asks === 'only' && !isToldAfterAll) return { end: { memo: answered, also } };
  const links = new Map(looked.links);
  for (const one of also) links.delete(one.change.issueKey);
  return { tells: { ...looked, links, memo: untoldMemo }, also };
}

/** Whether a link was there under another key of the issue, which somebody has removed meanwhile, or which has become this one. */
function hasOtherRecord(conversation: Conversation, { links, change: { issueKey } }: LookedAt): boolean {
  const read = conversation.readIssue(issueKey);
  const keys = read.ok ? [read.value.key, ...read.value.aliases] : [];
  return keys.some((key) => key !== issueKey && links.has(key));
}

/** A removal that the answer to a question has led to; once it is in place, the question is answered. */
function toAnswer(target: PendingTarget, issueKey: string): PendingTarget {
  return { ...target, memo: encodeMemo({ answers: issueKey }) };
}

/** A look has found in place what the answer to the question about a key has led to; another write may bring the question back. */
export function noteAnswered({ entity, change: { stamp }, memo }: LookedAt, issueKey: string): StepEnd {
  forgetQuestion(entity, { issueKey, stamp });
  return { memo };
}

/** A removal would be lost without the answer; what is made may as well be told without it. */
function isWorthWaiting(problem: TrackerProblem, { change }: LookedAt): boolean {
  return isPassing(problem) || change.wish === 'gone';
}

interface Waiting {
  readonly looked: LookedAt;
  readonly isSet: boolean | undefined;
  readonly problem?: TrackerProblem;
}

/** The looks to come ask again, and so does whoever finds the question noted. */
function waitToAsk(
  host: AskHost,
  conversation: Conversation,
  { looked, isSet, problem }: Waiting,
): AskedFirst {
  const { memo, hasWritten, entity, change } = looked;
  if (change.wish === 'gone') noteQuestion(entity, { ...change, isSet }, host.clock.now());
  if (problem !== undefined && problem.kind !== 'over_budget') notePutOff(host, looked, problem);
  const againMs = hasWritten ? undefined : conversation.againMs();
  return { end: againMs === undefined ? { memo } : { memo, againMs } };
}

/** Tracker was asked in vain. */
function notePutOff({ clock }: AskHost, { entity, change }: LookedAt, problem: TrackerProblem): void {
  const owed = readOwed(entity);
  const question = owed.ok ? findQuestion(owed.value, change) : undefined;
  const isOwn = question?.since === change.stamp.at && question.droppedAt === undefined;
  if (!owed.ok || question === undefined || !isOwn) return;
  const moment = { now: clock.now(), random: clock.random() };
  writeOwed(entity, withOwed(owed.value, afterFailure(question, problem, moment)));
}
