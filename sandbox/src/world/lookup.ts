import type { Id, Transaction } from './transaction.ts';

/** The user with a login or an internal id, in any letter case. */
export function findUser(tx: Transaction, loginOrId: string): Id | undefined {
  return findBy(tx, { type: 'User', properties: ['login'], text: loginOrId });
}

/** The project with a key or an internal id, in any letter case. */
export function findProject(tx: Transaction, keyOrId: string): Id | undefined {
  return findBy(tx, { type: 'Project', properties: ['key'], text: keyOrId });
}

/** The issue with a readable id, one it had before it was moved, or an internal id, in any letter case. */
export function findIssue(tx: Transaction, text: string): Id | undefined {
  return findBy(tx, { type: 'Issue', properties: ['id', 'formerIds'], text });
}

/** The article with a readable id (`DEMO-A-1`), a former one or an internal id, in any letter case. */
export function findArticle(tx: Transaction, text: string): Id | undefined {
  return findBy(tx, { type: 'Article', properties: ['id', 'formerIds'], text });
}

/** The group or project team with a name or an internal id, in any letter case. */
export function findGroup(tx: Transaction, nameOrId: string): Id | undefined {
  return (
    findBy(tx, { type: 'UserGroup', properties: ['name'], text: nameOrId }) ??
    findBy(tx, { type: 'ProjectTeam', properties: ['name'], text: nameOrId })
  );
}

interface Search {
  readonly type: string;
  /** Asked one after another: a readable id in use goes before a former one. */
  readonly properties: readonly string[];
  readonly text: string;
}

function findBy(tx: Transaction, { type, properties, text }: Search): Id | undefined {
  if (tx.typeOf(text) === type) return text;
  for (const property of properties) {
    const [found] = tx.find(type, property, text);
    if (found !== undefined) return found;
  }
  return undefined;
}
