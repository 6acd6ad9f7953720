import { WorkflowError } from '../../context/workflow-error.ts';
import { rulesOf } from '../active-rules.ts';
import { currentState, findState, openMachine } from '../machines/issue-machine.ts';
import { fireEvent } from '../machines/transitions.ts';
import { CommandError } from './command-error.ts';
import type { ParseStep } from './command-step.ts';
import { takeKeyword, takeOneOf } from './command-text.ts';

/** `State fix`: an event of the state machine that owns a field. */
export const parseEventStep: ParseStep = ({ change, issue, user }, text) => {
  for (const rule of rulesOf(change.sandbox, 'stateMachine', 'Issue')) {
    const machine = openMachine(change, rule, { issue, user });
    const start = machine === undefined ? undefined : takeKeyword(text, machine.field.name);
    if (machine === undefined || start === undefined) continue;
    const events = Object.keys(findState(machine, currentState(machine) ?? '')?.transitions ?? {});
    const taken = takeOneOf(
      start,
      events.map((event) => [event, event] as const),
    );
    if (taken !== undefined)
      return { text: taken.text, apply: () => refuseClearly(() => fireEvent(machine, taken.value)) };
  }
  return undefined;
};

function refuseClearly(fire: () => void): void {
  try {
    fire();
  } catch (error) {
    if (error instanceof WorkflowError) throw new CommandError(error.message);
    throw error;
  }
}
