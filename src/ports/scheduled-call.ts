export interface ScheduledCall {
  readonly name: ScheduledName;
  readonly delayMs: number;
  /** Whatever the function has to know, as text. */
  readonly state: string;
}

/** The functions that can be scheduled. */
export type ScheduledName = 'settleLinks' | 'tellTracker' | 'keepCalls';
