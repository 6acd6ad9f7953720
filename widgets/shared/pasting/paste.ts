import type { Reading } from './latin-readings.ts';

/** What tells a queue from another word, in capital letters. */
export interface KnownNames {
  /** Queues of which issues are linked already; none where nobody has linked anything. */
  readonly queues: ReadonlySet<string>;
  /** Short names of this YouTrack's own projects. */
  readonly projects: ReadonlySet<string>;
}

/**
 * Why a key is offered and not added: its queue, a project's name, another site's address, more than one reading, or
 * Tracker's word that it has no such issue.
 */
export type Doubt = 'queue' | 'project' | 'elsewhere' | 'unclear' | 'absent';

/** A key that was found. */
export interface Found {
  readonly key: string;
  /** As it stands there; of a key in an address of another site, the site. */
  readonly written: string;
  readonly how: Reading | 'gap';
  /** The Cyrillic letters that look like Latin ones; empty for the other readings. */
  readonly letters: string;
  readonly doubt?: Doubt;
}

/** A key that is added only if the person says so. */
export type Offer = Found & { readonly doubt: Doubt };

/** What a person put into the box. All keys are canonical, each once, in the order they stand. */
export interface Paste {
  /** To be added. */
  readonly keys: readonly string[];
  readonly repeated: readonly string[];
  /** Those of `keys` that are not written as keys are. */
  readonly understood: readonly Found[];
  readonly offers: readonly Offer[];
  /** What looks meant as a key and is none; the text itself where nothing else was found. */
  readonly malformed: readonly string[];
  /** Nothing in it looks meant as a key: it may be words of a summary. */
  readonly isWords: boolean;
}
