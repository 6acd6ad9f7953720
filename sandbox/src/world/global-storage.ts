import type { Id, Transaction } from './transaction.ts';

/**
 * The entity that holds an app's global storage; made on the first use in a transaction that may write. `app` is
 * the app's name, since a world file can fill the storage before the package is there.
 */
export function globalStorageOf(tx: Transaction, app: string): Id | undefined {
  const found = tx.find('AppGlobalStorage', 'app', app).find((id) => tx.get(id, 'app') === app);
  if (found !== undefined || tx.isReadonly) return found;
  return tx.create('AppGlobalStorage', { app });
}
