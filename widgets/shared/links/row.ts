import type { LinkView, MirrorView, Via } from '../../../src/protocol/answers.ts';
import type { Failure } from '../host/failure.ts';

const soonMs = 60_000;

/** Where a row is on its way between what the person did and what the server knows. */
export type RowStep =
  | { readonly name: 'saved' | 'adding' | 'removing' | 'removal-scheduled' | 'removed' }
  | { readonly name: 'add-failed' | 'remove-failed'; readonly failure: Failure };

/** One link as the panel shows it. What is not known of it is absent. */
export interface Row {
  readonly issueKey: string;
  readonly url: string;
  readonly added?: { readonly at: Date; readonly by: string; readonly via: Via };
  readonly step: RowStep;
  /** What Tracker knows of the link; absent where it is told nothing. */
  readonly mirror?: MirrorView;
}

/** A link that the server has. */
export function toRow({ issueKey, url, addedAt, addedBy, via, mirror }: LinkView): Row {
  const added = { at: new Date(addedAt), by: addedBy, via };
  return { issueKey, url, added, step: { name: 'saved' }, ...(mirror && { mirror }) };
}

/** Is the link there, or about to be, as far as the person is concerned? */
export function isLinked({ step }: Pick<Row, 'step'>): boolean {
  return step.name === 'saved' || step.name === 'adding' || step.name === 'remove-failed';
}

/** The server has the link, or is about to. */
export function isThere(row: Row | undefined): boolean {
  return row?.step.name === 'saved' || row?.step.name === 'adding';
}

/** It can be brought back. */
export function isRemoved(row: Row | undefined): boolean {
  return row?.step.name === 'removed' || row?.step.name === 'removal-scheduled';
}

/** Whether Tracker is to be told of it so soon that it is worth watching. */
export function isDueSoon(mirror: Row['mirror'], now: number): boolean {
  if (mirror?.state !== 'pending') return false;
  return mirror.nextAt === undefined || Date.parse(mirror.nextAt) - now < soonMs;
}
