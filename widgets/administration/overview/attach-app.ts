import { askYouTrack } from '../../shared/host/ask-youtrack.ts';
import type { WidgetHost } from '../../shared/host/youtrack-app.ts';

/** Attaches the app to projects; answers with those to which it could not. */
export type AttachApp = (projects: readonly string[]) => Promise<readonly string[]>;

const appName = 'tracker-links';

/**
 * Attaches through YouTrack's REST API, as its own page of a project's apps does (`youtrack-app attach` of JetBrains' tools calls
 * the same); YouTrack asks the administrator first. One refusal does not keep the others back.
 */
export function createAttachApp(host: Pick<WidgetHost, 'fetchYouTrack'>): AttachApp {
  return async (projects) => {
    const id = await findAppId(host);
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

/** The app's id; its name where YouTrack does not list apps, so that attaching fails with YouTrack's own refusal. */
async function findAppId(host: Pick<WidgetHost, 'fetchYouTrack'>): Promise<string> {
  const apps = await askYouTrack(host, 'admin/apps', { fields: 'id,name', $top: '-1' }).catch(() => []);
  const app = (Array.isArray(apps) ? apps : []).find((one: unknown) => textAt(one, 'name') === appName);
  return textAt(app, 'id') ?? appName;
}

function textAt(value: unknown, name: string): string | undefined {
  const text =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof text === 'string' ? text : undefined;
}
