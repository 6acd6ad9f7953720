import { isDraft } from '../../context/computed-properties.ts';
import { workflowUser } from '../workflow-user.ts';
import { findState, type IssueMachine } from './issue-machine.ts';

/**
 * Plans the transitions that leave a state by themselves, as the workflow user, and takes back those of the state before.
 * "Timer events are not scheduled for drafts" (JetBrains, script-types).
 */
export function planTimers(machine: IssueMachine, state: string): void {
  const { change, rule, issue } = machine;
  const { tx, sandbox } = change;
  const timed = Object.entries(findState(machine, state)?.transitions ?? {}).filter(
    ([, { afterMs }]) => afterMs !== undefined,
  );
  const script = { app: rule.app.package.name, script: rule.script.name };
  change.afterCommit.push(() => sandbox.jobs.forgetTransitions(script, issue));
  if (timed.length === 0 || isDraft(tx, issue)) return;
  const user = workflowUser(tx);
  for (const [event, { afterMs = 0 }] of timed) {
    change.afterCommit.push(() => {
      const atMs = sandbox.clock.now() + afterMs;
      const transition = { issue, state, event };
      sandbox.jobs.plan({
        ...script,
        atMs,
        function: `event ${event}`,
        user,
        hops: 0,
        stored: [],
        context: {},
        transition,
      });
    });
  }
}
