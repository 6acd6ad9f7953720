import type { CallFailure } from './outgoing/call-failure.ts';

/** One HTTP call, made to us or by us, as the journal keeps it. Tokens are masked, long bodies cut. */
export interface JournalEntry {
  readonly id: number;
  readonly direction: 'incoming' | 'outgoing';
  /** Epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What an outgoing call is for. */
  readonly purpose?: CallPurpose;
  readonly application?: string;
  readonly issueKey?: string;
  readonly remoteKey?: string;
  /** Undefined while the call is under way, and when it failed without an answer. */
  status?: number;
  answer?: string;
  failure?: CallFailure;
  /** The failure in words. */
  problem?: string;
  durationMs?: number;
}

export type CallPurpose = 'info' | 'create' | 'remove' | 'suggest';

const maxEntries = 1000;
const maxBodyLength = 4000;

/** The last 1,000 calls in both directions, oldest first. */
export class Journal {
  #entries: JournalEntry[] = [];
  #nextId = 1;

  add(call: Omit<JournalEntry, 'id'>): JournalEntry {
    const entry = { ...call, body: cut(call.body), id: this.#nextId++ };
    this.#entries.push(entry);
    if (this.#entries.length > maxEntries) this.#entries.shift();
    return entry;
  }

  /** The calls, newest last; `direction` undefined means both. */
  entries(direction?: string): readonly JournalEntry[] {
    return this.#entries.filter((entry) => direction === undefined || entry.direction === direction);
  }

  find(id: number): JournalEntry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  clear(): void {
    this.#entries = [];
  }
}

/** Text for the journal: at most 4,000 characters. */
export function cut(text: string): string {
  return text.length <= maxBodyLength ? text : `${text.slice(0, maxBodyLength)}… (${text.length} characters)`;
}

/** `OAuth abc` → `OAuth ***`. */
export function maskAuthorization(header: string): string {
  return header.replace(/^(\S+)\s+\S.*$/, '$1 ***');
}
