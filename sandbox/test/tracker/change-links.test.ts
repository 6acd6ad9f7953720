import { expect, test } from '@jest/globals';
import { authorized, demoLink, json, section, silent, startWorld, youtrackOrigin } from './fake-world.ts';

const links = '/v3/issues/TEST-1/remotelinks';

test('backlink=true posts the issue and the object to createLinkUrl', async () => {
  const { app, received } = startWorld();
  expect((await app.request(`${links}?backlink=true`, json(demoLink))).status).toBe(201);
  expect(received).toEqual([
    {
      method: 'POST',
      url: `${youtrackOrigin}/links`,
      authorization: 'Bearer perm:tracker',
      body: '{"issueKey":"TEST-1","entityIds":["DEMO-1"]}',
    },
  ]);
});

test.each(['', '?backlink=false', '?backlink='])('a link made with %p is not reported', async (query) => {
  const { app, received } = startWorld();
  await app.request(`${links}${query}`, json(demoLink));
  expect(received).toEqual([]);
});

test('two requests for the same link at once are reported once', async () => {
  const { app, received } = startWorld();
  const request = () => app.request(`${links}?backlink=true`, json(demoLink));
  await Promise.all([request(), request(), request()]);
  expect(received).toHaveLength(1);
});

test('a removed link is reported with DELETE, keys encoded, without a body', async () => {
  const { app, received } = startWorld();
  const { id } = await (await app.request(links, json({ ...demoLink, key: 'user:Ян&x' }))).json();
  await app.request(`${links}/${id}`, { method: 'DELETE', headers: authorized });
  const url = `${youtrackOrigin}/links?issueKey=TEST-1&remoteKey=user%3A%D0%AF%D0%BD%26x`;
  expect(received).toEqual([{ method: 'DELETE', url, authorization: 'Bearer perm:tracker', body: '' }]);
});

test.each([
  ['none', null],
  ['OAuth', 'OAuth perm:tracker'],
  ['Bearer', 'Bearer perm:tracker'],
])('with the scheme %p the application sees Authorization %p', async (tokenScheme, authorization) => {
  const { app, received } = startWorld();
  const path = '/_sandbox/applications/com.example.youtrack/tokenScheme';
  expect((await app.request(path, json({ tokenScheme }, 'PUT'))).status).toBe(200);
  await app.request(`${links}?backlink=true`, json(demoLink));
  expect(received[0]?.authorization).toBe(authorization);
});

test('an application without createLinkUrl and removeLinkUrl is never called about links', async () => {
  const [application] = section().applications;
  const { createLinkUrl: _, removeLinkUrl: __, ...plain } = { ...application };
  const { app, received } = startWorld(undefined, { config: { ...section(), applications: [plain] } });
  const { id } = await (await app.request(`${links}?backlink=true`, json(demoLink))).json();
  expect((await app.request(`${links}/${id}`, { method: 'DELETE', headers: authorized })).status).toBe(204);
  expect(received).toEqual([]);
});

test.each([
  [
    () => Response.json({ error: 'forbidden', error_description: 'Нельзя.' }, { status: 403 }),
    'answered 403: Нельзя',
  ],
  [() => new Response('oops', { status: 500 }), 'answered 500'],
  [() => Response.redirect('http://elsewhere.test/'), 'answered 302'],
  [
    () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })),
    'no connection: ECONNREFUSED',
  ],
  [silent, 'no answer within 0.02 s', 20],
])('a link stays although the application fails: %#', async (application, problem, timeoutMs = 60_000) => {
  const { app, tracker } = startWorld(application, { timeoutMs });
  expect((await app.request(`${links}?backlink=true`, json(demoLink))).status).toBe(201);
  expect(await (await app.request(links, { headers: authorized })).json()).toHaveLength(1);
  expect(tracker.journal.entries('outgoing')).toMatchObject([
    { purpose: 'create', problem, issueKey: 'TEST-1' },
  ]);
});

test('the answer does not wait longer than its bound, and the report goes on', async () => {
  let answer: (response: Response) => void = () => undefined;
  const slow = () => new Promise<Response>((resolve) => (answer = resolve));
  const { app, tracker } = startWorld(slow, { backlinkWaitMs: 10 });
  expect((await app.request(`${links}?backlink=true`, json(demoLink))).status).toBe(201);
  const [call] = tracker.journal.entries('outgoing');
  expect(call?.status).toBeUndefined();
  answer(Response.json({ linked: ['DEMO-1'] }));
  while (call?.status === undefined) await new Promise(setImmediate);
  expect(call).toMatchObject({ status: 200, answer: '{"linked":["DEMO-1"]}' });
});

test('the journal shows calls in both directions and no token', async () => {
  const { app } = startWorld(() => Response.json({ echo: 'perm:tracker' }));
  await app.request(`${links}?backlink=true`, json(demoLink));
  const text = await (await app.request('/_sandbox/calls')).text();
  const { calls } = JSON.parse(text);
  expect(calls).toMatchObject([
    { direction: 'incoming', method: 'POST', status: 201, headers: { authorization: 'OAuth ***' } },
    {
      direction: 'outgoing',
      method: 'POST',
      status: 200,
      headers: { authorization: 'Bearer ***' },
      answer: '{"echo":"***"}',
    },
  ]);
  expect(text).not.toMatch(/perm:tracker|any-token/);
});
