import type { Tracker } from '../../../src/ports/tracker.ts';
import type { TrackerLine } from '../../../src/tracker/ask-tracker.ts';

/** A question to the client, as data: it may be asked in another process. */
export interface Ask {
  readonly name: keyof Tracker;
  readonly args: readonly unknown[];
  readonly connection: Connected;
  readonly line: Pick<TrackerLine, 'language' | 'waiting'>;
  /** Whether it is counted with everything else that the node asks; only where there is a node. */
  readonly ofNode?: boolean;
}

/** Whom the client asks as. */
export interface Connected {
  readonly kind: '360' | 'cloud';
  readonly organizationId: string;
}

/** The client over one transport, as the contract's cases see it. */
export interface Implementation {
  readonly tracker: string;
  /** What the client gave, as JSON brings it over. */
  ask(ask: Ask): Promise<unknown>;
  /** Everything that was written where people can read it. */
  readWritten(): Promise<string>;
  stop(): Promise<void>;
}

/** The whole header value; what comes after the word must be seen nowhere. */
export const secret = 'y0_AgAAAADe9of-these-tests';
export const authorization = `OAuth ${secret}`;
