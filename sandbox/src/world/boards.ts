import type { Id, Transaction, Value } from './transaction.ts';
import { idsIn } from './values.ts';

/** The sprints of a board an issue is in now, or was in when the transaction began. */
export function sprintsOf(
  tx: Transaction,
  { issue, board }: { readonly issue: Id; readonly board: Id },
  at: 'now' | 'before' = 'now',
): Id[] {
  return idsIn(readSprints(tx, issue, at)).filter((sprint) => boardOf(tx, sprint) === board);
}

/** The boards an issue is on now, or was on when the transaction began. */
export function boardsOf(tx: Transaction, issue: Id, at: 'now' | 'before' = 'now'): Id[] {
  const boards = idsIn(readSprints(tx, issue, at)).map((sprint) => boardOf(tx, sprint));
  return [...new Set(boards)].filter((board) => board !== undefined);
}

/** The issues of a sprint. */
export function issuesOfSprint(tx: Transaction, sprint: Id): Id[] {
  return tx.find('Issue', 'sprints', { ref: sprint });
}

/**
 * The sprint a board works in: the chosen one, else the one that is under way, else the first that is not archived (a board
 * without sprints has a single one).
 */
export function currentSprint(tx: Transaction, board: Id, now: number): Id | undefined {
  const [chosen] = idsIn(tx.get(board, 'chosenSprint'));
  if (chosen !== undefined) return chosen;
  const open = tx
    .find('Sprint', 'agile', { ref: board })
    .filter((sprint) => tx.get(sprint, 'isArchived') !== true);
  const underWay = open.find((sprint) => {
    const [start, finish] = [tx.get(sprint, 'start'), tx.get(sprint, 'finish')];
    return typeof start === 'number' && typeof finish === 'number' && start <= now && now < finish;
  });
  return underWay ?? open[0];
}

/** The board of a sprint. */
export function boardOf(tx: Transaction, sprint: Id): Id | undefined {
  return idsIn(tx.get(sprint, 'agile'))[0];
}

function readSprints(tx: Transaction, issue: Id, at: 'now' | 'before'): Value {
  return at === 'now' ? tx.get(issue, 'sprints') : tx.original(issue, 'sprints');
}
