import type { PanelAnswer } from '../../../src/pages/panel-answer.ts';
import type { People } from '../../../src/pages/people.ts';
import type { DetailsAnswer, IssueDetails } from '../../../src/protocol/answers.ts';
import type { Failure, Loading } from '../host/failure.ts';
import type { Row } from './row.ts';

/** What was just done, for those who listen instead of looking. */
export interface Said {
  readonly what: 'added' | 'removed' | 'scheduled' | 'failed' | 'already';
  readonly issueKeys: readonly string[];
}

/** What Tracker says of the linked issues. */
export interface Details extends Pick<DetailsAnswer, 'problem'> {
  readonly of: ReadonlyMap<string, IssueDetails>;
}

/** What Tracker says could not be asked for, or a new try not be started. */
export interface Trouble {
  readonly what: 'details' | 'retry';
  readonly failure: Failure;
}

/** The links of one entity as a panel shows them. */
export interface LinksState {
  readonly loading: Loading;
  /** The entity as the last answer described it; absent until there was one. */
  readonly panel?: PanelAnswer;
  readonly rows: readonly Row[];
  readonly people: People;
  readonly said?: Said;
  readonly details?: Details;
  /** What went wrong last beside the rows. */
  readonly trouble?: Trouble | undefined;
}

/** Nothing is linked and nothing can be: the widget has nothing to say here. */
export function isPointless({ panel, rows }: LinksState): boolean {
  return panel !== undefined && rows.length === 0 && !panel.mayEdit && !panel.unreadable;
}

/** The people named, and the person at the screen. */
export function withPerson(people: People, { login, name }: { login: string; name?: string }): People {
  return name === undefined ? people : { ...people, [login]: name };
}

/** That what Tracker says could not be loaded; whoever was never shown any of it misses nothing. */
export function toTrouble({ details, trouble }: LinksState, failure: Failure): Trouble | undefined {
  return details === undefined ? trouble : { what: 'details', failure };
}
