import { isDraft } from '../../context/computed-properties.ts';
import type { Change } from '../../ports/execution.ts';
import type { Id } from '../../world/transaction.ts';
import { rulesOf } from '../active-rules.ts';
import { changedWholes } from '../changed-wholes.ts';
import {
  currentState,
  findState,
  type IssueMachine,
  initialState,
  openMachine,
  setState,
  stateBefore,
} from './issue-machine.ts';
import { enter, follow } from './transitions.ts';

/**
 * Holds what a transaction has changed against the state machines of active apps, and runs the functions of the states and
 * transitions passed.
 * @returns whether anything was passed
 * @throws WorkflowError for a change no transition allows, ScriptError when a function throws
 */
export function runStateMachines(change: Change): boolean {
  const rules = rulesOf(change.sandbox, 'stateMachine', 'Issue');
  if (rules.length === 0) return false;
  let hasPassed = false;
  for (const issue of changedWholes(change.tx, 'Issue').changed) {
    for (const rule of rules) {
      const machine = openMachine(change, rule, { issue, user: change.user });
      if (machine !== undefined) hasPassed = check(machine, issue) || hasPassed;
    }
  }
  return hasPassed;
}

function check(machine: IssueMachine, issue: Id): boolean {
  const { change, key } = machine;
  if (isDraft(change.tx, issue)) return false;
  const now = currentState(machine);
  const isHandled = change.machineStates.has(key);
  if (!isHandled && isFresh(change, issue)) return enterInitial(machine);
  const before = isHandled ? change.machineStates.get(key) : stateBefore(machine);
  if (now === before) return resetForeign(machine, now);
  if (now === undefined || before === undefined || findState(machine, before) === undefined) {
    enter(machine, now ?? '');
    return true;
  }
  follow(machine, before, now);
  return true;
}

function isFresh({ tx }: Change, issue: Id): boolean {
  return tx.isNew(issue) || tx.original(issue, 'isDraft') === true;
}

/** A new issue begins in the initial state, whatever the field's default is. */
function enterInitial(machine: IssueMachine): boolean {
  const initial = initialState(machine);
  if (initial === undefined) return false;
  if (currentState(machine) !== initial) setState(machine, initial);
  enter(machine, initial);
  return true;
}

/** "Per-type machines keep the current state only if it exists in the new effective machine; otherwise they reset." */
function resetForeign(machine: IssueMachine, state: string | undefined): boolean {
  if (machine.rule.script.rule.machine?.typeField === undefined) return false;
  return state !== undefined && findState(machine, state) === undefined && enterInitial(machine);
}
