import type { Transaction } from '../world/transaction.ts';
import type { ExtensionDeclaration } from './app-package.ts';

/**
 * The properties that a new version of an app no longer declares, or declares with another type: their values are
 * lost. Source: "Lifecycle" of JetBrains' reference on extension properties.
 */
export function vanishedExtensions(
  earlier: readonly ExtensionDeclaration[],
  next: readonly ExtensionDeclaration[],
): readonly ExtensionDeclaration[] {
  return earlier.filter(
    (old) =>
      !next.some(
        ({ entityType, name, type, multi }) =>
          old.entityType === entityType && old.name === name && old.type === type && old.multi === multi,
      ),
  );
}

/** Deletes every value of an app's extension properties. */
export function clearExtensions(
  tx: Transaction,
  app: string,
  extensions: readonly ExtensionDeclaration[],
): void {
  for (const { entityType, name } of extensions) {
    const property = `ext:${app}:${name}`;
    for (const id of tx.all(entityType)) {
      if (tx.get(id, property) !== null) tx.set(id, property, null);
    }
  }
}
