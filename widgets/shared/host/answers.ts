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
