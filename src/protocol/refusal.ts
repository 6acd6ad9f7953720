import type { Result } from '../result.ts';
import type { FieldProblem } from './answers.ts';

/** Why a request is refused. One code of the protocol can have several reasons, each with its own sentence. */
export type RefusalReason =
  | 'malformed'
  | 'unfilled_variable'
  | 'forbidden'
  | 'foreign_identity'
  | 'foreign_settings'
  | 'not_administrator'
  | 'not_found'
  | 'unreadable_links'
  | 'newer_links'
  | 'body_too_large'
  | 'too_many_ids'
  | 'too_many_links'
  | 'no_room'
  | 'upstream';

/** A refusal as data; its status and its sentence are looked up when the answer is written. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly problems: readonly FieldProblem[];
}

export function refuse(reason: RefusalReason, problems: readonly FieldProblem[] = []): Refusal {
  return { reason, problems };
}

/** The refusal of a malformed request that names these problems, and those of its other half if that is malformed too. */
export function withProblems(problems: readonly FieldProblem[], other: Result<unknown, Refusal>): Refusal {
  const others = other.ok || other.problem.reason !== 'malformed' ? [] : other.problem.problems;
  return refuse('malformed', [...problems, ...others]);
}
