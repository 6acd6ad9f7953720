import type { ScheduledName } from '../ports/scheduled-call.ts';
import type { Tracker } from '../ports/tracker.ts';
import type { Host } from '../ports/youtrack.ts';
import { attempt, type Result } from '../result.ts';
import { parseText } from '../youtrack/host-values.ts';
import { logError } from '../youtrack/log.ts';
import { openHost, stateKey } from '../youtrack/open-host.ts';
import { nodeMemory } from '../youtrack/outbound.ts';
import type { ScriptContext } from '../youtrack/script-context.ts';
import { youtrack } from '../youtrack/youtrack.ts';
import { openTracker } from './open-tracker.ts';

declare function require(path: '../calls/keep-calls.ts'): typeof import('../calls/keep-calls.ts');
declare function require(
  path: '../mirroring/create-tell-step.ts',
): typeof import('../mirroring/create-tell-step.ts');
declare function require(path: '../mirroring/list-keys.ts'): typeof import('../mirroring/list-keys.ts');
declare function require(path: '../mirroring/tell-tracker.ts'): typeof import('../mirroring/tell-tracker.ts');
declare function require(path: '../writing/settle-links.ts'): typeof import('../writing/settle-links.ts');

type Work = (host: Host, state: string, toTracker: () => Tracker | undefined) => Result<unknown, unknown>;

const works: Readonly<Record<ScheduledName, Work>> = {
  settleLinks: (host, state, toTracker) =>
    require('../writing/settle-links.ts').settleLinks(
      host,
      state,
      () => require('../mirroring/create-tell-step.ts').createTellStep(host, toTracker()),
      (issueKey) => require('../mirroring/list-keys.ts').createListKeys(toTracker())(issueKey),
    ),
  tellTracker: (host, state, toTracker) =>
    require('../mirroring/tell-tracker.ts').tellTracker(host, state, toTracker()),
  keepCalls: (host, state) => require('../calls/keep-calls.ts').keepCalls(host, nodeMemory, state),
};

/**
 * Does what was asked for under a name. An exception goes on to YouTrack, which undoes the transaction and logs it: nobody waits for
 * an answer. Any other problem is logged here, so that no work is lost without a word.
 */
export function runScheduled(name: ScheduledName, ctx: ScriptContext): void {
  const state = parseText(ctx.load(stateKey));
  const execution = { api: youtrack, user: ctx.currentUser, hasWritten: false };
  const toTracker = () => openTracker(ctx.settings, { language: 'ru', waiting: 'background' });
  const text = state.ok ? (state.value ?? '') : state.problem;
  const host = openHost(ctx, execution);
  const done = works[name](host, text, toTracker);
  keepNoted(host);
  if (!done.ok) logError('A scheduled function could not do its work', JSON.stringify(done.problem));
}

/** What keeps a note from being kept must not undo the work that this transaction is for. */
function keepNoted(host: Host): void {
  const kept = attempt(() => require('../calls/keep-calls.ts').keepUnkept(host, nodeMemory));
  if (!kept.ok) logError('The last calls of Tracker were not kept', kept.problem);
}
