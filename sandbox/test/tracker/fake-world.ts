import { createTrackerApp, type TrackerAppOptions } from '../../src/tracker/create-tracker-app.ts';

export const youtrackOrigin = 'http://youtrack.test';

/** A call that reached the application. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
  readonly body: string;
}

export type Application = (call: Received) => Response | Promise<Response>;

/** A Tracker with two queues, and with one application that answers as the test wants. */
export function startWorld(
  application: Application = () => Response.json({}),
  options: Partial<TrackerAppOptions> = {},
) {
  const received: Received[] = [];
  const fetchApplication: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const call = {
      method: request.method,
      url: request.url,
      authorization: request.headers.get('authorization'),
      body: await request.text(),
    };
    received.push(call);
    return await application(call);
  };
  const { app, tracker } = createTrackerApp({
    config: section(),
    youtrackOrigin,
    fetch: fetchApplication,
    now: () => Date.UTC(2026, 0, 15),
    ...options,
  });
  return { app, tracker, received };
}

/** The `tracker` section of these tests. */
export function section() {
  return {
    queues: [{ key: 'TEST', name: 'Проверка' }, 'NEW'],
    users: [{ login: 'irina', display: 'Ирина Ковалёва', trackerUid: 12, passportUid: 34 }],
    issues: [
      {
        key: 'TEST-1',
        summary: 'Перенести отчёты',
        status: 'In progress',
        assignee: 'irina',
        deadline: '2026-12-01',
        updatedAt: '2026-01-02T03:04:05.006Z',
      },
      { key: 'TEST-2', summary: 'Archive', status: 'closed', resolution: 'fixed', aliases: ['OLD-7'] },
    ],
    applications: [
      {
        id: 'com.example.youtrack',
        name: 'YouTrack',
        frontUrl: '{{youtrack}}/issue/{{remoteKey}}',
        responsible: 'admin',
        entityInfoUrl: '{{youtrack}}/info?key={{remoteKey}}',
        createLinkUrl: '{{youtrack}}/links',
        removeLinkUrl: '{{youtrack}}/links?issueKey={{issueKey}}&remoteKey={{remoteKey}}',
        suggestUrl: '{{youtrack}}/suggest?input={{suggestInput}}',
        oauthToken: 'perm:tracker',
        tokenScheme: 'Bearer',
        canLinkFromFront: true,
      },
    ],
  };
}

export const authorized = { authorization: 'OAuth any-token', 'accept-language': 'en' };

/** An application that never answers. */
export function silent(): Promise<Response> {
  return new Promise(() => undefined);
}

/** A JSON request to the stand-in. */
export function json(body: unknown, method = 'POST'): RequestInit {
  return {
    method,
    headers: { ...authorized, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** A submitted form. */
export function form(fields: Record<string, string> = {}): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) };
}

export const demoLink = { relationship: 'RELATES', key: 'DEMO-1', origin: 'com.example.youtrack' };
