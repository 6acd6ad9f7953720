import { searchIssues } from '../context/search/search-issues.ts';
import { canSee } from '../world/access.ts';
import type { Id } from '../world/transaction.ts';
import type { RestValue } from './entities/present.ts';
import { pageOf } from './page-of.ts';
import type { RestCall } from './rest-call.ts';

/**
 * The issues the caller may see, those of one project or of all, cut down by the `query` parameter.
 * @throws SearchError when the query cannot be read
 */
export function listIssues(call: RestCall, project: Id | undefined): RestValue {
  const { tx, user, now, show } = call;
  const query = call.query.get('query')?.trim() ?? '';
  const issues =
    query === '' ? visibleIssues(call, project) : searchIssues({ tx, user, now, query, folder: project });
  return pageOf(issues, call.query).map(show);
}

/** Without a query nothing has to be sorted, so that a page of a large world does not look at all of it. */
function* visibleIssues({ tx, user }: RestCall, project: Id | undefined): Iterable<Id> {
  const issues = project === undefined ? tx.all('Issue') : tx.find('Issue', 'project', { ref: project });
  for (const issue of issues) {
    if (tx.get(issue, 'isDraft') !== true && canSee(tx, user, issue)) yield issue;
  }
}
