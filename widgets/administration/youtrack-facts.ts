import { inTime } from '../shared/host/in-time.ts';
import type { WidgetHost } from '../shared/host/youtrack-app.ts';
import { memberOf, textOf } from './member-of.ts';

/** The page can do without these answers and does not wait long for them. */
const patienceMs = 3_000;

export interface ProjectName {
  readonly key: string;
  readonly name: string;
  readonly isArchived: boolean;
}

/** What only YouTrack's own REST API knows, and what the page can do without. */
export interface YouTrackFacts {
  /** The address people use for this server, as its administrator set it; absent when it cannot be read. */
  readonly baseUrl?: string;
  readonly projects: readonly ProjectName[];
}

/** Asks YouTrack; what it does not tell is left out, and the page asks the administrator instead. */
export async function readYouTrackFacts(host: Pick<WidgetHost, 'fetchYouTrack'>): Promise<YouTrackFacts> {
  const [settings, projects] = await Promise.all([
    ask(host, 'admin/globalSettings', { fields: 'systemSettings(baseUrl)' }),
    ask(host, 'admin/projects', { fields: 'shortName,name,archived', $top: '1000' }),
  ]);
  const baseUrl = textOf(memberOf(settings, 'systemSettings'), 'baseUrl');
  return { ...(baseUrl ? { baseUrl } : {}), projects: toProjects(projects) };
}

async function ask(
  host: Pick<WidgetHost, 'fetchYouTrack'>,
  url: string,
  query: Record<string, string>,
): Promise<unknown> {
  // Async, so that a host which throws at once rejects like any other. Whatever it does not tell, a person is asked for.
  const asking = async () => await host.fetchYouTrack(url, { query });
  return await inTime(
    asking().catch(() => undefined),
    undefined,
    patienceMs,
  );
}

function toProjects(answer: unknown): ProjectName[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((project: unknown) => {
    const key = textOf(project, 'shortName');
    if (key === undefined) return [];
    return [
      { key, name: textOf(project, 'name') ?? key, isArchived: memberOf(project, 'archived') === true },
    ];
  });
}
