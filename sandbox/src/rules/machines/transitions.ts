import type { TransitionDescription } from '../../api/describe-machine.ts';
import { WorkflowError } from '../../context/workflow-error.ts';
import { currentState, findState, type IssueMachine, runHook, setState } from './issue-machine.ts';
import { planTimers } from './plan-timers.ts';

/** The transitions that leave a state, by event. */
function transitionsOf(
  machine: IssueMachine,
  state: string,
): [event: string, transition: TransitionDescription][] {
  return Object.entries(findState(machine, state)?.transitions ?? {});
}

/**
 * Takes the issue, whose field has been set already, from one state to the next: source's `onExit`, the transition's
 * `action`, target's `onEnter`.
 * @throws WorkflowError when no transition leads there, or none whose guard lets it
 */
export function follow(machine: IssueMachine, from: string, to: string): void {
  const leading = transitionsOf(machine, from).filter(([, { target }]) => target === to);
  const { name } = machine.field;
  if (leading.length === 0)
    throw new WorkflowError(`The state machine of ${name} knows no way from ${from} to ${to}`);
  const open = leading.find(
    ([event, { guard }]) => !guard || runHook(machine, { state: from, event, name: 'guard' }),
  );
  if (open === undefined)
    throw new WorkflowError(
      `The state machine of ${name} does not let the issue go from ${from} to ${to} now`,
    );
  pass(machine, { from, event: open[0], transition: open[1] });
}

/** Makes an event happen. @throws WorkflowError when the issue's state does not know it, or its guard forbids it */
export function fireEvent(machine: IssueMachine, event: string): void {
  const from = currentState(machine) ?? '';
  const transition = findState(machine, from)?.transitions[event];
  if (transition === undefined) throw new WorkflowError(`There is no event ${event} in the state ${from}`);
  if (transition.guard && !runHook(machine, { state: from, event, name: 'guard' })) {
    throw new WorkflowError(`The event ${event} is not allowed now`);
  }
  setState(machine, transition.target);
  pass(machine, { from, event, transition });
}

/** The first moments of an issue in a machine, or in a machine it was not in before. */
export function enter(machine: IssueMachine, state: string): void {
  remember(machine, state);
  if (findState(machine, state)?.onEnter === true) runHook(machine, { state, name: 'onEnter' });
  planTimers(machine, state);
}

interface Passage {
  readonly from: string;
  readonly event: string;
  readonly transition: TransitionDescription;
}

function pass(machine: IssueMachine, { from, event, transition }: Passage): void {
  remember(machine, transition.target);
  if (findState(machine, from)?.onExit === true) runHook(machine, { state: from, name: 'onExit' });
  if (transition.action) runHook(machine, { state: from, event, name: 'action' });
  enter(machine, transition.target);
}

function remember({ change, key }: IssueMachine, state: string): void {
  change.machineStates.set(key, state);
}
