import type { ContextDescription } from '../api/context.ts';
import type { Clock } from '../clock.ts';
import type { OutgoingRequest } from '../context/async-chain.ts';
import type { Id } from '../world/transaction.ts';

/** An async function that waits for its time; JSON, so that it outlives a restart. */
export interface PendingJob {
  readonly id: number;
  /** Epoch milliseconds of the sandbox's clock. */
  readonly atMs: number;
  readonly app: string;
  readonly script: string;
  readonly function: string;
  readonly user: Id;
  readonly project?: Id;
  readonly deduplicationKey?: string;
  /** How many async functions ran before this one. */
  readonly hops: number;
  readonly stored: readonly (readonly [key: string, wire: string])[];
  readonly context: ContextDescription;
  readonly request?: OutgoingRequest;
}

export interface JobsOptions {
  readonly clock: Clock;
  /** Keeps the pending jobs over a restart. */
  readonly slot: { read(): readonly PendingJob[]; write(jobs: readonly PendingJob[]): void };
  run(job: PendingJob): Promise<void>;
}

/** The async functions that are due later. */
export interface Jobs {
  /** Plans a job; one of the same script with the same deduplication key that still waits is replaced. */
  plan(job: Omit<PendingJob, 'id'>): void;
  pending(): readonly PendingJob[];
  /** Takes back what waits for an app that is removed. */
  forget(app: string): void;
  /** Stops waiting; what is pending stays in the slot. */
  close(): void;
}

/** Plans what the slot holds and whatever comes. */
export function createJobs({ clock, slot, run }: JobsOptions): Jobs {
  const waiting = new Map<number, { readonly job: PendingJob; readonly cancel: () => void }>();
  let lastId = 0;
  for (const job of slot.read()) start(job);
  return {
    pending: list,
    plan(job) {
      const { app, script, deduplicationKey } = job;
      if (deduplicationKey !== undefined) {
        drop(
          (other) =>
            other.app === app && other.script === script && other.deduplicationKey === deduplicationKey,
        );
      }
      start({ ...job, id: lastId + 1 });
      save();
    },
    forget(app) {
      drop((job) => job.app === app);
      save();
    },
    close() {
      for (const { cancel } of waiting.values()) cancel();
      waiting.clear();
    },
  };

  function start(job: PendingJob): void {
    lastId = Math.max(lastId, job.id);
    const cancel = clock.at(job.atMs, async () => {
      waiting.delete(job.id);
      await run(job);
      save();
    });
    waiting.set(job.id, { job, cancel });
  }

  function drop(isMeant: (job: PendingJob) => boolean): void {
    for (const { job, cancel } of [...waiting.values()]) {
      if (!isMeant(job)) continue;
      cancel();
      waiting.delete(job.id);
    }
  }

  function list(): PendingJob[] {
    return [...waiting.values()].map(({ job }) => job);
  }

  function save(): void {
    slot.write(list());
  }
}
