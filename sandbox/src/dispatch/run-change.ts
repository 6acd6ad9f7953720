import type { Change } from '../ports/execution.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { runCommand } from '../rules/commands/run-command.ts';
import { recordActivities } from '../rules/record-activities.ts';
import { runOnChangeRules } from '../rules/run-on-change-rules.ts';
import type { Id, RunOptions, Transaction } from '../world/transaction.ts';

export interface ChangeOptions extends RunOptions {
  /** Who makes the change: on-change rules run in this name. */
  readonly user: Id;
  readonly mode: 'read' | 'write';
  /** Whether it comes from an MCP client (`ctx.isMcpRequest` of rules). */
  readonly isMcp?: boolean;
  /** Whether it is a command without notifications (`ctx.isSilentOperation` of rules). */
  readonly isSilent?: boolean;
  /** Leave `updated` and `updatedBy` alone (`modifyUpdatedProperties: false` of scheduled rules). */
  readonly keepsUpdated?: true;
}

/**
 * Runs work in a transaction the way a server does: afterwards changed issues and articles get their `updated` time, the
 * on-change rules of all active apps run inside the same transaction, and only after the commit mails go out and async
 * functions are scheduled. Whatever throws on the way undoes it all.
 */
export async function runChange<T>(
  sandbox: Sandbox,
  { user, mode, isMcp = false, isSilent = false, keepsUpdated, ...options }: ChangeOptions,
  work: (tx: Transaction, change: Change) => T | Promise<T>,
): Promise<T> {
  const afterCommit: (() => void)[] = [];
  const result = await sandbox.world.transactions.run(
    mode,
    async (tx) => {
      const change: Change = {
        sandbox,
        tx,
        user,
        isMcp,
        isSilent,
        machineStates: new Map(),
        afterCommit,
        applyCommand: ({ command, ...place }) => runCommand({ change, ...place }, command, 'of the script'),
        ...(keepsUpdated ? { keepsUpdated } : {}),
      };
      const value = await work(tx, change);
      if (!tx.isReadonly) finishChange(change);
      return value;
    },
    options,
  );
  for (const follow of afterCommit) follow();
  return result;
}

function finishChange(change: Change): void {
  runOnChangeRules(change);
  recordActivities(change);
}
