import { request as requestOverTls } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningSandbox, startSandbox } from '../support/start-sandbox.ts';
import { findWhatIsMissing, type RunningGateway, startGateway } from './start-gateway.ts';

const links = '/api/extensionEndpoints/tracker-links/global/links';
const info = '/api/issues/DEMO-1/extensionEndpoints/tracker-links/issue/info';
const token = 'perm:tracker-robot';
const followTimeoutMs = 30_000;
const missing = findWhatIsMissing();

if (missing === undefined) describe('the gateway in a real nginx', checkGateway);
else test.todo(`the gateway in a real nginx is not tested: ${missing}`);

function checkGateway(): void {
  let sandbox: RunningSandbox;
  let gateway: RunningGateway;

  beforeAll(async () => {
    sandbox = await startSandbox('--world', 'demo/world.json', '--app', 'tracker-links.zip');
    gateway = await startGateway(sandbox.youtrack);
  });
  afterAll(async () => {
    await gateway?.stop();
    await sandbox?.stop();
  });

  test('a link that Tracker makes with the scheme OAuth is in YouTrack, is shown, and goes again', async () => {
    const application = 'com.example.gateway.issue';
    const applicationBody = {
      id: application,
      name: 'YouTrack через шлюз',
      frontUrl: `${gateway.http}/issue/{{remoteKey}}`,
      oauthToken: token,
      tokenScheme: 'OAuth',
      entityInfoUrl: `${gateway.http}/api/issues/{{remoteKey}}/extensionEndpoints/tracker-links/issue/info`,
      createLinkUrl: `${gateway.http}${links}?kind=issue`,
      removeLinkUrl: `${gateway.http}${links}?issueKey={{issueKey}}&remoteKey={{remoteKey}}&kind=issue`,
    };
    expect((await tellTracker('POST', '/_sandbox/applications', applicationBody)).status).toBe(201);
    const link = { relationship: 'RELATES', key: 'LAB-1', origin: application };
    const made = await tellTracker('POST', '/v3/issues/TEST-5/remotelinks?backlink=true', link);
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: number };

    expect(await linkedTo('TEST-5')).toEqual(['LAB-1']);
    const page = await (await fetch(`${sandbox.tracker}/TEST-5`)).text();
    expect(page).toContain('Сравнить две модели рекомендаций');

    expect((await tellTracker('DELETE', `/v3/issues/TEST-5/remotelinks/${id}`)).status).toBe(204);
    await untilNothingIsLinkedTo('TEST-5');
  });

  test.each(['OAuth', 'oauth', 'Bearer', 'bearer', 'OAUTH  '])(
    'the scheme %s becomes Bearer',
    async (scheme) => {
      const answer = await fetch(`${gateway.http}${info}`, {
        headers: { authorization: `${scheme} ${token}` },
      });
      expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ key: 'DEMO-1' })]);
    },
  );

  test('a trigger sets what is linked', async () => {
    const set = (entityIds: readonly string[]) =>
      ask('PUT', `${links}?kind=issue`, JSON.stringify({ issueKey: 'TEST-7', entityIds }));
    expect((await set(['DEMO-3', 'DEMO-4'])).status).toBe(200);
    expect(await linkedTo('TEST-7')).toEqual(['DEMO-3', 'DEMO-4']);
    expect((await set([])).status).toBe(200);
    expect(await linkedTo('TEST-7')).toEqual([]);
  });

  test.each([
    ['nothing', undefined],
    ['a login and password', 'Basic amFuZTpqYW5l'],
    ['a scheme without a token', 'OAuth '],
    ['two tokens', `OAuth ${token} ${token}`],
    ['a token without a scheme', token],
  ])('%s is no token, and YouTrack is not asked', async (_, authorization) => {
    const headers: HeadersInit = authorization === undefined ? {} : { authorization };
    expect((await fetch(`${gateway.http}${info}`, { headers })).status).toBe(401);
  });

  test('what YouTrack answers to a wrong token comes through', async () => {
    const refused = await fetch(`${gateway.http}${info}`, {
      headers: { authorization: 'OAuth perm:nobody' },
    });
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain('error');
  });

  test('a key that is percent-encoded arrives as it was sent', async () => {
    const answer = await ask('GET', info.replace('DEMO-1', '%44EMO%2D1'));
    expect(await answer.json()).toMatchObject({ key: 'DEMO-1' });
  });

  test.each([
    ['GET', '/'],
    ['GET', '/api/users/me?fields=id,login'],
    ['GET', '/api/issues/DEMO-1'],
    ['GET', '/api/admin/apps'],
    ['GET', '/api/extensionEndpoints/tracker-links/admin/links'],
    ['GET', '/api/extensionEndpoints/another-app/global/links'],
    ['PATCH', links],
    ['HEAD', info],
    ['POST', info],
    ['GET', `${info}/`],
    ['GET', info.replace('/issue/info', '/issue/panel')],
    ['GET', info.replace('/issue/info', '/article/info')],
    ['POST', info.replace('/info', '/links')],
    ['GET', info.replace('DEMO-1', 'DEMO-1%2F..%2FDEMO-2')],
    ['GET', info.replace('DEMO-1', '%2e%2e')],
    ['GET', info.replace('DEMO-1', 'DEMO-1%5c')],
    ['GET', info.replace('DEMO-1', '')],
    ['GET', `/api//extensionEndpoints/tracker-links/global/links?issueKey=TEST-1`],
    ['GET', `${links}.json`],
    ['GET', `/hub/api/rest/users`],
  ])('%s %s is not let through', async (method, path) => {
    const answer = await ask(method, path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('error_description');
  });

  test('a click leads to YouTrack itself', async () => {
    const answer = await fetch(`${gateway.http}/issue/DEMO-1`, { redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`${sandbox.youtrack}/issue/DEMO-1`);
  });

  test("the app's own refusal answers a body that is too large", async () => {
    const answer = await ask(
      'POST',
      links,
      JSON.stringify({ issueKey: 'TEST-1', entityIds: ['я'.repeat(40_000)] }),
    );
    expect([answer.status, await answer.json()]).toEqual([
      413,
      expect.objectContaining({ error: 'too_large' }),
    ]);
  });

  test('it speaks TLS with its certificate', async () => {
    const status = await new Promise((resolve, reject) => {
      const { httpsPort: port, certificate: ca } = gateway;
      const headers = { authorization: `OAuth ${token}` };
      requestOverTls({ host: '127.0.0.1', port, ca, path: info, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .once('error', reject)
        .end();
    });
    expect(status).toBe(200);
  });

  test('no log has a token or a query in it', async () => {
    await ask('GET', `${links}?issueKey=TEST-1&secret=perm:in-the-query`);
    await fetch(`${gateway.http}${info}`, { headers: { authorization: 'Basic perm:tracker-robot' } });
    expect(gateway.logs()).toContain(`GET ${links}" 200`);
    expect(gateway.logs()).not.toMatch(/perm:|TEST-1/);
  });

  function ask(method: string, path: string, body?: string): Promise<Response> {
    const headers = { authorization: `OAuth ${token}`, 'content-type': 'application/json' };
    return fetch(`${gateway.http}${path}`, { method, headers, ...(body !== undefined && { body }) });
  }

  async function linkedTo(issueKey: string): Promise<string[]> {
    const answer = await ask('GET', `${links}?issueKey=${issueKey}`);
    const { links: linked } = (await answer.json()) as { links: readonly { key: string }[] };
    return linked.map(({ key }) => key);
  }

  /** A removal is put off for a moment where DELETE only reads. */
  async function untilNothingIsLinkedTo(issueKey: string): Promise<void> {
    const deadline = Date.now() + followTimeoutMs;
    while ((await linkedTo(issueKey)).length > 0) {
      if (Date.now() > deadline) throw new Error(`${issueKey} was still linked after ${followTimeoutMs} ms`);
      await pause(20);
    }
  }

  function tellTracker(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { authorization: 'OAuth test', 'content-type': 'application/json' };
    return fetch(`${sandbox.tracker}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
}
