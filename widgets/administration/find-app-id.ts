import { askYouTrack } from '../shared/host/ask-youtrack.ts';
import type { WidgetHost } from '../shared/host/youtrack-app.ts';
import { textOf } from './member-of.ts';

/** As the manifest names it. */
export const appName = 'tracker-links';

/** The id under which YouTrack lists this app. Undefined where the list lacks it; rejects where YouTrack refuses or keeps silent. */
export async function findAppId(host: Pick<WidgetHost, 'fetchYouTrack'>): Promise<string | undefined> {
  const apps = await askYouTrack(host, 'admin/apps', { fields: 'id,name', $top: '-1' });
  const app = (Array.isArray(apps) ? apps : []).find((one: unknown) => textOf(one, 'name') === appName);
  return textOf(app, 'id');
}
