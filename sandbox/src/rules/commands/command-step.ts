import type { Change } from '../../ports/execution.ts';
import type { Id } from '../../world/transaction.ts';
import type { CommandText } from './command-text.ts';

/** Where a command is applied. */
export interface CommandPlace {
  readonly change: Change;
  readonly issue: Id;
  readonly user: Id;
}

/** One thing a command says, understood but not done yet. */
export interface CommandStep {
  /** What remains to be understood. */
  readonly text: CommandText;
  /** Whether it is a script's own command; the others need the right to update the issue. */
  readonly isCustom?: true;
  /** The permission it needs when it is not the one to update the issue. */
  readonly needs?: 'CREATE_WORK_ITEM';
  apply(): void;
}

/** Understands the beginning of a command, or leaves it to others. */
export type ParseStep = (place: CommandPlace, text: CommandText) => CommandStep | undefined;
