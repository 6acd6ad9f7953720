import type { People } from '../pages/people.ts';
import type { LinkView } from '../protocol/answers.ts';
import type { EntityKind } from '../protocol/entity-key.ts';

/** One link of the whole system. Of an object the caller may not see there is the key in place of the summary. */
export interface AllLinksRow extends LinkView {
  readonly kind: EntityKind;
  readonly key: string;
  readonly summary: string;
  /** Absent for users. */
  readonly project?: string;
  /** The object's page: an address, or a path on the YouTrack server. */
  readonly entityUrl: string;
}

/** What can be filtered by, and how many links there are of each, the most first. */
export interface LinkFacets {
  readonly projects: readonly { readonly key: string; readonly name: string; readonly count: number }[];
  readonly queues: readonly { readonly queue: string; readonly count: number }[];
  readonly people: readonly { readonly login: string; readonly name: string; readonly count: number }[];
  readonly kinds: readonly { readonly kind: EntityKind; readonly count: number }[];
}

/** Answer of the administration's `links`: one page of the links that pass the filters. */
export interface AllLinksAnswer {
  /** How many pass the filters, on all pages. */
  readonly total: number;
  /** How many of them precede this page. */
  readonly before: number;
  /** Given back as `after`, asks for what follows, whatever is added or removed meanwhile; absent on the last page. */
  readonly next?: string;
  readonly links: readonly AllLinksRow[];
  readonly people: People;
  /** Of all links, whatever the filters. */
  readonly facets: LinkFacets;
}
