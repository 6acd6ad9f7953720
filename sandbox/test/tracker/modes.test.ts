import { describe, expect, test } from '@jest/globals';
import { authorized, demoLink, json, section, startWorld } from './fake-world.ts';

const links = '/v3/issues/TEST-1/remotelinks';
const myself = '/v3/myself';

/** A world in these modes, whose clock the test moves. */
function startIn(modes: Record<string, unknown>) {
  let nowMs = Date.UTC(2026, 0, 15);
  const world = startWorld(undefined, { config: { ...section(), ...modes }, now: () => nowMs });
  return { ...world, wait: (ms: number) => (nowMs += ms) };
}

describe('the organisation', () => {
  test.each([
    ['360', {}, 400],
    ['360', { 'x-org-id': '123' }, 200],
    ['360', { 'x-org-id': '124' }, 403],
    ['360', { 'x-cloud-org-id': '123' }, 403],
    ['cloud', { 'x-cloud-org-id': '123' }, 200],
    ['cloud', { 'x-org-id': '123' }, 403],
  ])('of kind %p with %j: %p', async (kind, headers, status) => {
    const { app } = startIn({ organization: { id: '123', kind } });
    expect((await app.request(myself, { headers: { ...authorized, ...headers } })).status).toBe(status);
  });

  test('is not looked at unless the world names one', async () => {
    const { app } = startIn({});
    expect((await app.request(myself, { headers: authorized })).status).toBe(200);
  });
});

describe('limits', () => {
  const search = () => ['/v3/issues/_search', json({ keys: ['TEST-1'] })] as const;

  test('5 searches and 10 other requests a second pass, counted apart', async () => {
    const { app, wait } = startIn({ limits: {} });
    const askTimes = async (count: number, ask: () => readonly [string, RequestInit]) => {
      const statuses: number[] = [];
      for (let call = 0; call < count; call += 1) statuses.push((await app.request(...ask())).status);
      return statuses;
    };
    expect(await askTimes(6, search)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await askTimes(11, () => [myself, { headers: authorized }])).toEqual([
      ...Array(10).fill(200),
      429,
    ]);
    wait(1_000);
    expect(await askTimes(1, search)).toEqual([200]);
  });

  test.each([
    ['none', null],
    ['seconds', '1'],
    ['date', 'Thu, 15 Jan 2026 00:00:01 GMT'],
  ])('a 429 with Retry-After as %p has %p', async (retryAfter, header) => {
    const { app } = startIn({ limits: { searchesPerSecond: 1, retryAfter } });
    await app.request(...search());
    const refused = await app.request(...search());
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, header]);
    expect(await refused.json()).toMatchObject({ errorMessages: ['Too many requests.'] });
  });
});

describe('the version of an issue', () => {
  const robots = { users: [{ login: 'irina', isRobot: true }] };
  test.each([
    [10_099, robots, 201],
    [10_100, robots, 423],
    [10_100, {}, 201],
    [11_100, {}, 423],
  ])('%p with %j: %p', async (version, users, status) => {
    const { app } = startIn({ ...users, issues: [{ key: 'TEST-1', version }] });
    expect((await app.request(links, json(demoLink))).status).toBe(status);
  });

  test('stops removing and moving as well, and changes nothing', async () => {
    const { app, tracker } = startIn({
      issues: [{ key: 'TEST-1', version: 11_100 }],
      links: [{ issue: 'TEST-1', application: 'com.example.youtrack', key: 'DEMO-1' }],
    });
    const removed = await app.request(`${links}/1001`, { method: 'DELETE', headers: authorized });
    const moved = await app.request('/v3/issues/TEST-1/_move?queue=NEW', {
      method: 'POST',
      headers: authorized,
    });
    expect([removed.status, moved.status]).toEqual([423, 423]);
    const issue = tracker.store.findIssue('TEST-1');
    expect(issue && tracker.store.linksOf(issue)).toHaveLength(1);
  });
});

describe('link objects', () => {
  const readLink = async (linkObjects: string) => {
    const { app } = startIn({ linkObjects });
    await app.request(links, json({ ...demoLink, key: 'ДЕМО-1' }));
    return (await (await app.request(links, { headers: authorized })).json())[0];
  };

  test('as in the documentation: only the address names the origin, and the object’s id is not its key', async () => {
    const { id, object } = await readLink('documented');
    expect(id).toBe(1001);
    expect(object).toEqual({
      self: `http://localhost/v3/applications/com.example.youtrack/objects/${object.id}`,
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      key: 'ДЕМО-1',
      application: { id: expect.any(Number), type: 'app', name: 'YouTrack' },
    });
  });

  test('with the least: no address, no time, ids as text', async () => {
    expect(await readLink('sparse')).toEqual({
      id: '1001',
      type: { id: 'relates', inward: 'Linked', outward: 'Linked' },
      direction: 'outward',
      object: { key: 'ДЕМО-1', application: { type: 'com.example.youtrack' } },
    });
  });
});

test('the same link again is a second link where duplicates are allowed, and both survive a restart', async () => {
  const { app, tracker } = startIn({ repeatedLink: 'duplicate' });
  await app.request(links, json(demoLink));
  await app.request(links, json(demoLink));
  const { app: restarted } = startIn(JSON.parse(JSON.stringify(tracker.store.toSection())));
  const listed = await (await restarted.request(links, { headers: authorized })).json();
  expect(listed.map(({ id }: { id: number }) => id)).toEqual([1001, 1002]);
});

test('errors go without statusCode where it is asked for', async () => {
  const { app } = startIn({ errorBodies: 'bare' });
  const response = await app.request('/v3/issues/TEST-99', { headers: authorized });
  expect(await response.json()).toEqual({ errors: {}, errorMessages: ['Issue does not exist.'] });
});

describe('modes while it runs', () => {
  test('are changed one by one, and null takes back', async () => {
    const { app } = startIn({ tokens: { secret: 'irina' } });
    const set = async (modes: unknown) => (await app.request('/_sandbox/modes', json(modes, 'PATCH'))).json();
    expect(await set({ linkObjects: 'sparse', tokens: null })).toEqual({
      repeatedLink: 'existing',
      linkObjects: 'sparse',
      errorBodies: 'full',
    });
    expect((await app.request(myself, { headers: authorized })).status).toBe(200);
    expect(await (await app.request('/_sandbox/modes')).json()).toMatchObject({ linkObjects: 'sparse' });
  });

  test.each([[{ linkObjects: 'odd' }], [{ limits: 5 }], [{ strange: true }], [{ organization: {} }]])(
    '%j is a bad request',
    async (modes) => {
      const { app } = startIn({});
      expect((await app.request('/_sandbox/modes', json(modes, 'PATCH'))).status).toBe(400);
    },
  );
});
