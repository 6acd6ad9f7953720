import type { EntityKind } from '../protocol/entity-key.ts';
import type { LetterParts } from './letter-parts.ts';

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

/** The kinds of objects of one project that somebody without a token may see, and link. */
export interface GuestRights {
  readonly sees: readonly EntityKind[];
  readonly links: readonly EntityKind[];
}

/** Answer of `registration`: every parameter Tracker's support wants, filled in for this server. The token is not among them. */
export interface RegistrationAnswer {
  /** Where YouTrack is, without a slash at the end. */
  readonly baseUrl: string;
  /** Whom to contact: the caller. */
  readonly responsible: { readonly name: string; readonly login: string; readonly email?: string };
  /** What a person has written into the letter before; absent where nobody has. */
  readonly letter?: LetterParts;
  /** What the guest may do in the project asked for; absent where none was asked for, or the server shows no guest. */
  readonly guest?: GuestRights;
  /** Issue, article, project, user; of each the one with a token, then the one for the guest. */
  readonly applications: readonly RegistrationApplication[];
}
