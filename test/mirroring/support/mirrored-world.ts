/** The token Tracker's stand-in takes, and that must turn up nowhere. */
export const secret = 'OAuth y0_hush-9f3b';
const token = 'y0_hush-9f3b';

export const applications = {
  issue: 'com.example.youtrack.issue',
  article: 'com.example.youtrack.article',
  project: 'com.example.youtrack.project',
  user: 'com.example.youtrack.user',
} as const;

type Kind = keyof typeof applications;

export interface MirroredWorldOptions {
  /** Settings of the app in place of, or besides, those that connect it. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Modes of the stand-in. */
  readonly tracker?: Readonly<Record<string, unknown>>;
  /** Whether Tracker calls us when links are made or removed there. */
  readonly isRegistered?: boolean;
  /** What the app has stored from the start. */
  readonly stored?: Readonly<Record<string, unknown>>;
  readonly trackerIssues?: number;
  readonly issues?: number;
}

/** A small company on both sides: jane links, rita only reads, robot is Tracker. */
export function mirroredWorld(options: MirroredWorldOptions = {}) {
  const { settings = {}, tracker = {}, isRegistered = true, stored = {} } = options;
  const rights = ['READ_ISSUE', 'LINK_ISSUE', 'UPDATE_ISSUE', 'CREATE_ISSUE', 'DELETE_ISSUE'];
  const all = [
    ...rights,
    'READ_ARTICLE',
    'UPDATE_ARTICLE',
    'DELETE_ARTICLE',
    'READ_PROJECT',
    'UPDATE_PROJECT',
    'UPDATE_USER',
  ];
  const people = ['READ_USER_BASIC', 'READ_PROJECT_BASIC'];
  return {
    users: ['admin', 'jane', 'rita', 'boris', 'robot'].map((login) => ({ login, fullName: `Имя ${login}` })),
    projects: ['DEMO', 'OPS'].map((key) => ({ key, name: `Проект ${key}`, leader: 'jane' })),
    permissions: [
      { user: 'admin', keys: ['*'] },
      { user: 'jane', keys: [...all, ...people] },
      { user: 'boris', keys: [...all, ...people] },
      { user: 'rita', keys: ['READ_ISSUE', 'READ_ARTICLE', 'READ_PROJECT', ...people] },
      { user: 'robot', keys: [...all, ...people] },
    ],
    issues: Array.from({ length: options.issues ?? 6 }, (_, index) => ({
      id: `DEMO-${index + 1}`,
      summary: `Дело ${index + 1}`,
      reporter: 'jane',
    })),
    articles: [
      { id: 'DEMO-A-1', summary: 'Статья первая', author: 'jane' },
      { id: 'DEMO-A-2', summary: 'Статья вторая', author: 'jane' },
    ],
    apps: {
      'tracker-links': {
        projects: ['DEMO', 'OPS'],
        settings: {
          serviceAccount: 'robot',
          trackerOrganizationId: '4711',
          trackerOrganizationKind: '360',
          trackerAuthorization: secret,
          issueApplication: applications.issue,
          articleApplication: applications.article,
          projectApplication: applications.project,
          userApplication: applications.user,
          trackerDetails: 'readers',
          ...settings,
        },
        extensionProperties: stored,
      },
    },
    tracker: {
      queues: ['TEST', 'NEWQ'],
      users: [{ login: 'irina', id: '8000000000000001', display: 'Ирина Ковалёва' }],
      tokens: { [token]: 'irina', test: 'irina' },
      organization: { id: '4711', kind: '360' },
      issues: Array.from({ length: options.trackerIssues ?? 8 }, (_, index) => ({
        key: `TEST-${index + 1}`,
        summary: `Задача ${index + 1}`,
        status: 'Open',
        assignee: 'irina',
        deadline: '2026-12-01',
      })),
      applications: Object.keys(applications).map((kind) => toApplication(kind as Kind, isRegistered)),
      ...tracker,
    },
  };
}

function toApplication(kind: Kind, isRegistered: boolean) {
  const global = `{{youtrack}}/api/extensionEndpoints/tracker-links/global/links?kind=${kind}`;
  return {
    id: applications[kind],
    name: `YouTrack ${kind}`,
    frontUrl: '{{youtrack}}/issue/{{remoteKey}}',
    oauthToken: 'perm:robot',
    tokenScheme: 'Bearer',
    canLinkFromFront: true,
    ...(isRegistered && {
      createLinkUrl: global,
      removeLinkUrl: `${global}&issueKey={{issueKey}}&remoteKey={{remoteKey}}`,
    }),
  };
}
