import type { LinkView } from '../../../src/protocol/answers.ts';

/** The kinds of things in YouTrack that can be linked. */
export type Kind = 'issue' | 'article' | 'project' | 'user';

/** Login → visible name, for everybody who occurs in the answer. */
export type People = Readonly<Record<string, string>>;

/** Answer of `panel`: all that a panel of one entity shows, newest link first. */
export interface PanelAnswer {
  readonly kind: Kind;
  readonly key: string;
  readonly mayEdit: boolean;
  readonly trackerUrl: string;
  readonly links: readonly LinkView[];
  readonly people: People;
  readonly unreadable?: true;
}

/** Who a person is in Tracker. Uids are decimal strings: 64-bit numbers do not survive JSON's. */
export interface IdentityView {
  readonly login?: string;
  readonly trackerUid?: string;
  readonly passportUid?: string;
}

/** Answer of `identity`, asked or saved. */
export interface IdentityAnswer {
  /** Login in YouTrack. */
  readonly user: string;
  readonly identity: IdentityView;
  /** Visible names of other people who have an equal login or uid. */
  readonly sharedWith: readonly string[];
}
