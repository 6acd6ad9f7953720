import type { InstalledApp } from '../../apps/installed-app.ts';
import type { Change } from '../../ports/execution.ts';
import type { TimedTransition } from '../../ports/jobs.ts';
import type { EntryModule } from '../../realm/script-module.ts';
import { currentState, openMachine } from './issue-machine.ts';
import { fireEvent } from './transitions.ts';

/** A transition whose time has come; nothing happens when the issue is gone or in another state by now. */
export function runTimedTransition(
  change: Change,
  { app, script }: { readonly app: InstalledApp; readonly script: EntryModule },
  { issue, state, event }: TimedTransition,
): void {
  if (script.kind !== 'rule' || change.tx.typeOf(issue) === undefined) return;
  const machine = openMachine(change, { app, script }, { issue, user: change.user });
  if (machine !== undefined && currentState(machine) === state) fireEvent(machine, event);
}
