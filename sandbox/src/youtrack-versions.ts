/** The versions of YouTrack that the sandbox can be, oldest first. */
export const youTrackVersions = ['2025.3', '2026.1', '2026.2'] as const;

export type YouTrackVersion = (typeof youTrackVersions)[number];

/** The version whose references the sandbox follows, unless told otherwise. */
export const newestYouTrack: YouTrackVersion = '2026.2';

/** Something that scripts, widgets or clients of REST found for the first time in a version. */
export interface Newcomer {
  /** `ctx`, `Connection`, `host`, an entity type of REST or `resource`. */
  readonly owner: string;
  readonly names: readonly string[];
  readonly since: YouTrackVersion;
  /** Which of JetBrains' pages says so. */
  readonly source: string;
}

/**
 * What came with a version beside the members of entities; those say so themselves, in the tables of `world/entity-types/`.
 * Source: JetBrains' developer portal for YouTrack, the pages named.
 */
export const newcomers: readonly Newcomer[] = [
  {
    owner: 'ctx',
    names: ['invokeAsync', 'store', 'load'],
    since: '2026.2',
    source: 'Asynchronous Functions',
  },
  {
    owner: 'Connection',
    names: ['deleteAsync', 'doAsync', 'getAsync', 'patchAsync', 'postAsync', 'putAsync'],
    since: '2026.2',
    source: 'Workflow API, Change Log',
  },
  { owner: 'host', names: ['storage'], since: '2026.2', source: 'Host API, "storage"' },
  {
    owner: 'resource',
    names: ['/api/assignedRoles', '/api/permissions', '/api/roles'],
    since: '2026.1',
    source: 'REST API Changelog',
  },
  { owner: 'Project', names: ['team'], since: '2026.1', source: 'REST API Changelog' },
];

/** Whether a version has what came with another one; members of versions before the oldest are always there. */
export function isAtLeast(version: YouTrackVersion, since: string): boolean {
  const [year = 0, number = 0] = since.split('.').map(Number);
  const [ownYear = 0, ownNumber = 0] = version.split('.').map(Number);
  return ownYear > year || (ownYear === year && ownNumber >= number);
}

/** What a version lacks of one owner's newcomers, with the version that brought it: `{storage: '2026.2'}`. */
export function missingOf(owner: string, version: YouTrackVersion): Record<string, string> {
  const later = newcomers.filter((one) => one.owner === owner && !isAtLeast(version, one.since));
  return Object.fromEntries(later.flatMap(({ names, since }) => names.map((name) => [name, since])));
}
