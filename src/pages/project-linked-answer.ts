import type { LinkView } from '../protocol/answers.ts';
import type { People } from './people.ts';

/** A linked issue or article of a project. */
export interface LinkedEntityView {
  readonly kind: 'issue' | 'article';
  readonly key: string;
  readonly summary: string;
  /** Its page: an address, or a path on the YouTrack server. */
  readonly url: string;
  readonly isResolved?: boolean;
  readonly links: readonly LinkView[];
  /** The stored value cannot be read, so no link is listed. */
  readonly unreadable?: true;
}

/** Answer of `linked`: one page of a project's linked issues and articles that the caller may see. */
export interface ProjectLinkedAnswer {
  /** How many there are on all pages. */
  readonly total: number;
  /** Issues by their numbers, then articles. */
  readonly entities: readonly LinkedEntityView[];
  readonly people: People;
}
