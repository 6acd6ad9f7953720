import type {
  AppliedAnswer,
  Difference,
  DifferencesAnswer,
  UnreadIssue,
} from '../../../src/mirroring/reconcile-answer.ts';
import type { MirrorProblem } from '../../../src/protocol/answers.ts';
import type { ReconcileRequest } from '../../../src/protocol/parse-reconcile.ts';
import type { Failure } from '../../shared/host/failure.ts';
import type { ReconcileScope } from './reconcile-api.ts';

export type Action = ReconcileRequest['action'];

/** A difference on the page, and what has become of it. */
export interface RunRow {
  readonly id: string;
  readonly difference: Difference;
  readonly isChosen: boolean;
  readonly action: Action;
  readonly step: 'found' | 'applying' | AppliedAnswer['outcome'];
  /** Why it could not be applied: Tracker's reason, or ours. */
  readonly problem?: MirrorProblem | undefined;
  readonly failure?: Failure | undefined;
}

/** How far a comparison is. `stopped`: by a person, or by trouble; it can go on. */
export interface RunState {
  readonly phase: 'idle' | 'looking' | 'stopped' | 'looked' | 'applying';
  readonly scope: ReconcileScope;
  readonly total: number;
  readonly looked: number;
  /** Where the next step begins. */
  readonly after?: string | undefined;
  readonly rows: readonly RunRow[];
  readonly unread: readonly UnreadIssue[];
  readonly isConnected: boolean;
  readonly problem?: MirrorProblem | undefined;
  readonly failure?: Failure | undefined;
}

export const idle: RunState = {
  phase: 'idle',
  scope: {},
  total: 0,
  looked: 0,
  rows: [],
  unread: [],
  isConnected: true,
};

/** What can be done about a difference. The first is proposed: nothing is ever removed without being told. */
export function listActions({ found, entityUrl, problem }: Difference): readonly Action[] {
  if (found === 'different') return ['repair'];
  if (found === 'only_here') return problem === undefined ? ['add_there', 'remove_here'] : ['remove_here'];
  return entityUrl === undefined ? ['remove_there'] : ['add_here', 'remove_there'];
}

/** Whether an action takes a link away, so that it is never part of "choose all". */
export function isRemoval(action: Action): boolean {
  return action === 'remove_here' || action === 'remove_there';
}

/** Whether something can still be done about a row. */
export function isOpen({ step }: RunRow): boolean {
  return step === 'found' || step === 'failed';
}

/** The state after one more step of looking. */
export function afterStep(state: RunState, answer: DifferencesAnswer): RunState {
  const known = new Set(state.rows.map(({ id }) => id));
  const found = answer.differences.map(toRow).filter(({ id }) => !known.has(id));
  return {
    ...state,
    total: answer.total,
    looked: answer.looked,
    after: answer.next,
    rows: [...state.rows, ...found],
    unread: [...state.unread, ...answer.unread],
    isConnected: answer.isConnected,
    problem: answer.problem,
    failure: undefined,
  };
}

function toRow(difference: Difference): RunRow {
  const { kind, key, issueKey } = difference;
  const [action = 'repair'] = listActions(difference);
  return { id: `${kind} ${key} ${issueKey}`, difference, isChosen: false, action, step: 'found' };
}
