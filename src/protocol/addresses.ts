import { attempt } from '../result.ts';
import { type EntityKind, entityKinds, type KeyReading } from './entity-key.ts';
import { limits } from './limits.ts';
import { pageFolders } from './page-path.ts';

/** Where YouTrack's API has them. */
const resources: Readonly<Record<EntityKind, string>> = {
  issue: 'issues',
  article: 'articles',
  project: 'admin/projects',
  user: 'users',
};

const app = 'extensionEndpoints/tracker-links';

const addressParts = /^(https?):\/\/([^/?#]+)([^?#]*)/i;
const pagePath = /^\/([a-z]+)\/([^/]+)(?:\/|$)/i;

/** The path of an endpoint of this app in the global scope, from the server's address on. */
export function toGlobalPath(endpoint: string): string {
  return `/api/${app}/global/${endpoint}`;
}

/** The path of one under an object's own address; what stands for the key is not encoded here. */
export function toOwnPath(kind: EntityKind, key: string, endpoint: string): string {
  return `/api/${resources[kind]}/${key}/${app}/${kind}/${endpoint}`;
}

/** Where a server's pages are, by the address of an issue or article of it (`https://example.com/youtrack/issue/DEMO-1`). */
export function findServerOfPage(page: string): string | undefined {
  return /^(https?:\/\/.+)\/(?:issue|articles)\/[^/]+$/i.exec(page)?.[1];
}

/**
 * The object whose page on a server this is: `…/issue/DEMO-1`, also with a title, a query or a comment's anchor behind it. The
 * scheme does not matter, because what stands before a server may change it; host, port and path must be the server's own.
 */
export function findPageReading(page: string, server: string): KeyReading | undefined {
  if (page.length > limits.urlCharacters) return undefined;
  const place = readPlace(page);
  const base = readPlace(server);
  if (place === undefined || place.host !== base?.host || !place.path.startsWith(`${base.path}/`))
    return undefined;
  const [, folder, key = ''] = pagePath.exec(place.path.slice(base.path.length)) ?? [];
  const kind = entityKinds.find((one) => pageFolders[one] === folder?.toLowerCase());
  // A percent sign that begins no escape is no address of anything.
  const decoded = attempt(() => decodeURIComponent(key));
  return kind !== undefined && decoded.ok ? { kind, key: decoded.value } : undefined;
}

function readPlace(address: string): { readonly host: string; readonly path: string } | undefined {
  const [, scheme = '', host, path = ''] = addressParts.exec(address) ?? [];
  if (host === undefined) return undefined;
  const defaultPort = scheme.toLowerCase() === 'https' ? /:443$/ : /:80$/;
  return { host: host.toLowerCase().replace(defaultPort, ''), path: path.replace(/(?<!\/)\/+$/, '') };
}
