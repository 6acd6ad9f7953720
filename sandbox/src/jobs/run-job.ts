import type { ContextDescription } from '../api/context.ts';
import type { InstalledApp } from '../apps/installed-app.ts';
import { execute, ScriptError } from '../context/execute.ts';
import { followUp } from '../context/follow-up.ts';
import { noteSent } from '../context/note-sent.ts';
import { toPlainRequest } from '../context/outgoing-request.ts';
import { runChange } from '../dispatch/run-change.ts';
import type { Execution } from '../ports/execution.ts';
import type { PendingJob } from '../ports/jobs.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import type { EntryModule } from '../realm/script-module.ts';
import { type HttpExchange, sendRequest } from '../realm/send-request.ts';
import { runTimedTransition } from '../rules/machines/run-timed-transition.ts';
import { resolveRequirements } from '../rules/resolve-requirements.ts';
import type { Transaction } from '../world/transaction.ts';

/** An asynchronous request blocks nobody and may take as long as a patient client waits. */
const longestRequestMs = 60_000;

/**
 * Runs an async function in a read-write transaction of its own, as the user who scheduled it. It is skipped when that
 * user is banned, or the app or the script is no longer active (JetBrains' reference, async-functions, "Prerequisites").
 * What it throws undoes its transaction and goes to the app's log.
 */
export function runJob(sandbox: Sandbox, job: PendingJob): Promise<void> {
  const { app, script, function: name } = job;
  return sandbox.journal.within({ kind: 'job', app, script, function: name }, () => run(sandbox, job));
}

async function run(sandbox: Sandbox, job: PendingJob): Promise<void> {
  const app = sandbox.apps.byName(job.app);
  const script = app?.realm.modules.find(({ name }) => name === job.script);
  if (app === undefined || script === undefined || script.kind === 'library') return;
  try {
    const exchange = await sendFirst(sandbox, app, job);
    await runChange(sandbox, { user: job.user, mode: 'write', holdOn: 'clock' }, (tx, change) => {
      const problem = whySkipped(tx, { app, script, job });
      if (problem !== undefined) {
        app.log({
          level: 'WARN',
          script: job.script,
          message: `async function ${job.function} is skipped: ${problem}`,
        });
        return;
      }
      if (job.transition !== undefined) {
        runTimedTransition(change, { app, script }, job.transition);
        return;
      }
      const execution = {
        change,
        app,
        script,
        user: job.user,
        project: job.project,
        chain: chainOf(job),
        streams: [],
        ...(exchange === undefined ? {} : { exchange }),
      };
      runFunction(execution, job);
    });
  } catch (error) {
    if (error instanceof ScriptError) return;
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    app.log({ level: 'ERROR', script: job.script, message });
  }
}

function runFunction(execution: Execution, job: PendingJob): void {
  const { tx } = execution.change;
  const { resolved } = resolveRequirements(tx, { script: execution.script, project: job.project });
  const context: ContextDescription = { ...job.context, requirements: resolved };
  const withHttpResponse = execution.exchange === undefined ? {} : ({ withHttpResponse: true } as const);
  execute(execution, { in: 'asyncFunctions', name: job.function }, { ...context, ...withHttpResponse });
  followUp(execution);
}

/** The HTTP request of an `…Async` method goes out before its function runs, and outside of any transaction. */
async function sendFirst(
  sandbox: Sandbox,
  app: InstalledApp,
  job: PendingJob,
): Promise<HttpExchange | undefined> {
  if (job.request === undefined) return undefined;
  const place = {
    reveal: (name: string) => app.revealSecret(name, job.project),
    hosts: sandbox.hosts,
    longestMs: longestRequestMs,
  };
  const startMs = performance.now();
  const exchange = await sendRequest(toPlainRequest(job.request, place));
  noteSent(sandbox, { app: job.app, script: job.script, request: job.request, exchange, startMs });
  return exchange;
}

function chainOf(job: PendingJob): Execution['chain'] {
  return { hops: job.hops, stored: new Map(job.stored), context: job.context, scheduled: undefined };
}

interface JobPlace {
  readonly app: InstalledApp;
  readonly script: EntryModule;
  readonly job: PendingJob;
}

function whySkipped(tx: Transaction, { app, script, job }: JobPlace): string | undefined {
  if (tx.typeOf(job.user) === undefined || tx.get(job.user, 'isBanned') === true) return 'its user is banned';
  if (!app.isActive(job.project)) return 'the app is not active';
  if (job.project !== undefined && !app.isAttached(job.project))
    return 'the app is not attached to the project';
  // Whether a state machine works in the project is asked when it is opened.
  if (job.transition !== undefined) return undefined;
  if (!script.asyncFunctions.includes(job.function)) return 'the script has no such function any more';
  const { problems } = resolveRequirements(tx, { script, project: job.project });
  return problems[0];
}
