import { runCommand } from '../rules/commands/run-command.ts';
import type { Id } from '../world/transaction.ts';
import type { Change } from './execution.ts';

/** `issue.applyCommand(command, runAs)`: inside the transaction of the script, with the script's rights. */
export function runCommandInside(
  change: Change,
  { issue, user, command }: { readonly issue: Id; readonly user: Id; readonly command: string },
): void {
  runCommand({ change, issue, user }, command, 'of the script');
}
