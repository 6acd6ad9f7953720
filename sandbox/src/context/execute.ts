import type { ContextDescription } from '../api/context.ts';
import type { FunctionPath } from '../api/run.ts';
import type { Execution } from '../ports/execution.ts';
import type { RealmError, RealmOutcome } from '../realm/realm.ts';
import { operate } from './operations.ts';

/** Thrown when a script's function failed: what it threw, already written to the app's log. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
  readonly thrown: RealmError;

  constructor(thrown: RealmError) {
    super(thrown.message);
    this.thrown = thrown;
  }
}

/** Calls a function of a script with a context. @throws ScriptError */
export function execute(
  execution: Execution,
  path: FunctionPath,
  context: ContextDescription,
): RealmOutcome & { ok: true } {
  const { app, script } = execution;
  const job = { kind: 'call', script: script.name, function: path, context } as const;
  const outcome = app.realm.run(job, (operation, a, b, c) => operate(execution, operation, [a, b, c]));
  if (outcome.ok) return outcome;
  logFailure(execution, outcome.error);
  throw new ScriptError(outcome.error);
}

function logFailure({ app, script, change, user }: Execution, { name, message, stack }: RealmError): void {
  app.log({
    level: 'ERROR',
    script: script.name,
    message: `${name}: ${message}`,
    user: String(change.tx.get(user, 'login') ?? user),
    ...(stack === '' ? {} : { stack }),
  });
}
