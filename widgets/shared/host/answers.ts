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

/** One application to be registered at Tracker: an object kind, with a token or without one. */
export interface RegistrationApplication {
  readonly kind: Kind;
  readonly access: 'token' | 'guest';
  readonly id: string;
  readonly name: string;
  readonly defaultIconUrl: string;
  readonly frontUrl: string;
  readonly entityInfoUrl: string;
  /** Absent where no fixed address can do it. */
  readonly createLinkUrl?: string;
  readonly removeLinkUrl: string;
  readonly canLinkFromFront: boolean;
}

/** Answer of `registration`: every parameter that Tracker's support wants, filled in for this server. */
export interface RegistrationAnswer {
  readonly baseUrl: string;
  readonly responsible: { readonly name: string; readonly login: string; readonly email?: string };
  readonly applications: readonly RegistrationApplication[];
}

/** What one check of the server's own found. */
export type StatusCheck = { readonly state: 'ok' | 'warning' | 'failed' } & (
  | {
      readonly id: 'service-account';
      readonly reason?: 'unset' | 'unknown' | 'banned';
      readonly login?: string;
    }
  | {
      readonly id: 'service-account-rights';
      readonly missing: readonly string[];
      readonly projects: readonly string[];
    }
  | {
      readonly id: 'fields';
      readonly missing: readonly {
        readonly project: string;
        readonly setting: SettingName;
        readonly field: string;
      }[];
    }
  | { readonly id: 'guest'; readonly banned: boolean; readonly canReadIssues: boolean }
  | { readonly id: 'identities'; readonly known: number; readonly assignees?: number }
  | { readonly id: 'stored-values'; readonly unreadable: number }
  | { readonly id: 'icons'; readonly reason?: 'relative' | 'insecure' }
);

/** Answer of `status`. */
export interface StatusAnswer {
  readonly app: { readonly version: string };
  readonly samples: {
    readonly issue?: string;
    readonly article?: string;
    readonly project?: string;
    readonly user: string;
  };
  readonly checks: readonly StatusCheck[];
}

/** One link of the whole system. */
export interface AllLinksRow extends LinkView {
  readonly kind: Kind;
  readonly key: string;
  readonly summary: string;
  readonly project?: string;
  readonly entityUrl: string;
}

/** Answer of the administration's `links`; `facets` count all links, not just those asked for. */
export interface AllLinksAnswer {
  readonly total: number;
  readonly links: readonly AllLinksRow[];
  readonly people: People;
  readonly facets: {
    readonly projects: readonly { readonly key: string; readonly name: string; readonly count: number }[];
    readonly queues: readonly { readonly queue: string; readonly count: number }[];
    readonly people: readonly { readonly login: string; readonly name: string; readonly count: number }[];
    readonly kinds: readonly { readonly kind: Kind; readonly count: number }[];
  };
}

/** An entity whose stored links cannot be read. */
export interface UnreadableEntity {
  readonly kind: Kind;
  readonly key: string;
  readonly summary: string;
  readonly entityUrl: string;
  readonly reason: 'not_json' | 'wrong_shape' | 'newer_version';
  readonly version?: number;
  readonly characters: number;
  /** The first 200 characters. */
  readonly beginning: string;
}

/** Answer of `audit`. */
export interface AuditAnswer {
  readonly total: number;
  readonly entities: readonly UnreadableEntity[];
}
