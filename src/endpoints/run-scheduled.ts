import type { Host, ScheduledName } from '../ports/ports.ts';
import { runRememberDisclosure } from '../showing/remember-disclosure.ts';
import { settleLinks } from '../writing/settle-links.ts';
import { createHost, stateKey } from '../youtrack/create-host.ts';
import type { ScriptContext } from '../youtrack/script-context.ts';
import { youtrack } from '../youtrack/youtrack.ts';

/** A function YouTrack runs later, in a transaction of its own. */
export type ScheduledFunction = (ctx: ScriptContext) => void;

/** The functions every handler can schedule; YouTrack looks them up by name beside the endpoints. */
export const scheduledFunctions: Readonly<Record<ScheduledName, ScheduledFunction>> = {
  settleLinks: runScheduled(settleLinks),
  rememberDisclosure: runScheduled(runRememberDisclosure),
};

/** An exception goes on to YouTrack, which undoes the transaction and logs it: nobody waits for an answer. */
function runScheduled(run: (host: Host, state: string) => void): ScheduledFunction {
  return (ctx) => {
    const state = ctx.load(stateKey);
    if (typeof state === 'string')
      run(
        createHost(ctx, youtrack, () => {}),
        state,
      );
  };
}
