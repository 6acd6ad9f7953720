import type { ContextDescription } from '../api/context.ts';
import type { FunctionPath } from '../api/run.ts';
import type { Primitive } from '../api/wire.ts';
import { execute } from '../context/execute.ts';
import { followUp } from '../context/follow-up.ts';
import { entityToScript } from '../context/script-values.ts';
import { startChain } from '../context/start-chain.ts';
import type { Change, Execution } from '../ports/execution.ts';
import type { Id } from '../world/transaction.ts';
import type { AppRule } from './active-rules.ts';
import { reportProblems } from './report-problems.ts';
import { resolveRequirements } from './resolve-requirements.ts';

/** One rule, ready to be asked and run for one entity. */
export interface RuleRun {
  /** Whether the guard lets the rule run; without a guard it does. @throws ScriptError */
  passes(): boolean;
  /** Runs a function of the rule and plans what it scheduled. @returns what it returned, as far as it matters */
  run(path: FunctionPath | 'action'): Primitive;
}

export interface RuleSubject {
  readonly change: Change;
  readonly user: Id;
  readonly project: Id;
  /** The names entities have in `ctx`. */
  readonly entities: Readonly<Record<string, Id>>;
  readonly userInput?: Primitive;
}

/** Undefined when the rule's requirements are not met in the project: the problem is in the app's log then. */
export function prepareRule({ app, script }: AppRule, subject: RuleSubject): RuleRun | undefined {
  const { change, project } = subject;
  const { resolved, problems } = resolveRequirements(change.tx, { script, project });
  if (problems.length > 0) {
    reportProblems(app, problems);
    return undefined;
  }
  const context = { ...describeContext(subject), requirements: resolved };
  const start = (): Execution => ({
    change,
    app,
    script,
    user: subject.user,
    project,
    chain: startChain(context),
    streams: [],
  });
  return {
    passes: () =>
      !script.rule.hasGuard || execute(start(), { in: 'rule', name: 'guard' }, context).result === true,
    run(path) {
      const execution = start();
      const { result } = execute(execution, path === 'action' ? { in: 'rule', name: path } : path, context);
      followUp(execution);
      return result;
    },
  };
}

function describeContext({ change, entities, project, userInput }: RuleSubject): ContextDescription {
  const wires = Object.entries({ project, ...entities }).map(([name, id]) => [
    name,
    entityToScript(change.tx, id),
  ]);
  return {
    entities: Object.fromEntries(wires),
    flags: { isMcpRequest: change.isMcp, isSilentOperation: change.isSilent },
    ...(userInput === undefined ? {} : { userInput }),
  };
}
