import type { Sandbox } from '../dispatch/sandbox.ts';
import type { Id } from '../world/transaction.ts';
import type { PendingJob } from './pending-job.ts';
import { runJob } from './run-job.ts';

/** Each pending job has a slot of the world of its own, in which it outlives a restart. */
const slotPrefix = 'job:';

/** The async functions that are due later. */
export interface Jobs {
  /** Plans what was pending when the sandbox stopped. To be called once the apps are there. */
  resume(): void;
  /** Plans a job; one of the same script with the same deduplication key that still waits is replaced. */
  plan(job: Omit<PendingJob, 'id'>): void;
  pending(): readonly PendingJob[];
  /** Takes back what waits for an app that is removed. */
  forget(app: string): void;
  /** Takes back the timed transitions of an issue that a script's state machine has planned. */
  forgetTransitions(script: { readonly app: string; readonly script: string }, issue: Id): void;
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
      for (const job of readPending(current())) start(job);
    },
    plan(job) {
      const { app, script, deduplicationKey } = job;
      drop((other) => deduplicationKey !== undefined && isSameCall(other, { app, script, deduplicationKey }));
      const numbered = { ...job, id: lastId + 1 };
      keep(numbered);
      start(numbered);
    },
    forget(app) {
      drop((job) => job.app === app);
    },
    forgetTransitions({ app, script }, issue) {
      drop((job) => job.app === app && job.script === script && job.transition?.issue === issue);
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
      release(job);
    });
    running.add(end);
    return end;
  }

  function drop(isMeant: (job: PendingJob) => boolean): void {
    for (const { job, cancel } of [...waiting.values()]) {
      if (!isMeant(job)) continue;
      cancel();
      waiting.delete(job.id);
      release(job);
    }
  }

  function list(): PendingJob[] {
    return [...waiting.values()].map(({ job }) => job);
  }

  function keep(job: PendingJob): void {
    current().world.slots.write(`${slotPrefix}${job.id}`, JSON.parse(JSON.stringify(job)));
  }

  function release({ id }: PendingJob): void {
    current().world.slots.write(`${slotPrefix}${id}`, null);
  }
}

function isSameCall(
  job: PendingJob,
  { app, script, deduplicationKey }: { app: string; script: string; deduplicationKey: string },
): boolean {
  return job.app === app && job.script === script && job.deduplicationKey === deduplicationKey;
}

function readPending({ world: { slots } }: Sandbox): readonly PendingJob[] {
  return slots.names(slotPrefix).map((name) => slots.read(name) as unknown as PendingJob);
}
