import { expect, test } from '@jest/globals';
import { authorized, demoLink, json, startWorld } from './fake-world.ts';

const myself = ['/v3/myself', { headers: authorized }] as const;

test('an application can be registered while running, and replaced', async () => {
  const { app } = startWorld();
  const application = { id: 'app', name: 'Вики', frontUrl: 'https://wiki.test/{{remoteKey}}' };
  expect((await app.request('/_sandbox/applications', json(application))).status).toBe(201);
  await app.request('/_sandbox/applications', json({ ...application, name: 'Wiki' }));
  const listed = await (await app.request('/v3/applications', { headers: authorized })).json();
  expect(listed.map(({ name }: { name: string }) => name)).toEqual(['YouTrack', 'Wiki']);
});

test('a bad registration is refused in one sentence', async () => {
  const { app } = startWorld();
  const response = await app.request(
    '/_sandbox/applications',
    json({ id: 'app', frontUrl: 'https://wiki.test/' }),
  );
  expect([response.status, await response.json()]).toEqual([
    400,
    { error: 'application.frontUrl: expected a URL template with {{remoteKey}}' },
  ]);
});

test.each([
  ['POST', '/_sandbox/applications', '{'],
  ['PUT', '/_sandbox/applications/com.example.youtrack/tokenScheme', '{"tokenScheme":"Basic"}'],
  ['POST', '/_sandbox/issues', '{"key":"NONE-1"}'],
  ['POST', '/_sandbox/faults', '{"calls":1}'],
  ['POST', '/_sandbox/faults', '{"status":200}'],
])('%s %s with %p is a bad request', async (method, path, body) => {
  const { app } = startWorld();
  expect((await app.request(path, { method, body })).status).toBe(400);
});

test.each([
  ['PUT', '/_sandbox/applications/none/tokenScheme', '{"tokenScheme":"none"}'],
  ['POST', '/_sandbox/issues/TEST-99/move', '{"queue":"NEW"}'],
  ['POST', '/_sandbox/issues/TEST-1/move', '{"queue":"NONE"}'],
  ['DELETE', '/_sandbox/issues/TEST-99', undefined],
  ['GET', '/_sandbox/issues/TEST-99/links', undefined],
  ['GET', '/_sandbox/nothing', undefined],
])('%s %s with %p is nowhere', async (method, path, body) => {
  const { app } = startWorld();
  expect((await app.request(path, { method, ...(body === undefined ? {} : { body }) })).status).toBe(404);
});

test('issues are made, changed, moved and removed', async () => {
  const { app, tracker } = startWorld();
  await app.request('/_sandbox/issues', json({ key: 'NEW-5', summary: 'Первая' }));
  await app.request(
    '/_sandbox/issues',
    json({ key: 'NEW-5', summary: 'Вторая', status: 'closed', resolution: 'fixed' }),
  );
  expect(tracker.store.findIssue('NEW-5')).toMatchObject({
    summary: 'Вторая',
    version: 2,
    resolution: { key: 'fixed' },
  });
  const moved = await app.request('/_sandbox/issues/NEW-5/move', json({ queue: 'TEST' }));
  expect(await moved.json()).toMatchObject({ key: 'TEST-3', aliases: ['NEW-5'] });
  await app.request('/_sandbox/issues/TEST-3', { method: 'DELETE' });
  expect((await app.request('/v3/issues/NEW-5', { headers: authorized })).status).toBe(404);
});

test('the next calls fail as they were told to, and the one after succeeds', async () => {
  const { app } = startWorld();
  const fault = { calls: 2, status: 429, headers: { 'Retry-After': '1' } };
  await app.request('/_sandbox/faults', json(fault));
  for (let call = 0; call < 2; call += 1) {
    const response = await app.request(...myself);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await response.json()).toMatchObject({ statusCode: 429 });
  }
  expect((await app.request(...myself)).status).toBe(200);
});

test('a failure can be had without JSON, and for one path and method only', async () => {
  const { app } = startWorld();
  const fault = {
    status: 503,
    body: '<html>Обслуживание</html>',
    method: 'POST',
    path: '/v3/issues/TEST-1/',
  };
  await app.request('/_sandbox/faults', json(fault));
  expect((await app.request(...myself)).status).toBe(200);
  const response = await app.request('/v3/issues/TEST-1/remotelinks', json(demoLink));
  expect([response.status, await response.text()]).toEqual([503, '<html>Обслуживание</html>']);
});

test('a failed call has changed nothing', async () => {
  const { app, tracker } = startWorld();
  await app.request('/_sandbox/faults', json({ status: 500 }));
  await app.request('/v3/issues/TEST-1/remotelinks', json(demoLink));
  const issue = tracker.store.findIssue('TEST-1');
  expect(issue && tracker.store.linksOf(issue)).toEqual([]);
});

test('a delay alone lets the call through', async () => {
  const { app } = startWorld();
  await app.request('/_sandbox/faults', json({ delayMs: 5 }));
  expect((await app.request(...myself)).status).toBe(200);
  expect(await (await app.request('/_sandbox/faults')).json()).toEqual({ faults: [] });
});

test('failures and the journal can be cleared', async () => {
  const { app } = startWorld();
  await app.request('/_sandbox/faults', json({ status: 500 }));
  await app.request('/_sandbox/faults', { method: 'DELETE' });
  await app.request(...myself);
  await app.request('/_sandbox/calls', { method: 'DELETE' });
  expect(await (await app.request('/_sandbox/calls?direction=incoming')).json()).toEqual({ calls: [] });
});

test('a page of another site cannot steer the stand-in', async () => {
  const { app, tracker } = startWorld();
  const response = await app.request('/_sandbox/issues/TEST-1', {
    method: 'DELETE',
    headers: { origin: 'https://evil.test' },
  });
  expect(response.status).toBe(403);
  expect(tracker.store.findIssue('TEST-1')).toBeDefined();
});
