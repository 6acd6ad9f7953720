/** A state machine as the host runs it: what there is and which functions exist, the functions themselves stay here. */
export interface MachineDescription {
  /** The field it owns. */
  readonly field: string;
  /** The field whose value chooses among the machines. */
  readonly typeField?: string;
  /** The machines by the type they are for; the default one under the empty text. */
  readonly machines: Readonly<Record<string, StatesDescription>>;
}

export type StatesDescription = Readonly<Record<string, StateDescription>>;

export interface StateDescription {
  readonly isInitial: boolean;
  readonly onEnter: boolean;
  readonly onExit: boolean;
  /** By the event's name. */
  readonly transitions: Readonly<Record<string, TransitionDescription>>;
}

export interface TransitionDescription {
  readonly target: string;
  readonly guard: boolean;
  readonly action: boolean;
  /** When the transition happens by itself. */
  readonly afterMs?: number;
}

export type MachinePart = Readonly<Record<string, unknown>>;

/** `states`, or `defaultMachine` where there are `alternativeMachines`. */
export function describeMachine(rule: MachinePart): MachineDescription {
  const machines: Record<string, StatesDescription> = { '': describeStates(statesOf(rule, '')) };
  for (const type of Object.keys(partOf(rule.alternativeMachines)))
    machines[type] = describeStates(statesOf(rule, type));
  return {
    field: String(rule.fieldName ?? rule.stateFieldName ?? ''),
    ...(typeof rule.typeFieldName === 'string' ? { typeField: rule.typeFieldName } : {}),
    machines,
  };
}

/** The states of one machine of a rule, as the script wrote them. */
export function statesOf(rule: MachinePart, type: string): MachinePart {
  if (type !== '') return partOf(partOf(rule.alternativeMachines)[type]);
  return partOf(rule.states ?? rule.defaultMachine);
}

/** The properties of an object; of anything else none. */
export function partOf(value: unknown): MachinePart {
  return typeof value === 'object' && value !== null ? (value as MachinePart) : {};
}

function describeStates(states: MachinePart): StatesDescription {
  const described: Record<string, StateDescription> = {};
  for (const [name, written] of Object.entries(states)) {
    const state = partOf(written);
    const transitions = Object.entries(partOf(state.transitions)).map(([event, transition]) => [
      event,
      describeTransition(partOf(transition), Object.keys(states)),
    ]);
    described[name] = {
      isInitial: state.initial === true,
      onEnter: typeof state.onEnter === 'function',
      onExit: typeof state.onExit === 'function',
      transitions: Object.fromEntries(transitions),
    };
  }
  return described;
}

function describeTransition(
  { targetState, guard, action, after }: MachinePart,
  states: readonly string[],
): TransitionDescription {
  const target = String(targetState);
  // States are values of a field, whose names count in any letter case: JetBrains' own sample mixes them.
  const known = states.find((name) => name.toLowerCase() === target.toLowerCase());
  return {
    target: known ?? target,
    guard: typeof guard === 'function',
    action: typeof action === 'function',
    ...(typeof after === 'number' ? { afterMs: after } : {}),
  };
}
