import { z } from 'zod';
import type { Sandbox as Parts, ShownMessage } from '../ports/sandbox.ts';
import type { SentMail } from '../ports/sandbox-api.ts';
import { StartError } from '../server/start-error.ts';

/** What a snapshot's text holds. */
export interface SavedRun {
  readonly nowMs: number;
  /** The world line by line, as `World.snapshot` gives it. */
  readonly world: readonly unknown[];
  readonly outbox: readonly SentMail[];
  readonly messages: readonly ShownMessage[];
  /** The state file of the Tracker stand-in, if there is one. */
  readonly tracker?: string | undefined;
}

const format = 'youtrack-sandbox-snapshot';

/** Only this file writes what it reads: the parts are not looked into again. */
const schema = z.object({
  format: z.literal(format),
  version: z.literal(1),
  nowMs: z.number(),
  world: z.array(z.unknown()),
  outbox: z.array(z.custom<SentMail>()),
  messages: z.array(z.custom<ShownMessage>()),
  tracker: z.string().optional(),
});

/** A run as one text. @param tracker the state file of the Tracker stand-in */
export function writeSavedRun(
  { clock, world, outbox, messages }: Parts,
  tracker: string | undefined,
): string {
  const nowMs = clock.now();
  return JSON.stringify({ format, version: 1, nowMs, world: world.snapshot(), outbox, messages, tracker });
}

/** @throws StartError when the text is no snapshot */
export function readSavedRun(text: string): SavedRun {
  const result = schema.safeParse(parse(text));
  if (result.success) return result.data;
  throw new StartError('The snapshot was not taken by this version of the sandbox');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is no snapshot either, which is said by the caller.
    return undefined;
  }
}
