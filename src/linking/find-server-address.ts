import type { Entity, Host } from '../ports/youtrack.ts';
import { findServerOfPage } from '../protocol/addresses.ts';
import { listEverLinked } from '../writing/list-linked.ts';

/**
 * Where this server's pages are, without a slash at the end. The scripting API tells it only as part of the addresses of issues
 * and articles, so one is needed: that of the request, one that the caller sees, or any that was ever linked. Undefined where
 * there is none.
 */
export function findServerAddress(
  host: Pick<Host, 'own' | 'listRecentIssues' | 'listFlagged'>,
): string | undefined {
  return (
    findAmong(host.own ? [host.own] : []) ??
    findAmong(host.listRecentIssues(1)) ??
    findAmong(listEverLinked(host))
  );
}

function findAmong(entities: readonly Entity[]): string | undefined {
  for (const entity of entities) {
    const server = findServerOfPage(entity.readUrl());
    if (server !== undefined) return server;
  }
  return undefined;
}
