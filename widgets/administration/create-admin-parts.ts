import type { AppClient } from '../shared/host/create-client.ts';
import type { WidgetHost } from '../shared/host/youtrack-app.ts';
import { createSettingsStore, type SettingsStore } from './connection/app-settings.ts';
import { type ConnectionApi, createConnectionApi } from './connection/connection-api.ts';
import { createOwedApi, type OwedApi } from './outstanding/owed-api.ts';
import { createReconcileApi } from './reconcile/reconcile-api.ts';
import { ReconcileRun } from './reconcile/reconcile-run.ts';
import { createRunMemory } from './reconcile/run-memory.ts';
import { createTransferApi, type TransferApi } from './transfer/transfer-api.ts';

/** What the tabs about two-way links work with. All of it lives as long as the page, whatever tab is open. */
export interface AdminParts {
  readonly connection: ConnectionApi;
  readonly settings: SettingsStore;
  readonly owed: OwedApi;
  readonly run: ReconcileRun;
  readonly transfer: TransferApi;
}

export function createAdminParts(host: WidgetHost, client: AppClient): AdminParts {
  return {
    connection: createConnectionApi(client),
    settings: createSettingsStore(host),
    owed: createOwedApi(client),
    transfer: createTransferApi(client),
    run: new ReconcileRun({
      api: createReconcileApi(client),
      memory: createRunMemory(host),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
  };
}
