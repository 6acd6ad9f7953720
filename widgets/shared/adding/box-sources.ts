import type { KnownNames } from '../pasting/paste.ts';
import type { Suggest } from '../suggesting/use-suggestions.ts';

/** Adds these; `all` where nothing that was entered is left to be looked at. */
export type OnAdd = (issueKeys: readonly string[], what: 'all' | 'some') => void;

/** What a box is told by the server. */
export interface BoxSources {
  /** What tells a Tracker key from another word; asked once. */
  readonly readNames: () => Promise<KnownNames>;
  /** Which issues may be meant by a text. */
  readonly suggest: Suggest;
}

/** The same for what the object's own texts mention. */
export interface MentionSources extends BoxSources {
  /** Those texts, as far as the person may see them; empty where it has none. */
  readonly readTexts: () => Promise<string>;
}
