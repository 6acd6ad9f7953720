import { e2eWorld } from './e2e-world.ts';

export const trackerToken = 'y0_0123456789abcdefghijkl';
const app = e2eWorld.apps['tracker-links'];
const application = 'ru.example.youtrack.issue';

/** What the scripts call Tracker by is the stand-in. */
export const toStandIn = ['--map', 'api.tracker.yandex.net=tracker'] as const;

/** The server for the widgets, connected to Tracker, whose issues everybody may read who sees the link. */
export const connectedWorld = {
  ...e2eWorld,
  apps: {
    'tracker-links': {
      ...app,
      settings: {
        ...app.settings,
        trackerOrganizationId: '4711',
        trackerAuthorization: `OAuth ${trackerToken}`,
        issueApplication: application,
        trackerDetails: 'readers',
      },
    },
  },
  tracker: {
    queues: ['TEST'],
    users: [{ login: 'irina', id: '8000000000000001', display: 'Ирина Ковалёва' }],
    tokens: { [trackerToken]: 'irina', test: 'irina' },
    issues: [
      { key: 'TEST-1', summary: 'Card payments', status: 'Open', assignee: 'irina', deadline: '2020-02-03' },
      {
        key: 'TEST-2',
        summary: 'Оплата \u202eкартой',
        status: 'Closed',
        resolution: 'Fixed',
        deadline: '2020-02-03',
      },
      { key: 'TEST-3', summary: 'Sign in', status: 'Open', deadline: '2099-12-31' },
      { key: 'TEST-4', summary: 'Sign out', status: 'Open' },
    ],
    applications: [
      {
        id: application,
        name: 'YouTrack',
        frontUrl: '{{youtrack}}/issue/{{remoteKey}}',
        canLinkFromFront: true,
      },
    ],
  },
};
