import type { Change } from '../ports/execution.ts';
import type { Id } from '../world/transaction.ts';
import { idsIn } from '../world/values.ts';
import { type AppRule, isActiveIn, rulesOf } from './active-rules.ts';
import { changedWholes } from './changed-wholes.ts';
import { runStateMachines } from './machines/run-state-machines.ts';
import { prepareRule } from './rule-run.ts';
import { stampChanges } from './stamp-changes.ts';

const targets = [
  ['Issue', 'issue'],
  ['Article', 'article'],
] as const;

/** More rounds than rules could need: each round runs at least one rule for one entity for the first time. */
const mostRounds = 1_000;

/**
 * Stamps what the transaction has changed and runs the on-change rules of every active app for it, inside the transaction. Changes that
 * rules make set off further rules; a rule whose action has run for an entity does not run for it again (JetBrains,
 * script-types: "Do not expect a rule to re-fire in the same transaction after it has already executed").
 * @throws ScriptError when a guard or an action throws: the whole change is undone
 */
export function runOnChangeRules(change: Change): void {
  const fired = new Set<string>();
  const stamped = new Set<Id>();
  stampChanges(change, stamped);
  for (let round = 0; round < mostRounds; round += 1) {
    const ranMachines = runStateMachines(change);
    const ranRules = targets.map(([type, name]) => runRound(change, { type, name, fired }));
    stampChanges(change, stamped);
    if (!ranMachines && !ranRules.includes(true)) return;
  }
}

interface Round {
  readonly type: 'Issue' | 'Article';
  /** What the entity is called in `ctx`. */
  readonly name: 'issue' | 'article';
  readonly fired: Set<string>;
}

/** Whether any action ran. */
function runRound(change: Change, { type, name, fired }: Round): boolean {
  const rules = rulesOf(change.sandbox, 'onChange', type);
  if (rules.length === 0) return false;
  const { changed, removed } = changedWholes(change.tx, type);
  let hasRun = false;
  for (const rule of rules) {
    const { runOnChange, runOnRemoval } = rule.script.rule;
    const subjects = [...(runOnChange ? changed : []), ...(runOnRemoval ? removed : [])];
    for (const subject of subjects) hasRun = runFor(change, rule, { subject, name, fired }) || hasRun;
  }
  return hasRun;
}

function runFor(
  change: Change,
  rule: AppRule,
  { subject, name, fired }: { readonly subject: Id; readonly name: string; readonly fired: Set<string> },
): boolean {
  const key = `${rule.app.package.name}/${rule.script.name}/${subject}`;
  const [project] = idsIn(change.tx.get(subject, 'project'));
  if (fired.has(key) || project === undefined || !isActiveIn(rule.app, project)) return false;
  const run = prepareRule(rule, { change, user: change.user, project, entities: { [name]: subject } });
  if (run === undefined || !run.passes()) return false;
  fired.add(key);
  run.run('action');
  return true;
}
