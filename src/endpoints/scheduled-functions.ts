import type { ScheduledName } from '../ports/scheduled-call.ts';
import type { ScriptContext } from '../youtrack/script-context.ts';

declare function require(path: './run-scheduled.ts'): typeof import('./run-scheduled.ts');

/** A function YouTrack runs later, in a transaction of its own. */
export type ScheduledFunction = (ctx: ScriptContext) => void;

/**
 * The functions every handler can schedule; YouTrack looks them up by name beside the endpoints. What they do is loaded when one
 * runs. Version 1.0.0 may have left a call of `rememberDisclosure` behind, which copied a setting that projects now have of
 * themselves.
 */
export const scheduledFunctions: Readonly<Record<ScheduledName | 'rememberDisclosure', ScheduledFunction>> = {
  settleLinks: (ctx) => require('./run-scheduled.ts').runScheduled('settleLinks', ctx),
  tellTracker: (ctx) => require('./run-scheduled.ts').runScheduled('tellTracker', ctx),
  keepCalls: (ctx) => require('./run-scheduled.ts').runScheduled('keepCalls', ctx),
  rememberDisclosure: () => {},
};
