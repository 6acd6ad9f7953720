import type { NodeMemory } from '../ports/tracker.ts';
import type { Host } from '../ports/youtrack.ts';
import { type Result, succeed } from '../result.ts';
import { type CallRecords, decodeCalls, encodeCalls, mergeCalls } from './call-records.ts';
import { markKept, recallCalls, takeUnkept } from './note-call.ts';

type KeepingHost = Pick<Host, 'clock' | 'storage'>;

/**
 * Keeps the last calls, in a transaction that can write: those that asked for it, and what this node has noted since. Overlapping
 * writes replace each other, so one may be lost; the next call makes up for it, and of two nodes the later call stays.
 */
export function keepCalls(host: KeepingHost, memory: NodeMemory, state: string): Result<undefined, string> {
  const asked = decodeCalls(state);
  const calls = mergeCalls(asked.ok ? asked.value : new Map(), recallCalls(memory));
  return write(host, memory, calls);
}

/** The same for what a function of another purpose finds unkept. */
export function keepUnkept(host: KeepingHost, memory: NodeMemory): void {
  const unkept = takeUnkept(memory, host.clock.now());
  if (unkept !== undefined) write(host, memory, unkept);
}

/** The last calls as they are kept. What another version has written is not understood and shows nothing. */
export function readCalls({ storage }: Pick<Host, 'storage'>): CallRecords {
  const kept = readKept(storage);
  return kept.ok ? kept.value : new Map();
}

function write({ clock, storage }: KeepingHost, memory: NodeMemory, calls: CallRecords) {
  const kept = readKept(storage);
  if (!kept.ok) return kept;
  const before = encodeCalls(kept.value);
  const after = encodeCalls(mergeCalls(kept.value, calls));
  if (after !== before) storage.write('trackerCalls', after);
  markKept(memory, clock.now());
  return succeed(undefined);
}

function readKept(storage: Host['storage']): Result<CallRecords, string> {
  const text = storage.readText('trackerCalls');
  return text.ok ? decodeCalls(text.value) : text;
}
