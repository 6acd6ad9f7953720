import type { MachineDescription } from '../api/describe-machine.ts';
import { parseQuartz } from './quartz.ts';
import type { ScriptRule } from './script-module.ts';

/**
 * Why a rule can never run. JetBrains' generator writes stubs with an empty cron, command or machine, which are imported all
 * the same.
 */
export function idleReason({ kind, target, cron, machine, command }: ScriptRule): string | undefined {
  if (kind === 'sla' || (kind === 'action' && target !== 'Issue'))
    return `${target}.${kind} rules are not emulated by the sandbox`;
  if (kind === 'action' && !command?.trim()) return 'it names no command';
  if (kind === 'onSchedule') return cronProblem(cron);
  return machine === undefined ? undefined : machineProblem(machine);
}

function cronProblem(cron: string | undefined): string | undefined {
  if (!cron?.trim()) return 'it has no cron';
  try {
    parseQuartz(cron);
    return undefined;
  } catch (error) {
    return `its cron '${cron}' cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}

/** Every machine has one initial state, and every transition leads to a state of it. */
function machineProblem({ field, machines }: MachineDescription): string | undefined {
  if (field === '') return 'its state machine names no field';
  for (const states of Object.values(machines)) {
    const initial = Object.values(states).filter(({ isInitial }) => isInitial);
    if (initial.length !== 1) return `its state machine has ${initial.length} initial states`;
    for (const { transitions } of Object.values(states)) {
      const lost = Object.values(transitions).find(({ target }) => !Object.hasOwn(states, target));
      if (lost !== undefined)
        return `its state machine has a transition to the unknown state '${lost.target}'`;
    }
  }
  return undefined;
}
