import type { Jobs, PendingJob } from '../ports/jobs.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import type { Id } from '../world/transaction.ts';
import { runJob } from './run-job.ts';

/** Each pending job has a slot of the world of its own, in which it outlives a restart. */
const slotPrefix = 'job:';

interface Waiting {
  readonly job: PendingJob;
  readonly cancel: () => void;
}

/** @param current the sandbox the jobs are part of; asked for when it is needed */
export function createJobs(current: () => Sandbox): Jobs {
  return new JobQueue(current);
}

class JobQueue implements Jobs {
  readonly #current: () => Sandbox;
  readonly #waiting = new Map<number, Waiting>();
  readonly #running = new Set<Promise<void>>();
  #lastId = 0;

  constructor(current: () => Sandbox) {
    this.#current = current;
  }

  resume(): void {
    for (const job of readPending(this.#current())) this.#start(job);
  }

  plan(job: Omit<PendingJob, 'id'>): void {
    const { app, script, deduplicationKey } = job;
    if (deduplicationKey !== undefined)
      this.#drop((other) => isSameCall(other, { app, script, deduplicationKey }));
    const numbered = { ...job, id: this.#lastId + 1 };
    this.#keep(numbered);
    this.#start(numbered);
  }

  pending(): readonly PendingJob[] {
    return [...this.#waiting.values()].map(({ job }) => job);
  }

  async runNow(id: number): Promise<boolean> {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return false;
    waiting.cancel();
    await this.#run(waiting.job);
    return true;
  }

  forget(app: string): void {
    this.#drop((job) => job.app === app);
  }

  forgetTransitions({ app, script }: { readonly app: string; readonly script: string }, issue: Id): void {
    this.#drop((job) => job.app === app && job.script === script && job.transition?.issue === issue);
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  close(): void {
    for (const { cancel } of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  #start(job: PendingJob): void {
    this.#lastId = Math.max(this.#lastId, job.id);
    // The clock may call back at once, before it has returned how to cancel.
    let isDue = false;
    const cancel = this.#current().clock.at(job.atMs, () => {
      isDue = true;
      return this.#run(job);
    });
    if (!isDue) this.#waiting.set(job.id, { job, cancel });
  }

  #run(job: PendingJob): Promise<void> {
    this.#waiting.delete(job.id);
    const end = runJob(this.#current(), job).finally(() => {
      this.#running.delete(end);
      this.#release(job);
    });
    this.#running.add(end);
    return end;
  }

  #drop(isMeant: (job: PendingJob) => boolean): void {
    for (const { job, cancel } of [...this.#waiting.values()]) {
      if (!isMeant(job)) continue;
      cancel();
      this.#waiting.delete(job.id);
      this.#release(job);
    }
  }

  #keep(job: PendingJob): void {
    this.#current().world.slots.write(`${slotPrefix}${job.id}`, JSON.parse(JSON.stringify(job)));
  }

  #release({ id }: PendingJob): void {
    this.#current().world.slots.write(`${slotPrefix}${id}`, null);
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
