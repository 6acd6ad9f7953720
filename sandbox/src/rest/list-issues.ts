import type { Context } from 'hono';
import { searchIssues } from '../context/search/search-issues.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { canSee } from '../world/access.ts';
import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { bodyText } from './body-values.ts';
import { createRestEntity, type RestValue } from './entities/present.ts';
import { openScope } from './open-scope.ts';
import { pageOf } from './page-of.ts';
import { answer, type RestCall, readBody } from './rest-call.ts';

/**
 * The issues the caller may see, those of one project or of all, cut down by the `query` parameter.
 * @throws SearchError when the query cannot be read
 */
export function listIssues(call: RestCall, project: Id | undefined): RestValue {
  const issues = findIssues(call, call.query.get('query') ?? '', project);
  return pageOf(issues, call.query).map(call.show);
}

/** `{"query":"#Unresolved"}` → how many there are. Source: "Issue Count" of JetBrains' REST reference. */
export async function countIssues(sandbox: Sandbox, context: Context): Promise<Response> {
  const body = await readBody(context);
  acceptKeys(body, ['query'], ['folder', 'unresolvedOnly']);
  return sandbox.world.transactions.run('read', (tx) => {
    const scope = openScope(sandbox, tx, context);
    const now = sandbox.clock.now();
    const count = () => [...findIssues({ ...scope, now }, bodyText(body, 'query') ?? '', undefined)].length;
    return answer(
      context,
      createRestEntity({ $type: 'IssueCountResponse', id: 'count' }, { count }, undefined),
    );
  });
}

function findIssues(
  { tx, user, now }: Pick<RestCall, 'tx' | 'user' | 'now'>,
  text: string,
  folder: Id | undefined,
): Iterable<Id> {
  const query = text.trim();
  return query === '' ? visibleIssues({ tx, user }, folder) : searchIssues({ tx, user, now, query, folder });
}

/** Without a query nothing has to be sorted, so that a page of a large world does not look at all of it. */
function* visibleIssues({ tx, user }: Pick<RestCall, 'tx' | 'user'>, project: Id | undefined): Iterable<Id> {
  const issues = project === undefined ? tx.all('Issue') : tx.find('Issue', 'project', { ref: project });
  for (const issue of issues) {
    if (tx.get(issue, 'isDraft') !== true && canSee(tx, user, issue)) yield issue;
  }
}
