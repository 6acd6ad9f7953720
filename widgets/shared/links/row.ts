import type { LinkView, Via } from '../../../src/protocol/answers.ts';
import type { Failure } from '../host/failure.ts';

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
}

/** A link that the server has. */
export function toRow({ issueKey, url, addedAt, addedBy, via }: LinkView): Row {
  return { issueKey, url, added: { at: new Date(addedAt), by: addedBy, via }, step: { name: 'saved' } };
}

/** Is the link there, or about to be, as far as the person is concerned? */
export function isLinked({ step }: Pick<Row, 'step'>): boolean {
  return step.name === 'saved' || step.name === 'adding' || step.name === 'remove-failed';
}
