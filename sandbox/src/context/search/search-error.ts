/** A query the sandbox cannot read, or a part of the query language it does not know; never silently nothing found. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
}
