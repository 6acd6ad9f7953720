import type { StateDescription, StatesDescription } from '../../api/describe-machine.ts';
import type { FunctionPath } from '../../api/run.ts';
import { findProjectField, type ProjectField } from '../../context/project-fields.ts';
import { WorkflowError } from '../../context/workflow-error.ts';
import type { Change } from '../../ports/execution.ts';
import { findFieldValue, setField } from '../../world/custom-fields.ts';
import type { Id, Transaction, Value } from '../../world/transaction.ts';
import { foldCase, idsIn } from '../../world/values.ts';
import { type AppRule, isActiveIn } from '../active-rules.ts';
import { prepareRule, type RuleRun } from '../rule-run.ts';

/** A state machine at work on one issue. */
export interface IssueMachine {
  readonly rule: AppRule;
  readonly change: Change;
  readonly issue: Id;
  /** What the change remembers the issue's state under. */
  readonly key: string;
  readonly field: ProjectField;
  /** Which of the rule's machines it is: a value of the type field, or empty for the default one. */
  readonly type: string;
  readonly states: StatesDescription;
  readonly run: RuleRun;
}

/** The machine of a rule for an issue; undefined when it does not apply in the issue's project. */
export function openMachine(
  change: Change,
  rule: AppRule,
  { issue, user }: { issue: Id; user: Id },
): IssueMachine | undefined {
  const { machine } = rule.script.rule;
  const [project] = idsIn(change.tx.get(issue, 'project'));
  if (machine === undefined || project === undefined || !isActiveIn(rule.app, project)) return undefined;
  const field = findProjectField(change.tx, issue, machine.field);
  if (field === undefined) return undefined;
  const run = prepareRule(rule, { change, user, project, entities: { issue } });
  if (run === undefined) return undefined;
  const type = chooseType(change.tx, issue, machine);
  const states = machine.machines[type] ?? {};
  const key = `${rule.app.package.name}/${rule.script.name}/${issue}`;
  return { rule, change, issue, key, field, type, states, run };
}

/** The name of the state the issue is in now, as the machine spells it when it knows the state. */
export function currentState(machine: IssueMachine): string | undefined {
  const { change, issue, field } = machine;
  return stateNamed(change.tx, machine.states, change.tx.get(issue, field.property));
}

/** The state the issue was in when the transaction began. */
export function stateBefore(machine: IssueMachine): string | undefined {
  const { change, issue, field } = machine;
  return stateNamed(change.tx, machine.states, change.tx.original(issue, field.property));
}

/** Where a new issue begins. */
export function initialState({ states }: IssueMachine): string | undefined {
  return Object.keys(states).find((name) => states[name]?.isInitial === true);
}

/** How the machine describes a state; undefined when it does not know it. */
export function findState({ states }: IssueMachine, name: string): StateDescription | undefined {
  return Object.hasOwn(states, name) ? states[name] : undefined;
}

/** Puts the issue into a state. @throws WorkflowError when the field has no such value */
export function setState({ change, issue, field }: IssueMachine, name: string): void {
  const { tx, sandbox } = change;
  const value = findFieldValue(tx, field.field, name);
  if (value === undefined) throw new WorkflowError(`The field ${field.name} has no value ${name}`);
  setField(tx, { issue, field: field.field, value: { ref: value }, now: sandbox.clock.now() });
}

type Hook = Pick<Extract<FunctionPath, { in: 'machine' }>, 'state' | 'event' | 'name'>;

/** Runs a function of a state or a transition. */
export function runHook({ run, type }: IssueMachine, hook: Hook): boolean {
  return run.run({ in: 'machine', type, ...hook }) === true;
}

/** The state a value of the field stands for, as the machine spells it when it knows the state. */
export function stateNamed(tx: Transaction, states: StatesDescription, value: Value): string | undefined {
  const [id] = idsIn(value);
  if (id === undefined) return undefined;
  const name = String(tx.get(id, 'name'));
  return Object.keys(states).find((state) => foldCase(state) === foldCase(name)) ?? name;
}

/** Which of a rule's machines an issue is in: a value of the type field, or empty for the default one. */
export function chooseType(
  tx: Transaction,
  issue: Id,
  { typeField, machines }: NonNullable<AppRule['script']['rule']['machine']>,
): string {
  const field = typeField === undefined ? undefined : findProjectField(tx, issue, typeField);
  const [value] = field === undefined ? [] : idsIn(tx.get(issue, field.property));
  if (value === undefined) return '';
  const name = foldCase(String(tx.get(value, 'name')));
  return Object.keys(machines).find((type) => foldCase(type) === name) ?? '';
}
