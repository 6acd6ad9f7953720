import type { Execution } from '../ports/execution.ts';

/** Plans what an execution scheduled, once its transaction is committed. */
export function followUp({ change, app, script, user, project, chain }: Execution): void {
  const { scheduled } = chain;
  if (scheduled === undefined) return;
  const { jobs, clock } = change.sandbox;
  change.afterCommit.push(() => {
    jobs.plan({
      atMs: clock.now() + scheduled.delayMs,
      app: app.package.name,
      script: script.name,
      function: scheduled.name,
      user,
      hops: chain.hops + 1,
      stored: [...chain.stored],
      context: chain.context,
      ...(project === undefined ? {} : { project }),
      ...(scheduled.deduplicationKey === undefined ? {} : { deduplicationKey: scheduled.deduplicationKey }),
      ...(scheduled.request === undefined ? {} : { request: scheduled.request }),
    });
  });
}
