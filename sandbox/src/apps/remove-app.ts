import { forgetExtensionValues } from '../world/extension-values.ts';
import type { Id, Transaction } from '../world/transaction.ts';

/** Removes what the world has stored of an app: attachments, settings, global storage, extension properties. */
export function removeApp(tx: Transaction, { id, name }: { id: Id; name: string }): void {
  forgetExtensionValues(tx, { app: name, keeps: () => false });
  for (const usage of tx.find('AppUsage', 'app', { ref: id })) tx.remove(usage);
  for (const storage of tx.find('AppGlobalStorage', 'app', name)) tx.remove(storage);
  tx.remove(id);
}
