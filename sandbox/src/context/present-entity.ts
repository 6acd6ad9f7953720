import type { Id, Transaction } from '../world/transaction.ts';

const nameProperties: Readonly<Record<string, string>> = {
  Issue: 'id',
  Article: 'id',
  User: 'login',
  Project: 'key',
};

/** What an entity is known by in texts: an issue's id, a user's login, a project's key, the name of anything else. */
export function presentEntity(tx: Transaction, type: string, id: Id): string {
  const name = tx.get(id, nameProperties[type] ?? 'name') ?? tx.get(id, 'text');
  return name === null ? id : String(name);
}
