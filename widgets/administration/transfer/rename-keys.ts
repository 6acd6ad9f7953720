import type { StoredObject } from '../../../src/transfer/transfer-answer.ts';

/** What a project is called now, by what it was called when the file was written. */
export type Renames = Readonly<Record<string, string>>;

/** The object under the keys that hold now. Letter case does not matter. */
export function renameKeys(object: StoredObject, renames: Renames): StoredObject {
  const { owed } = object;
  return {
    ...object,
    key: renameKey(object, renames),
    ...(owed && {
      owed: owed.map((entry) =>
        entry.removed === undefined
          ? entry
          : { ...entry, removed: { ...entry.removed, key: renameKey(entry.removed, renames) } },
      ),
    }),
  };
}

/** The project of an object, as its key tells; undefined for users. */
export function findProjectKey({ kind, key }: Pick<StoredObject, 'kind' | 'key'>): string | undefined {
  switch (kind) {
    case 'issue':
      return /^(.+)-\d+$/.exec(key)?.[1];
    case 'article':
      return /^(.+)-A-\d+$/i.exec(key)?.[1];
    case 'project':
      return key;
    case 'user':
      return undefined;
  }
}

function renameKey(object: Pick<StoredObject, 'kind' | 'key'>, renames: Renames): string {
  const project = findProjectKey(object);
  const wanted = project?.toUpperCase();
  const renamed = Object.entries(renames).find(([former]) => former.toUpperCase() === wanted)?.[1];
  return project === undefined || !renamed ? object.key : `${renamed}${object.key.slice(project.length)}`;
}
