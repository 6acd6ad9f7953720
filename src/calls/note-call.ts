import type { NodeMemory } from '../ports/tracker.ts';
import type { Host } from '../ports/youtrack.ts';
import { cutText } from '../protocol/cut-text.ts';
import { type CallKind, type CallRecord, type CallRecords, encodeCalls } from './call-records.ts';
import { isTracker } from './is-tracker.ts';

/** Kept no more often than this. */
export const keepEveryMs = 60_000;

/** Longer than any key in an address; what a caller can send must not fill the storage. */
const addressCharacters = 300;

/** What this node knows of the calls of late, and what it does about keeping them. */
interface NotedCalls {
  readonly calls: Map<CallKind, CallRecord>;
  /** Whether something was noted since it was last kept. */
  isUnkept: boolean;
  /** When it was last kept; epoch milliseconds. */
  keptAt: number;
  /** When the function that keeps it is to run, once it was asked for. */
  awaitedAt: number;
}

/** Something that Tracker calls was called. */
export interface Call {
  readonly kind: CallKind;
  readonly address: string;
  readonly status: number;
}

type NotingHost = Pick<Host, 'caller' | 'clock' | 'settings' | 'schedule' | 'hasScheduled'>;

/**
 * Notes a call of Tracker's account in the memory of this node, and has it kept in the app's storage, at most once a minute: a
 * reading endpoint cannot write, and a write for every call would be one for every link that somebody looks at. So a function
 * of the app's own is asked for, at once after a quiet minute, else at the minute's end; it writes in a transaction of its own
 * what is the latest by then. An execution can ask for one function only: where the call itself has asked for another, that one
 * keeps the note. What a node forgets before that (it is restarted) is lost, and the next call is noted.
 */
export function noteCall(host: NotingHost, memory: NodeMemory, call: Call): void {
  if (!isTracker(host)) return;
  const noted = recallNoted(memory);
  const now = host.clock.now();
  const address = cutText(call.address, addressCharacters);
  noted.calls.set(call.kind, { at: now, address, status: call.status });
  noted.isUnkept = true;
  const isAwaited = noted.awaitedAt > noted.keptAt && now < noted.awaitedAt + keepEveryMs;
  if (isAwaited || host.hasScheduled()) return;
  const delayMs = Math.max(0, noted.keptAt + keepEveryMs - now);
  noted.awaitedAt = now + delayMs;
  host.schedule({ name: 'keepCalls', delayMs, state: encodeCalls(noted.calls) });
}

/** What is to be kept now; undefined where nothing is new, or the last time was less than a minute ago. */
export function takeUnkept(memory: NodeMemory, now: number): CallRecords | undefined {
  const noted = recallNoted(memory);
  return noted.isUnkept && now >= noted.keptAt + keepEveryMs ? noted.calls : undefined;
}

export function markKept(memory: NodeMemory, now: number): void {
  Object.assign(recallNoted(memory), { isUnkept: false, keptAt: now });
}

/** All that this node has noted, kept or not. */
export function recallCalls(memory: NodeMemory): CallRecords {
  return recallNoted(memory).calls;
}

function recallNoted(memory: NodeMemory): NotedCalls {
  const none = -keepEveryMs;
  return memory.recall('trackerCalls', () => ({
    calls: new Map(),
    isUnkept: false,
    keptAt: none,
    awaitedAt: none,
  }));
}
