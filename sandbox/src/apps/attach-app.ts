import type { Id, Transaction } from '../world/transaction.ts';
import type { StoredSettings } from './app-record.ts';

/** Attaches an app to a project, enabled. @returns the id of the `AppUsage` */
export function attachApp(
  tx: Transaction,
  { app, project, settings = {} }: { app: Id; project: Id; settings?: StoredSettings },
): Id {
  return tx.create('AppUsage', {
    app: { ref: app },
    project: { ref: project },
    enabled: true,
    settings: JSON.stringify(settings),
  });
}

/** Attaches to a new project every app that is attached to all of them. */
export function attachToNewProject(tx: Transaction, project: Id): void {
  for (const app of tx.all('App')) {
    if (tx.get(app, 'autoAttach') === true) attachApp(tx, { app, project });
  }
}
