import type { Sandbox } from '../dispatch/sandbox.ts';
import type { PendingJob } from './pending-job.ts';
import { runJob } from './run-job.ts';

/** The world's slot that keeps what is pending over a restart. */
const slot = 'jobs';

/** The async functions that are due later. */
export interface Jobs {
  /** Plans what was pending when the sandbox stopped. To be called once the apps are there. */
  resume(): void;
  /** Plans a job; one of the same script with the same deduplication key that still waits is replaced. */
  plan(job: Omit<PendingJob, 'id'>): void;
  pending(): readonly PendingJob[];
  /** Takes back what waits for an app that is removed. */
  forget(app: string): void;
  /** Resolves when no job is running; what has begun by then is waited for, and what that sets off at once. */
  settled(): Promise<void>;
  /** Stops waiting; what is pending stays in the slot. */
  close(): void;
}

interface Waiting {
  readonly job: PendingJob;
  readonly cancel: () => void;
}

/** @param current the sandbox the jobs are part of; asked for when it is needed */
export function createJobs(current: () => Sandbox): Jobs {
  const waiting = new Map<number, Waiting>();
  const running = new Set<Promise<void>>();
  let lastId = 0;
  return {
    pending: list,
    resume() {
      for (const job of readSlot(current())) start(job);
    },
    plan(job) {
      const { app, script, deduplicationKey } = job;
      drop((other) => deduplicationKey !== undefined && isSameCall(other, { app, script, deduplicationKey }));
      start({ ...job, id: lastId + 1 });
      save();
    },
    forget(app) {
      drop((job) => job.app === app);
      save();
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
    close() {
      for (const { cancel } of waiting.values()) cancel();
      waiting.clear();
    },
  };

  function start(job: PendingJob): void {
    lastId = Math.max(lastId, job.id);
    // The clock may call back at once, before it has returned how to cancel.
    let isDue = false;
    const cancel = current().clock.at(job.atMs, () => {
      isDue = true;
      return run(job);
    });
    if (!isDue) waiting.set(job.id, { job, cancel });
  }

  function run(job: PendingJob): Promise<void> {
    waiting.delete(job.id);
    const end = runJob(current(), job).finally(() => {
      running.delete(end);
      save();
    });
    running.add(end);
    return end;
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
    current().world.slots.write(slot, JSON.parse(JSON.stringify(list())));
  }
}

function isSameCall(
  job: PendingJob,
  { app, script, deduplicationKey }: { app: string; script: string; deduplicationKey: string },
): boolean {
  return job.app === app && job.script === script && job.deduplicationKey === deduplicationKey;
}

function readSlot({ world }: Sandbox): readonly PendingJob[] {
  const stored: unknown = world.slots.read(slot);
  return Array.isArray(stored) ? (stored as PendingJob[]) : [];
}
