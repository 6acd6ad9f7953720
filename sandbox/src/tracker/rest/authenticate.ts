import type { TrackerStore } from '../tracker-store.ts';

/**
 * The login that an `Authorization` header stands for: `OAuth <token>` or `Bearer <token>`. Any token is the first user,
 * unless the world names its tokens. Undefined: 401.
 */
export function authenticate(store: TrackerStore, header: string | undefined): string | undefined {
  const token = /^(?:OAuth|Bearer) +(\S+)$/.exec(header ?? '')?.[1];
  if (token === undefined) return undefined;
  const { tokens } = store.modes();
  if (tokens === undefined) return store.defaultLogin();
  return Object.entries(tokens).find(([known]) => known === token)?.[1];
}
