import type { FailureKind } from './failure.ts';
import { inTime } from './in-time.ts';
import type { WidgetHost, YouTrackApp } from './youtrack-app.ts';

/** Somebody is waiting already. */
const patienceMs = 3_000;

/** The REST resource of each type of entity, as `YTApp` calls them. */
const folders: Readonly<Record<string, string>> = {
  ticket: 'issues',
  issue: 'issues',
  article: 'articles',
  project: 'admin/projects',
  user: 'users',
};

/**
 * Makes what tells who did not answer. The host hides why a call of the app came to nothing: YouTrack itself is asked whether it
 * is there, and whether the widget's entity is.
 */
export function createCauseFinder(
  host: Pick<WidgetHost, 'fetchYouTrack'>,
  entity: YouTrackApp['entity'],
): (kind: FailureKind) => Promise<FailureKind> {
  const isThere = async (path: string): Promise<boolean> => {
    const asking = async () => await host.fetchYouTrack(path, { query: { fields: 'id' } });
    const answered = asking().then(
      () => true,
      () => false,
    );
    return await inTime(answered, false, patienceMs);
  };
  const folder = folders[entity?.type.toLowerCase() ?? ''];
  return async (kind) => {
    if (kind !== 'unreachable' && kind !== 'timeout') return kind;
    if (!(await isThere('users/me'))) return kind;
    if (entity !== null && folder !== undefined && !(await isThere(`${folder}/${entity.id}`)))
      return 'not_found';
    return kind === 'timeout' ? 'app_slow' : 'app_failed';
  };
}
