import type { Host, ScheduledName } from '../ports/youtrack.ts';
import type { Result } from '../result.ts';
import { settleLinks } from '../writing/settle-links.ts';
import { parseText } from '../youtrack/host-values.ts';
import { logError } from '../youtrack/log.ts';
import { openHost, stateKey } from '../youtrack/open-host.ts';
import type { ScriptContext } from '../youtrack/script-context.ts';
import { youtrack } from '../youtrack/youtrack.ts';

/** A function YouTrack runs later, in a transaction of its own. */
export type ScheduledFunction = (ctx: ScriptContext) => void;

/**
 * The functions every handler can schedule; YouTrack looks them up by name beside the endpoints. Version 1.0.0 may have left a
 * call of `rememberDisclosure` behind, which copied a setting that projects now have of themselves.
 */
export const scheduledFunctions: Readonly<Record<ScheduledName | 'rememberDisclosure', ScheduledFunction>> = {
  settleLinks: runScheduled((host, state) => settleLinks(host, state)),
  rememberDisclosure: () => {},
};

/**
 * An exception goes on to YouTrack, which undoes the transaction and logs it: nobody waits for an answer. Any other problem is
 * logged here, so that no work is lost without a word.
 */
function runScheduled(run: (host: Host, state: string) => Result<unknown, unknown>): ScheduledFunction {
  return (ctx) => {
    const state = parseText(ctx.load(stateKey));
    const execution = { api: youtrack, user: ctx.currentUser, hasWritten: false };
    const done = run(openHost(ctx, execution), state.ok ? (state.value ?? '') : state.problem);
    if (!done.ok) logError('A scheduled function could not do its work', JSON.stringify(done.problem));
  };
}
