import type { Id, Transaction } from '../world/transaction.ts';
import type { AppPackage } from './app-package.ts';
import { clearExtensions } from './clear-extensions.ts';

/** Removes what the world has stored of an app: attachments, settings, global storage, extension properties. */
export function removeApp(tx: Transaction, app: Id, appPackage: AppPackage): void {
  clearExtensions(tx, appPackage.name, appPackage.extensions);
  for (const id of tx.find('AppUsage', 'app', { ref: app })) tx.remove(id);
  for (const id of tx.find('AppGlobalStorage', 'app', appPackage.name)) tx.remove(id);
  tx.remove(app);
}
