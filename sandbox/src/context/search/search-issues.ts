import { canSee } from '../../world/access.ts';
import type { Id } from '../../world/transaction.ts';
import { parseQuery } from './parse-query.ts';
import type { Condition, SortKey } from './query.ts';
import { SearchError } from './search-error.ts';
import type { SearchPlace } from './search-place.ts';

export interface IssueSearch extends SearchPlace {
  readonly query: string;
  /** Project, tag or saved search to search in; undefined is everywhere. */
  readonly folder?: Id | undefined;
  /** Further conditions, such as those on extension properties. */
  readonly conditions?: readonly Condition[];
  /** The only issues to look at, when an index knows them. */
  readonly candidates?: readonly Id[] | undefined;
}

/**
 * The reported issues a query finds that its user may see, in the order it asks for, else in the order of their creation.
 * @throws SearchError for a query the sandbox cannot read
 */
export function searchIssues(search: IssueSearch): Id[] {
  const { tx, user } = search;
  const folder = openFolder(search);
  const query = parseQuery(search, search.query);
  const conditions = [...folder.conditions, ...query.conditions, ...(search.conditions ?? [])];
  const candidates = query.candidates ?? search.candidates ?? folder.candidates ?? tx.all('Issue');
  const found: Id[] = [];
  for (const issue of candidates) {
    if (tx.get(issue, 'isDraft') === true || !conditions.every((condition) => condition(issue))) continue;
    if (canSee(tx, user, issue)) found.push(issue);
  }
  return sortIssues(found, query.sort);
}

interface Folder {
  readonly conditions: readonly Condition[];
  readonly candidates?: readonly Id[];
}

function openFolder(search: IssueSearch): Folder {
  const { tx, folder } = search;
  if (folder === undefined) return { conditions: [] };
  const type = tx.typeOf(folder);
  if (type === 'SavedQuery')
    return { conditions: parseQuery(search, String(tx.get(folder, 'query'))).conditions };
  if (type !== 'Project' && type !== 'Tag') throw new SearchError(`A ${String(type)} cannot be searched in`);
  const found = tx.find('Issue', type === 'Project' ? 'project' : 'tags', { ref: folder });
  const members = new Set(found);
  return { candidates: found, conditions: [(issue) => members.has(issue)] };
}

function sortIssues(issues: Id[], keys: readonly SortKey[]): Id[] {
  // The last key first: sorting keeps the order of what is equal.
  return keys.reduceRight(sortByKey, issues);
}

function sortByKey(issues: Id[], { read, isDescending }: SortKey): Id[] {
  const sign = isDescending ? -1 : 1;
  const rows = issues.map((issue) => ({ issue, value: read(issue) }));
  rows.sort((left, right) => compare(left.value, right.value, sign));
  return rows.map(({ issue }) => issue);
}

const collator = new Intl.Collator('en');

/** What has no value comes last, in either direction. */
function compare(left: string | number | null, right: string | number | null, sign: 1 | -1): number {
  if (typeof left === 'number' && typeof right === 'number') return (left - right) * sign;
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return collator.compare(String(left), String(right)) * sign;
}
