import type { Sandbox } from '../ports/sandbox.ts';
import { runCommand } from '../rules/commands/run-command.ts';
import type { Id } from '../world/transaction.ts';
import { runChange } from './run-change.ts';

export interface AppliedCommand {
  readonly user: Id;
  readonly issues: readonly Id[];
  /** The command as typed; may be empty when there is a comment. */
  readonly command: string;
  readonly comment?: string;
  /** Without notifications: rules see it as `ctx.isSilentOperation`. */
  readonly isSilent?: boolean;
}

/**
 * Applies a command to issues, all or none (`POST /api/commands`).
 * @throws CommandError for what cannot be understood or is not allowed, ScriptError when a rule throws
 */
export async function applyCommand(
  sandbox: Sandbox,
  { user, issues, command, comment, isSilent = false }: AppliedCommand,
): Promise<void> {
  await runChange(sandbox, { user, mode: 'write', isSilent }, (tx, change) => {
    for (const issue of issues) {
      if (command.trim() !== '' || comment === undefined)
        runCommand({ change, issue, user }, command, 'of the user');
      if (comment === undefined) continue;
      const now = sandbox.clock.now();
      tx.create('IssueComment', {
        issue: { ref: issue },
        author: { ref: user },
        text: comment,
        created: now,
        updated: now,
      });
    }
  });
}
