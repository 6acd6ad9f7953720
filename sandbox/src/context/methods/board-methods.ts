import type { EntityRef } from '../../api/wire.ts';
import type { Execution } from '../../ports/execution.ts';
import { boardsOf, currentSprint, issuesOfSprint, sprintsOf } from '../../world/boards.ts';
import type { Id } from '../../world/transaction.ts';
import { foldCase } from '../../world/values.ts';
import { entityArgument, textArgument } from '../arguments.ts';
import { entitiesToScript, entityToScript, type ScriptValue } from '../script-values.ts';
import type { Method } from './method.ts';

type IssueQuestion = (execution: Execution, own: EntityRef, issue: Id) => ReturnType<Method>;

/** A method whose one argument is an issue. */
function ofIssue(answer: IssueQuestion): Method {
  return (execution, own, [issue]: readonly ScriptValue[]) =>
    answer(execution, own, entityArgument(issue, 'issue', ['Issue']).id);
}

const issueSprints = ofIssue(({ change: { tx } }, { id: board }, issue) =>
  entitiesToScript(tx, sprintsOf(tx, { issue, board })),
);

/** Boards and sprints: which issues are on them, and putting them there (JetBrains' reference, `Agile`, `Sprint`). */
export const boardMethods: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
  Agile: {
    addIssue: ofIssue(({ change: { tx, sandbox } }, { id: board }, issue) => {
      const sprint = currentSprint(tx, board, sandbox.clock.now());
      if (sprint === undefined) throw new Error('The board has no sprint to add the issue to');
      tx.add(issue, 'sprints', { ref: sprint });
      return undefined;
    }),
    containsIssue: ofIssue(({ change: { tx } }, { id: board }, issue) => boardsOf(tx, issue).includes(board)),
    findSprintByName: ({ change: { tx } }, { id: board }, [name]) => {
      const wanted = foldCase(textArgument(name, 'name'));
      const sprints = tx.find('Sprint', 'agile', { ref: board });
      return entityToScript(
        tx,
        sprints.find((sprint) => foldCase(String(tx.get(sprint, 'name'))) === wanted),
      );
    },
    getAddedSprints: ofIssue(({ change: { tx } }, { id: board }, issue) => {
      const before = sprintsOf(tx, { issue, board }, 'before');
      return entitiesToScript(
        tx,
        sprintsOf(tx, { issue, board }).filter((sprint) => !before.includes(sprint)),
      );
    }),
    getIssueSprints: issueSprints,
    getRemovedSprints: ofIssue(({ change: { tx } }, { id: board }, issue) => {
      const now = sprintsOf(tx, { issue, board });
      return entitiesToScript(
        tx,
        sprintsOf(tx, { issue, board }, 'before').filter((sprint) => !now.includes(sprint)),
      );
    }),
    getSprints: issueSprints,
    isAdded: ofIssue(
      ({ change: { tx } }, { id: board }, issue) =>
        boardsOf(tx, issue).includes(board) && !boardsOf(tx, issue, 'before').includes(board),
    ),
    isRemoved: ofIssue(
      ({ change: { tx } }, { id: board }, issue) =>
        !boardsOf(tx, issue).includes(board) && boardsOf(tx, issue, 'before').includes(board),
    ),
    removeIssue: ofIssue(({ change: { tx } }, { id: board }, issue) => {
      for (const sprint of sprintsOf(tx, { issue, board })) tx.delete(issue, 'sprints', { ref: sprint });
      return undefined;
    }),
  },
  Sprint: {
    addIssue: ofIssue(({ change: { tx } }, { id }, issue) => {
      tx.add(issue, 'sprints', { ref: id });
      return undefined;
    }),
    containsIssue: ofIssue(({ change: { tx } }, { id }, issue) => issuesOfSprint(tx, id).includes(issue)),
    removeIssue: ofIssue(({ change: { tx } }, { id }, issue) => {
      tx.delete(issue, 'sprints', { ref: id });
      return undefined;
    }),
  },
};
