import type { EntityKind } from '../protocol/entity-key.ts';

/** One application to be registered at Tracker: a kind of objects, called with a token or without one. */
export interface RegistrationApplication {
  readonly kind: EntityKind;
  readonly access: 'token' | 'guest';
  /** In reverse-DNS manner: `com.example.youtrack.issue`. */
  readonly id: string;
  readonly name: string;
  readonly defaultIconUrl: string;
  /** This and the other addresses are templates in Tracker's manner: `{{remoteKey}}`, `{{issueKey}}`. */
  readonly frontUrl: string;
  readonly entityInfoUrl: string;
  /** Has no placeholders; absent where no fixed address can do it. */
  readonly createLinkUrl?: string;
  readonly removeLinkUrl: string;
  readonly canLinkFromFront: boolean;
}

/** Answer of `registration`: every parameter Tracker's support wants, filled in for this server. The token is not among them. */
export interface RegistrationAnswer {
  /** Where YouTrack is, without a slash at the end. */
  readonly baseUrl: string;
  /** Whom to contact: the caller. */
  readonly responsible: { readonly name: string; readonly login: string; readonly email?: string };
  /** Issue, article, project, user; of each the one with a token, then the one for the guest. */
  readonly applications: readonly RegistrationApplication[];
}
