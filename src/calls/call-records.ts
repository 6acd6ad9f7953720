import { type EntityKind, entityKinds } from '../protocol/entity-key.ts';
import { attempt, fail, type Result, succeed } from '../result.ts';

/** What a call was about: a kind of objects, or any of them where its address says none. */
export type CallKind = EntityKind | 'any';

export const callKinds: readonly CallKind[] = [...entityKinds, 'any'];

/** One call of Tracker's account, as far as it is kept. */
export interface CallRecord {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Method, path, and the parameters that name something. */
  readonly address: string;
  /** The HTTP status of our answer. */
  readonly status: number;
}

/** The last call of each kind. */
export type CallRecords = ReadonlyMap<CallKind, CallRecord>;

const version = 1;

/** Of each kind the later call; the order of the two does not matter, nor how often it is done. */
export function mergeCalls(one: CallRecords, other: CallRecords): CallRecords {
  const merged = new Map(one);
  for (const [kind, record] of other) {
    const known = merged.get(kind);
    if (known === undefined || isLater(record, known)) merged.set(kind, record);
  }
  return merged;
}

/** Two in one millisecond are told apart by what they say, so that every order ends in the same. */
function isLater(record: CallRecord, known: CallRecord): boolean {
  if (record.at !== known.at) return record.at > known.at;
  return `${record.address} ${record.status}` > `${known.address} ${known.status}`;
}

export function encodeCalls(calls: CallRecords): string {
  const kept = callKinds.flatMap((kind) => {
    const record = calls.get(kind);
    return record === undefined ? [] : [[kind, record]];
  });
  return JSON.stringify({ version, calls: Object.fromEntries(kept) });
}

/** Unset holds no calls. A text that this version has not written is a problem: it may be a newer one's. */
export function decodeCalls(text: string | undefined): Result<CallRecords, string> {
  if (text === undefined || text === '') return succeed(new Map());
  const parsed = attempt((): unknown => JSON.parse(text));
  if (!parsed.ok || readMember(parsed.value, 'version') !== version) return fail(text.slice(0, 100));
  const calls = readMember(parsed.value, 'calls');
  const records = callKinds.flatMap((kind) => {
    const record = toRecord(readMember(calls, kind));
    return record === undefined ? [] : [[kind, record] as const];
  });
  return succeed(new Map(records));
}

function toRecord(value: unknown): CallRecord | undefined {
  const at = readMember(value, 'at');
  const address = readMember(value, 'address');
  const status = readMember(value, 'status');
  if (typeof at !== 'number' || typeof address !== 'string' || typeof status !== 'number') return undefined;
  return { at, address, status };
}

function readMember(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
