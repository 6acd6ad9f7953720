import type { StatesDescription } from '../../api/describe-machine.ts';
import { findProjectField } from '../../context/project-fields.ts';
import type { Change } from '../../ports/execution.ts';
import type { Sandbox } from '../../ports/sandbox.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import { idsIn } from '../../world/values.ts';
import { isActiveIn, rulesOf } from '../active-rules.ts';
import { chooseType, type IssueMachine, openMachine, stateNamed } from './issue-machine.ts';

/** One custom field of an issue. */
export interface FieldOfIssue {
  readonly issue: Id;
  readonly field: Id;
}

/** The state machine that owns a field of an issue, ready to be asked. */
export function machineOfField(
  change: Change,
  { issue, field }: FieldOfIssue,
  user: Id,
): IssueMachine | undefined {
  for (const rule of rulesOf(change.sandbox, 'stateMachine', 'Issue')) {
    const machine = openMachine(change, rule, { issue, user });
    if (machine?.field.field === field) return machine;
  }
  return undefined;
}

/** The events a field's state machine knows in the issue's state; undefined when no machine owns the field. */
export function eventsOfField(
  { sandbox, tx }: { readonly sandbox: Sandbox; readonly tx: Transaction },
  { issue, field }: FieldOfIssue,
): readonly string[] | undefined {
  const [project] = idsIn(tx.get(issue, 'project'));
  for (const { app, script } of rulesOf(sandbox, 'stateMachine', 'Issue')) {
    const { machine } = script.rule;
    if (machine === undefined || project === undefined || !isActiveIn(app, project)) continue;
    const owned = findProjectField(tx, issue, machine.field);
    if (owned?.field !== field) continue;
    const states: StatesDescription = machine.machines[chooseType(tx, issue, machine)] ?? {};
    const state = stateNamed(tx, states, tx.get(issue, owned.property)) ?? '';
    return Object.keys(Object.hasOwn(states, state) ? (states[state]?.transitions ?? {}) : {});
  }
  return undefined;
}
