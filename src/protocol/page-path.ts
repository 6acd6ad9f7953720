import type { EntityKind } from './entity-key.ts';

/** Where YouTrack shows its objects: `/issue/DEMO-1`, `/articles/DEMO-A-1`, `/projects/DEMO`, `/users/jane`. */
export const pageFolders: Readonly<Record<EntityKind, string>> = {
  issue: 'issue',
  article: 'articles',
  project: 'projects',
  user: 'users',
};

/** The path of an object's page, from the server's address on. */
export function toPagePath(kind: EntityKind, key: string): string {
  return `${toPageFolder(kind)}${encodeURIComponent(key)}`;
}

/** The same up to the key. */
export function toPageFolder(kind: EntityKind): string {
  return `/${pageFolders[kind]}/`;
}
