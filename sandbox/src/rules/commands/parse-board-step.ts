import { canSee } from '../../world/access.ts';
import { currentSprint, sprintsOf } from '../../world/boards.ts';
import { CommandError } from './command-error.ts';
import type { ParseStep } from './command-step.ts';
import { takeKeyword, takeOneOf } from './command-text.ts';

/** `add Board Team Sprint 1`, `Board Team`, `remove Board Team` (help: "Command Reference", "Board"). */
export const parseBoardStep: ParseStep = ({ change: { tx, sandbox }, issue, user }, text) => {
  const removal = takeKeyword(text, 'remove Board');
  const start = removal ?? takeKeyword(text, 'add Board', 'Board');
  if (start === undefined) return undefined;
  const boards = [...tx.all('Agile')].filter((board) => canSee(tx, user, board));
  const board = takeOneOf(
    start,
    boards.map((id) => [String(tx.get(id, 'name')), id] as const),
  );
  if (board === undefined) throw new CommandError(`There is no board ${start.rest}`);
  const sprints = tx.find('Sprint', 'agile', { ref: board.value });
  const named = takeOneOf(
    board.text,
    sprints.map((id) => [String(tx.get(id, 'name')), id] as const),
  );
  const rest = named?.text ?? board.text;
  if (removal !== undefined) {
    const gone = named === undefined ? sprintsOf(tx, { issue, board: board.value }) : [named.value];
    const take = () => {
      for (const ref of gone) tx.delete(issue, 'sprints', { ref });
    };
    return { text: rest, apply: take };
  }
  const sprint = named?.value ?? currentSprint(tx, board.value, sandbox.clock.now());
  if (sprint === undefined) throw new CommandError('The board has no sprint');
  return { text: rest, apply: () => tx.add(issue, 'sprints', { ref: sprint }) };
};
