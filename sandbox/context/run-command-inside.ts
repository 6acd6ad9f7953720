import type { Id } from '../world/transaction.ts';
import type { Change } from './execution.ts';

export function runCommandInside(_change: Change, _command: { issue: Id; user: Id; command: string }): void {
  throw new Error('entities.Issue.applyCommand() is not emulated by the sandbox');
}
