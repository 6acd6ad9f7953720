import type { SettingsStore } from '../connection/app-settings.ts';
import type { YouTrackFacts } from '../youtrack-facts.ts';
import type { TransferApi } from './transfer-api.ts';

/** What the backup works with. */
export interface TransferProps {
  readonly api: TransferApi;
  readonly settings: SettingsStore;
  readonly askFacts: () => Promise<YouTrackFacts>;
}
