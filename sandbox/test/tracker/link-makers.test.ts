import { expect, test } from '@jest/globals';
import { authorized, demoLink, form, json, startWorld } from './fake-world.ts';

const application = 'com.example.youtrack';
const english = { headers: { 'accept-language': 'en' } };

test('the page says of each link whether a person, a service or a trigger made it', async () => {
  const { app } = startWorld(() => Response.json({ key: 'X-1', summary: 'Ы' }));
  await app.request('/v3/issues/TEST-1/remotelinks', json(demoLink));
  await app.request('/TEST-1/links', form({ application, key: 'DEMO-2' }));
  await app.request('/_sandbox/issues/TEST-1/links', json({ application, key: 'DEMO-3', via: 'trigger' }));
  const page = await (await app.request('/TEST-1', english)).text();
  expect(
    [...page.matchAll(/data-via="(\w+)">([^<]+)<\/span>: ([^,]+),/g)].map(([, ...parts]) => parts),
  ).toEqual([
    ['api', 'Linked by a service', 'Ирина Ковалёва'],
    ['page', 'Linked here by a person', 'Ирина Ковалёва'],
    ['trigger', 'Linked by a trigger', 'Ирина Ковалёва'],
  ]);
  expect(await (await app.request('/TEST-1?lang=ru')).text()).toContain('Связь сделал триггер');
});

test('links are made and removed as anybody, told or not', async () => {
  const { app, received, tracker } = startWorld();
  const made = await app.request(
    '/_sandbox/issues/TEST-1/links',
    json({ application, key: 'ДЕМО-1', by: 'irina', via: 'page', backlink: false }),
  );
  expect([made.status, received.length]).toEqual([201, 0]);
  const { id } = await made.json();
  const removed = await app.request(`/_sandbox/issues/TEST-1/links/${id}`, { method: 'DELETE' });
  expect([removed.status, received[0]?.method]).toEqual([204, 'DELETE']);
  const issue = tracker.store.findIssue('TEST-1');
  expect(issue && tracker.store.linksOf(issue)).toEqual([]);
});

test.each([
  ['POST', '/_sandbox/issues/TEST-99/links', { application, key: 'A-1' }, 404],
  ['POST', '/_sandbox/issues/TEST-1/links', { application: 'none', key: 'A-1' }, 404],
  ['POST', '/_sandbox/issues/TEST-1/links', { application }, 400],
  ['DELETE', '/_sandbox/issues/TEST-1/links/7', {}, 404],
])('%s %s with %j: %p', async (method, path, body, status) => {
  const { app } = startWorld();
  expect((await app.request(path, json(body, method))).status).toBe(status);
});

test('an issue is moved and deleted on its page, and its old key leads to it', async () => {
  const { app } = startWorld();
  const moved = await app.request('/TEST-1/move', form({ queue: 'NEW' }));
  expect([moved.status, moved.headers.get('location')]).toEqual([303, '/NEW-1']);
  expect((await app.request('/TEST-1')).headers.get('location')).toBe('/NEW-1');
  expect((await app.request('/NEW-1/delete', form())).status).toBe(303);
  expect((await app.request('/v3/issues/TEST-1', { headers: authorized })).status).toBe(404);
});

test('an issue that takes no more changes says so on its page', async () => {
  const { app } = startWorld();
  await app.request('/_sandbox/issues', json({ key: 'NEW-5', version: 11_100 }));
  for (const [path, fields] of [
    ['/NEW-5/links', { application, key: 'DEMO-1' }],
    ['/NEW-5/move', { queue: 'TEST' }],
  ] as const) {
    const refused = await app.request(path, { ...form(fields), ...english });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('takes no more changes'),
    ]);
  }
});
