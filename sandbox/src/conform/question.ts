import type { Answer } from './answer.ts';
import type { Probe } from './probe.ts';

/** How sure the sources are: documented, seen on servers, inferred from shipped code, contradicting each other, silent. */
export type Standing = 'doc' | 'seen' | 'inferred' | 'conflict' | '?';

/** One thing that a server does, and that the sandbox does as the sources say or as was chosen. */
export interface Question {
  /** Stays the same over versions: `delete-may-write`. */
  readonly id: string;
  /** A question in words: `May a DELETE endpoint write?` */
  readonly asks: string;
  readonly standing: Standing;
  /** What is known without a server, in one sentence. */
  readonly known: string;
  /** The switch of the command line that makes the sandbox answer otherwise. */
  readonly flag?: string;
  /** It takes the token of somebody without rights. */
  readonly needs?: 'other token';
  ask(probe: Probe): Promise<Answer>;
}
