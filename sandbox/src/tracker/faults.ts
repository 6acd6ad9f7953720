import { z } from 'zod';

/** Failures to come: the next `calls` API requests that match are answered so, instead of being carried out or after it. */
export const faultSchema = z
  .strictObject({
    calls: z.number().int().positive().max(10_000).default(1),
    method: z.string().optional(),
    /** Beginning of the path, such as `/v3/issues/TEST-1`. */
    path: z.string().default('/v3/'),
    status: z.number().int().min(400).max(599).optional(),
    headers: z.record(z.string(), z.string()).default({}),
    /** Sent as it is, so that an answer that is not JSON can be had; left out: Tracker's error body. */
    body: z.string().optional(),
    /** Waits so long before the answer; without a status or `drop` the request is carried out. */
    delayMs: z.number().int().min(0).max(120_000).default(0),
    /** Closes the connection instead of answering. */
    drop: z.boolean().default(false),
    /** Carries the request out first, and only then waits, drops or answers so. */
    after: z.boolean().default(false),
  })
  .refine(
    ({ status, delayMs, drop }) => status !== undefined || delayMs > 0 || drop,
    'expected a status, a delayMs or a drop',
  );

export type Fault = z.infer<typeof faultSchema>;

/** The failures that are still to happen, first come, first served. */
export class Faults {
  #waiting: Fault[] = [];

  add(fault: Fault): void {
    this.#waiting.push(fault);
  }

  list(): readonly Fault[] {
    return this.#waiting;
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Takes one call off the first failure that fits the request. */
  take(method: string, path: string): Fault | undefined {
    const fits = (fault: Fault) => (fault.method ?? method) === method && path.startsWith(fault.path);
    const found = this.#waiting.find(fits);
    if (found === undefined) return undefined;
    this.#waiting = this.#waiting
      .map((fault) => (fault === found ? { ...fault, calls: fault.calls - 1 } : fault))
      .filter((fault) => fault.calls > 0);
    return found;
  }
}
