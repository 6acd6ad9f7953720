import type { LinkView, OwedRemoval } from '../protocol/answers.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import type { People } from './people.ts';

/** Answer of `panel`: all that a panel of one object shows, in one round trip. */
export interface PanelAnswer {
  readonly kind: EntityKind;
  /** The object's current key. */
  readonly key: string;
  /** Whether creating or removing a link would be allowed. */
  readonly mayEdit: boolean;
  /** Where Tracker's pages are, without a slash at the end. */
  readonly trackerUrl: string;
  /** The newest link first. */
  readonly links: readonly LinkView[];
  /** Removals that Tracker has not been told yet; absent when there is none. */
  readonly owed?: readonly OwedRemoval[];
  readonly people: People;
  /** The stored value cannot be read: nothing is listed, and nothing can be changed. */
  readonly unreadable?: true;
}
