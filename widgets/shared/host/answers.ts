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

export type SettingName = 'disclosure' | 'statusField' | 'deadlineField' | 'assigneeField';

/** A setting as it holds for one project, and where it was set; `configured`: somewhere, the host does not tell where. */
export interface EffectiveSetting {
  readonly name: SettingName;
  readonly value: string;
  readonly source: 'project' | 'global' | 'default' | 'configured';
  readonly fieldExists?: boolean;
}

/** Answer of `overview`. */
export interface ProjectOverviewAnswer {
  readonly key: string;
  readonly name: string;
  readonly isArchived: boolean;
  readonly settings: readonly EffectiveSetting[];
  readonly linked: { readonly issues: number; readonly articles: number };
}

/** A linked issue or article of a project. */
export interface LinkedEntity {
  readonly kind: 'issue' | 'article';
  readonly key: string;
  readonly summary: string;
  readonly url: string;
  readonly isResolved?: boolean;
  readonly links: readonly LinkView[];
  readonly unreadable?: true;
}

/** Answer of `linked`: one page of a project's linked entities. */
export interface ProjectLinkedAnswer {
  readonly total: number;
  readonly entities: readonly LinkedEntity[];
  readonly people: People;
}
