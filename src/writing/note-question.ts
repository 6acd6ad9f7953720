import {
  isDropped,
  listOwing,
  nameOwed,
  type OwedEntry,
  type OwedSet,
  withOwed,
  withoutOwed,
} from '../links/owed-set.ts';
import type { Entity } from '../ports/youtrack.ts';
import type { ToldChange } from './owe-tracker.ts';
import { readOwed, writeOwed } from './read-owed.ts';

/** Questions kept for one object; of more than that only the looks after the removals know. */
const mostQuestions = 100;

/** A removal, with whether it is one of those that setting a whole list makes: then it is no report of what has happened in Tracker. */
export interface AskingChange extends ToldChange {
  readonly isSet?: boolean | undefined;
}

/**
 * Notes beside an object's links that Tracker is to be asked what else a removal is meant for, so that it is asked even where the looks
 * after the removal are lost, or come to an end before Tracker answers. An earlier question about the same key is a part of this one.
 * @param nextAt when it may be asked by others than the looks: epoch milliseconds
 */
export function noteQuestion(entity: Entity, change: AskingChange, nextAt: number): void {
  const owed = readOwed(entity);
  if (!owed.ok || isAnswered(owed.value, change)) return;
  const question = toQuestion(change, nextAt);
  const known = owed.value.get(nameOwed(question));
  const hasRoom = listOwing(owed.value).filter(({ asks }) => asks !== undefined).length < mostQuestions;
  if (known === undefined ? hasRoom : known.since < question.since)
    writeOwed(entity, withOwed(owed.value, question));
}

/** A removal that Tracker has reported, when and in whose name. */
export interface ReportedRemoval {
  readonly issueKey: string;
  readonly at: number;
  readonly by: string;
}

/** With the question whose a reported removal was, which may be of our own doing; it is a part of the one about a later report. */
export function withReport(owed: OwedSet, { issueKey, at, by }: ReportedRemoval, nextAt: number): OwedSet {
  const asks = { by, via: 'tracker', isReport: true } as const;
  const question: OwedEntry = { issueKey, wish: 'gone', since: at, attempts: 0, nextAt, asks };
  const known = owed.get(nameOwed(question));
  return known === undefined || known.since < at ? withOwed(owed, question) : owed;
}

/** Notes such a question beside an object's links, so that it is asked even where the call that is to ask it is lost. */
export function noteReport(entity: Entity, removal: ReportedRemoval, nextAt: number): void {
  const owed = readOwed(entity);
  if (owed.ok) writeOwed(entity, withReport(owed.value, removal, nextAt));
}

/** The question that is noted for a removal, if there is one. */
export function findQuestion(owed: OwedSet, change: Pick<ToldChange, 'issueKey'>): OwedEntry | undefined {
  return owed.get(nameOfQuestion(change));
}

/** Takes away the question of a removal, or of an earlier one under the same key: Tracker has answered it. */
export function forgetQuestion(entity: Entity, change: Pick<ToldChange, 'issueKey' | 'stamp'>): void {
  const owed = readOwed(entity);
  if (!owed.ok) return;
  const question = findQuestion(owed.value, change);
  const isMeant = question !== undefined && question.since <= change.stamp.at;
  if (isMeant && question.droppedAt === undefined)
    writeOwed(entity, withoutOwed(owed.value, nameOwed(question)));
}

/** Whether a person has said that Tracker need not be asked. */
export function isAnswered(owed: OwedSet, change: Pick<ToldChange, 'issueKey' | 'stamp'>): boolean {
  return isDropped(findQuestion(owed, change), change.stamp.at);
}

function toQuestion({ issueKey, stamp, isSet }: AskingChange, nextAt: number): OwedEntry {
  const asks = { by: stamp.by, via: stamp.via, ...(isSet && { isSet }) };
  return { issueKey, wish: 'gone', since: stamp.at, attempts: 0, nextAt, asks };
}

function nameOfQuestion({ issueKey }: Pick<ToldChange, 'issueKey'>): string {
  return nameOwed({ issueKey, asks: { by: '', via: 'youtrack' } });
}
