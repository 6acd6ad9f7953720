import type { Clock } from '../clock.ts';
import { createBurst } from './burst.ts';
import type { Commit } from './commit.ts';
import type { CommitGate } from './commit-control.ts';
import { replay } from './replay.ts';
import { createSeededRandom } from './seeded-random.ts';
import type { Store } from './store.ts';
import { StoreTransaction } from './store-transaction.ts';
import type { RunOptions, Transaction, Transactions } from './transaction.ts';

type Finish = (transaction: StoreTransaction, observer: CommitObserver | undefined) => void;

type Work<T> = (transaction: Transaction) => T | Promise<T>;

/** Told of what a transaction has come to; the transaction can still be read, as it saw things. */
export type CommitObserver = (commit: Commit, transaction: Transaction) => void;

export interface StoreTransactionsOptions {
  readonly store: Store;
  readonly writes: 'serial' | 'overlapping';
  readonly clock: Clock;
  /** Called with each commit before it is made; when it throws, the commit is not made and the caller is told. */
  readonly beforeCommit?: (commit: Commit) => void;
  /** Called as each transaction begins, in its place; what it gives is told of the commit once it is made. */
  readonly observe?: () => CommitObserver;
  /** Where overlapping transactions pass when a test says in which order they commit. */
  readonly gate?: CommitGate;
  /** Seed of the times overlapping transactions are held. */
  readonly seed?: number;
}

/** For how long an overlapping transaction is held before it commits, where the sandbox's clock counts. */
const shortestHoldMs = 10;
const longestHoldMs = 30;

/** Transactions over a store, one by one or overlapping (see `Transactions`). */
export function createTransactions(options: StoreTransactionsOptions): Transactions {
  const finish: Finish = (transaction, observer) => {
    if (!transaction.hasEffect) return;
    const commit = replay(options.store, transaction.writes());
    options.beforeCommit?.(commit);
    options.store.commit(commit);
    observer?.(commit, transaction);
  };
  return options.writes === 'serial' ? createSerial(options, finish) : createOverlapping(options, finish);
}

/** One transaction after another, reading ones as well, in the order they were asked for. */
function createSerial({ store, observe }: StoreTransactionsOptions, finish: Finish): Transactions {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (mode, work) => {
      const observer = observe?.();
      const result = last.then(() =>
        runAndFinish(new StoreTransaction(store, mode), work, async (transaction) =>
          finish(transaction, observer),
        ),
      );
      // The next one waits for this one's end, however it ended; the error itself goes to this one's caller.
      last = result.catch(() => undefined);
      return result;
    },
  };
}

/** All at once, each from the snapshot of its arrival; held back for a moment, then committed one after another. */
function createOverlapping(
  { store, clock, gate, observe, seed = 1 }: StoreTransactionsOptions,
  finish: Finish,
): Transactions {
  const random = createSeededRandom(seed);
  const burst = createBurst();
  return {
    run: (mode, work, { holdOn = 'wall' }: RunOptions = {}) => {
      const rank = random();
      const observer = observe?.();
      if (mode === 'write' && holdOn === 'wall') burst.arrive();
      return runAndFinish(new StoreTransaction(store, mode), work, async (transaction) => {
        if (!transaction.hasEffect) return;
        if (gate?.isHolding) return gate.pass(() => finish(transaction, observer));
        const holdMs = Math.floor(shortestHoldMs + rank * (longestHoldMs - shortestHoldMs));
        await (holdOn === 'clock' ? waitOnClock(clock, holdMs) : burst.end(rank));
        finish(transaction, observer);
      });
    },
  };
}

async function runAndFinish<T>(
  transaction: StoreTransaction,
  work: Work<T>,
  finish: (transaction: StoreTransaction) => Promise<void>,
): Promise<T> {
  try {
    const result = await work(transaction);
    await finish(transaction);
    return result;
  } finally {
    transaction.end();
  }
}

function waitOnClock(clock: Clock, holdMs: number): Promise<void> {
  return new Promise((resolve) => {
    clock.at(clock.now() + holdMs, resolve);
  });
}
