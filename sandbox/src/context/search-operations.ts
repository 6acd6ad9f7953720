import type { Execution, Operation } from '../ports/execution.ts';
import { entityArgument } from './arguments.ts';
import { hasValue, readConditions } from './find-by-extension-properties.ts';
import { entitiesToScript, objectFields, readArguments, type ScriptValue } from './script-values.ts';
import { type IssueSearch, searchIssues } from './search/search-issues.ts';

/** `search.search(folder, query, user)`. */
export const searchOperations: Readonly<Record<string, Operation>> = {
  search(execution, values) {
    const [folder, query, user] = readArguments(values);
    const { tx, sandbox } = execution.change;
    const place = {
      tx,
      now: sandbox.clock.now(),
      user: user ? entityArgument(user, 'user', ['User']).id : execution.user,
      folder: folder ? entityArgument(folder, 'folder', ['Project', 'Tag', 'SavedQuery']).id : undefined,
    };
    return entitiesToScript(tx, searchIssues({ ...place, ...readQuery(execution, query) }));
  },
};

type ReadQuery = Pick<IssueSearch, 'query' | 'conditions' | 'candidates'>;

/** A string, or `{query, extensionPropertiesQuery}`; extension properties are found by index. */
function readQuery(execution: Execution, query: ScriptValue | undefined): ReadQuery {
  const fields = objectFields(query);
  if (fields === undefined) return { query: query === null || query === undefined ? '' : String(query) };
  const text = fields.query === null || fields.query === undefined ? '' : String(fields.query);
  if (fields.extensionPropertiesQuery === null || fields.extensionPropertiesQuery === undefined)
    return { query: text };
  const { tx } = execution.change;
  const conditions = readConditions(execution, 'Issue', fields.extensionPropertiesQuery);
  const [first] = conditions.filter(({ value }) => value !== null);
  return {
    query: text,
    conditions: conditions.map(
      ({ property, value }) =>
        (issue) =>
          hasValue(tx.get(issue, property), value),
    ),
    candidates: first === undefined ? undefined : tx.find('Issue', first.property, first.value),
  };
}
