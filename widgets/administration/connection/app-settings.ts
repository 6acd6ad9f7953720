import { askYouTrack } from '../../shared/host/ask-youtrack.ts';
import type { WidgetHost } from '../../shared/host/youtrack-app.ts';
import { findAppId } from '../find-app-id.ts';
import { memberOf } from '../member-of.ts';

/** The app's global settings by name; a secret is a mask, and a mask that is sent back keeps it. */
export type AppSettings = Readonly<Record<string, unknown>>;

/** Where the app's settings are kept: YouTrack's REST API, with the administrator's own rights. Rejects where YouTrack refuses. */
export interface SettingsStore {
  read(): Promise<AppSettings>;
  /** Changes these and keeps all others; undefined unsets one. */
  write(changes: AppSettings): Promise<void>;
}

/**
 * A script can only read its settings, so the page writes them as YouTrack's own page of settings does: the whole object in
 * place of the one that was there (JetBrains' `youtrack-app app settings-set` does the same).
 */
export function createSettingsStore(host: Pick<WidgetHost, 'fetchYouTrack'>): SettingsStore {
  const read = async (address: string) =>
    toSettings(await askYouTrack(host, address, { fields: 'globalSettings' }));
  return {
    read: async () => await read(await findAddress(host)),
    async write(changes) {
      const address = await findAddress(host);
      // What others have set meanwhile stays: it is read again just before.
      const globalSettings = JSON.stringify({ ...(await read(address)), ...changes });
      await host.fetchYouTrack(address, { method: 'POST', body: { globalSettings } });
    },
  };
}

async function findAddress(host: Pick<WidgetHost, 'fetchYouTrack'>): Promise<string> {
  const id = await findAppId(host);
  if (id === undefined) throw new Error('YouTrack lists no app of this name');
  return `admin/apps/${id}/globalConfig`;
}

/** Settings travel as a text of JSON, or as the object itself. */
function toSettings(answer: unknown): AppSettings {
  const sent = memberOf(answer, 'globalSettings');
  const settings: unknown = typeof sent === 'string' && sent !== '' ? JSON.parse(sent) : sent;
  return typeof settings === 'object' && settings !== null ? (settings as AppSettings) : {};
}
