import type { Id, Transaction } from './transaction.ts';

const dayMs = 86_400_000;

export interface NewWorkItem {
  readonly issue: Id;
  readonly author: Id;
  /** Who enters it. */
  readonly creator: Id;
  readonly minutes: number;
  /** Any moment of the day the work was done on. */
  readonly date: number;
  readonly now: number;
  readonly text?: string | undefined;
  readonly type?: Id | undefined;
}

/** Enters work done on an issue. */
export function createWorkItem(tx: Transaction, item: NewWorkItem): Id {
  const { issue, author, creator, minutes, date, now, text, type } = item;
  return tx.create('IssueWorkItem', {
    issue: { ref: issue },
    author: { ref: author },
    creator: { ref: creator },
    description: text ?? null,
    date: midnightOf(date),
    duration: minutes,
    type: type === undefined ? null : { ref: type },
    created: now,
    updated: now,
  });
}

/** "The time part is set to midnight" (JetBrains' reference, `IssueWorkItem.date`), in UTC. */
export function midnightOf(timestamp: number): number {
  return Math.floor(timestamp / dayMs) * dayMs;
}

/** The work item types there are, by name in any letter case. */
export function findWorkItemType(tx: Transaction, name: string): Id | undefined {
  return tx.find('WorkItemType', 'name', name)[0];
}
