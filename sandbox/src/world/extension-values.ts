import { typeNumbers } from './entity-types.ts';
import type { Transaction } from './transaction.ts';

/**
 * Clears an app's values on all entities, but for the properties that it keeps: after the app is removed, or has
 * dropped a declaration.
 */
export function forgetExtensionValues(
  tx: Transaction,
  { app, keeps }: { app: string; keeps: (type: string, property: string) => boolean },
): void {
  const prefix = `ext:${app}:`;
  for (const type of typeNumbers.keys())
    for (const property of tx.extensionNames(type)) {
      if (!property.startsWith(prefix) || keeps(type, property.slice(prefix.length))) continue;
      for (const id of tx.having(type, property)) tx.set(id, property, null);
    }
}
