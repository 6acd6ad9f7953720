import type { WidgetHost } from '../../shared/host/youtrack-app.ts';
import { appName, findAppId } from '../find-app-id.ts';

/** Attaches the app to projects; answers with those to which it could not. */
export type AttachApp = (projects: readonly string[]) => Promise<readonly string[]>;

/**
 * Attaches through YouTrack's REST API, as its own page of a project's apps does (`youtrack-app attach` of JetBrains' tools calls
 * the same); YouTrack asks the administrator first. One refusal does not keep the others back.
 */
export function createAttachApp(host: Pick<WidgetHost, 'fetchYouTrack'>): AttachApp {
  return async (projects) => {
    // Where YouTrack does not list apps, attaching fails with YouTrack's own refusal.
    const id = (await findAppId(host).catch(() => undefined)) ?? appName;
    const failed: string[] = [];
    for (const project of projects) {
      const address = `admin/projects/${encodeURIComponent(project)}/appConfigurations`;
      const attaching = async () =>
        await host.fetchYouTrack(address, { method: 'POST', body: { app: { id } } });
      await attaching().catch(() => failed.push(project));
    }
    return failed;
  };
}
