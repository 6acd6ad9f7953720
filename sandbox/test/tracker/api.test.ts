import { describe, expect, test } from '@jest/globals';
import { authorized, demoLink, json, section, startWorld } from './fake-world.ts';

const links = '/v3/issues/TEST-1/remotelinks';

describe('who may call', () => {
  test.each([
    [undefined, 401],
    ['Basic abc', 401],
    ['OAuth', 401],
    ['OAuth abc', 200],
    ['Bearer t1.abc', 200],
  ])('Authorization %p: %p', async (authorization, status) => {
    const { app } = startWorld();
    const headers = authorization === undefined ? {} : { authorization };
    expect((await app.request('/v3/myself', { headers })).status).toBe(status);
  });

  test('a world that names its tokens accepts no others and knows whose they are', async () => {
    const { app } = startWorld(undefined, { config: { ...section(), tokens: { secret: 'irina' } } });
    const [good, bad] = await Promise.all([
      app.request('/v3/myself', { headers: { authorization: 'OAuth secret' } }),
      app.request('/v3/myself', { headers: { authorization: 'OAuth other' } }),
    ]);
    expect(await good.json()).toMatchObject({
      login: 'irina',
      display: 'Ирина Ковалёва',
      trackerUid: 12,
      passportUid: 34,
    });
    expect(bad.status).toBe(401);
  });
});

describe('refusals', () => {
  const search = { method: 'POST', path: '/v3/issues/_search' };
  const post = { method: 'POST', path: links };
  test.each([
    [{ method: 'GET', path: '/v3/issues/TEST-99' }, undefined, 404],
    [{ method: 'GET', path: '/v3/issues/test-1' }, undefined, 404],
    [{ method: 'GET', path: '/v3/issues/TEST-99/remotelinks' }, undefined, 404],
    [{ method: 'POST', path: '/v3/issues/TEST-99/remotelinks' }, JSON.stringify(demoLink), 404],
    [{ method: 'DELETE', path: `${links}/7` }, undefined, 404],
    [{ method: 'DELETE', path: `${links}/x` }, undefined, 404],
    [{ method: 'PATCH', path: '/v3/issues/TEST-1' }, '{}', 404],
    [{ method: 'GET', path: '/v3/queues/test' }, undefined, 404],
    [{ method: 'GET', path: '/v3/queues?perPage=0' }, undefined, 400],
    [{ method: 'GET', path: '/v3/boards' }, undefined, 404],
    [{ method: 'POST', path: '/v3/issues/TEST-1/_move?queue=NONE' }, undefined, 404],
    [post, '{', 400],
    [post, '', 400],
    [post, '[]', 422],
    [post, '{}', 422],
    [post, '{"key":" ","relationship":"RELATES","origin":"com.example.youtrack"}', 422],
    [post, '{"key":"A-1","relationship":"BLOCKS","origin":"com.example.youtrack"}', 422],
    [post, '{"key":"A-1","relationship":"RELATES","origin":"com.example.other"}', 422],
    [search, '{', 400],
    [search, '{"query":5}', 400],
    [search, '{"query":"Assignee: me()"}', 400],
    [search, '{"query":"Queue: TEST OR Queue: NEW"}', 400],
    [search, '{"query":"\\"Sort By\\": Votes"}', 400],
    [search, '{"query":"Queue: TEST","queue":"TEST"}', 400],
    [search, '{"filter":{"assignee":"irina"}}', 400],
    [search, '{"keys":["TEST-1"],"queue":"TEST"}', 400],
    [search, '{"keys":["TEST-1"],"filter":{}}', 400],
    [{ ...search, path: '/v3/issues/_search?perPage=0' }, '{"keys":["TEST-1"]}', 400],
    [{ ...search, path: '/v3/issues/_search?page=x' }, '{"keys":["TEST-1"]}', 400],
  ])('%j with %p: %p', async ({ method, path }, body, status) => {
    const { app, received } = startWorld();
    const response = await app.request(path, {
      method,
      headers: authorized,
      ...(body === undefined ? {} : { body }),
    });
    expect(response.status).toBe(status);
    const { errors, errorMessages, ...rest } = await response.json();
    expect(rest).toEqual({ statusCode: status });
    expect(Object.keys(errors).length + errorMessages.length).toBeGreaterThan(0);
    expect(received).toEqual([]);
  });

  test('texts are Russian unless the caller prefers English', async () => {
    const { app } = startWorld();
    const read = async (headers: Record<string, string>) =>
      (await (await app.request('/v3/issues/TEST-99', { headers: { ...authorized, ...headers } })).json())
        .errorMessages;
    expect(await read({ 'accept-language': '' })).toEqual(['Задача не существует.']);
    expect(await read({ 'accept-language': 'en' })).toEqual(['Issue does not exist.']);
  });

  test('every malformed field of a link is named at once', async () => {
    const { app } = startWorld();
    const response = await app.request(links, json({ relationship: 'BLOCKS', origin: 'x' }));
    expect(await response.json()).toEqual({
      statusCode: 422,
      errors: {
        key: 'This field is required.',
        relationship: 'Only RELATES is emulated.',
        origin: 'No such application is registered.',
      },
      errorMessages: [],
    });
  });
});

describe('issues', () => {
  test('an issue is answered in the documented shape, unset fields left out', async () => {
    const { app } = startWorld();
    const response = await app.request('http://tracker.localhost/v3/issues/TEST-1', { headers: authorized });
    expect(await response.json()).toEqual({
      self: 'http://tracker.localhost/v3/issues/TEST-1',
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      key: 'TEST-1',
      version: 1,
      summary: 'Перенести отчёты',
      status: {
        self: 'http://tracker.localhost/v3/statuses/inProgress',
        id: 'inProgress',
        key: 'inProgress',
        display: 'In progress',
      },
      assignee: { self: 'http://tracker.localhost/v3/users/irina', id: 'irina', display: 'Ирина Ковалёва' },
      deadline: '2026-12-01',
      type: { self: 'http://tracker.localhost/v3/issuetypes/task', id: 'task', key: 'task', display: 'Task' },
      priority: {
        self: 'http://tracker.localhost/v3/priorities/normal',
        id: 'normal',
        key: 'normal',
        display: 'Normal',
      },
      queue: { self: 'http://tracker.localhost/v3/queues/TEST', id: '1', key: 'TEST', display: 'Проверка' },
      createdAt: '2026-01-02T03:04:05.006+0000',
      updatedAt: '2026-01-02T03:04:05.006+0000',
    });
  });

  test('names are Russian by default', async () => {
    const { app } = startWorld();
    const response = await app.request('/v3/issues/TEST-2', { headers: { authorization: 'OAuth x' } });
    expect(await response.json()).toMatchObject({
      status: { display: 'Закрыт' },
      resolution: { key: 'fixed', display: 'Решен' },
    });
  });

  test('a former key and the id lead to the issue', async () => {
    const { app, tracker } = startWorld();
    const id = tracker.store.findIssue('TEST-2')?.id;
    for (const reference of ['OLD-7', 'TEST-2', id]) {
      const response = await app.request(`/v3/issues/${reference}`, { headers: authorized });
      expect(await response.json()).toMatchObject({ key: 'TEST-2', id, aliases: ['OLD-7'] });
    }
  });

  test('moving gives a new key, keeps the id and the links', async () => {
    const { app, tracker } = startWorld();
    await app.request(links, json(demoLink));
    const id = tracker.store.findIssue('TEST-1')?.id;
    const moved = await app.request('/v3/issues/TEST-1/_move?queue=NEW', {
      method: 'POST',
      headers: authorized,
    });
    expect(await moved.json()).toMatchObject({ key: 'NEW-1', aliases: ['TEST-1'], id, version: 2 });
    const kept = await (await app.request('/v3/issues/TEST-1/remotelinks', { headers: authorized })).json();
    expect(kept).toMatchObject([
      { self: 'http://localhost/v3/issues/NEW-1/remotelinks/1001', object: { key: 'DEMO-1' } },
    ]);
  });
});

describe('search by keys', () => {
  const many = Array.from({ length: 120 }, (_, index) => ({
    key: `A-${index + 1}`,
    summary: `Задача ${String(index).padStart(3, '0')}`,
  }));

  async function search(keys: unknown, query = '') {
    const { app } = startWorld(undefined, { config: { issues: many } });
    const response = await app.request(`/v3/issues/_search${query}`, json({ keys }));
    const found: { key: string }[] = await response.json();
    const header = (name: string) => response.headers.get(name);
    return {
      keys: found.map((issue) => issue.key),
      total: header('x-total-count'),
      pages: header('x-total-pages'),
    };
  }

  const allKeys = many.map((issue) => issue.key);

  test.each([
    ['', 50, '3', 'A-1'],
    ['?page=3', 20, '3', 'A-101'],
    ['?page=4', 0, '3', undefined],
    ['?perPage=100', 100, '2', 'A-1'],
    ['?perPage=100&page=2', 20, '2', 'A-101'],
  ])('120 keys with %p: %p issues of %p pages, the first is %p', async (query, count, pages, first) => {
    const found = await search([...allKeys].reverse(), query);
    expect(found).toMatchObject({ total: '120', pages });
    expect([found.keys.length, found.keys[0]]).toEqual([count, first]);
  });

  test('issues come by summary, each once, and unknown keys are passed over', async () => {
    expect((await search(['A-2', 'A-900', 'A-1', 'A-2'])).keys).toEqual(['A-1', 'A-2']);
  });

  test('a single key may be a text', async () => {
    expect(await search('A-5')).toEqual({ keys: ['A-5'], total: '1', pages: '1' });
  });
});

describe('links', () => {
  test('a link is made, listed and deleted', async () => {
    const { app } = startWorld();
    const made = await app.request(`http://tracker.localhost${links}`, json(demoLink));
    expect(made.status).toBe(201);
    const link = await made.json();
    expect(link).toEqual({
      self: 'http://tracker.localhost/v3/issues/TEST-1/remotelinks/1001',
      id: 1001,
      type: {
        self: 'http://tracker.localhost/v3/linktypes/relates',
        id: 'relates',
        inward: 'Linked',
        outward: 'Linked',
      },
      direction: 'outward',
      object: {
        self: 'http://tracker.localhost/v3/applications/com.example.youtrack/objects/DEMO-1',
        id: 'DEMO-1',
        key: 'DEMO-1',
        application: {
          self: 'http://tracker.localhost/v3/applications/com.example.youtrack',
          id: 'com.example.youtrack',
          type: 'com.example.youtrack',
          name: 'YouTrack',
        },
      },
      createdBy: { self: 'http://tracker.localhost/v3/users/irina', id: 'irina', display: 'Ирина Ковалёва' },
      updatedBy: { self: 'http://tracker.localhost/v3/users/irina', id: 'irina', display: 'Ирина Ковалёва' },
      createdAt: '2026-01-15T00:00:00.000+0000',
      updatedAt: '2026-01-15T00:00:00.000+0000',
    });
    const listed = await app.request(`http://tracker.localhost${links}`, { headers: authorized });
    expect(await listed.json()).toEqual([link]);
    const deleted = await app.request(`${links}/1001`, { method: 'DELETE', headers: authorized });
    expect([deleted.status, await deleted.text()]).toEqual([204, '']);
    expect(await (await app.request(links, { headers: authorized })).json()).toEqual([]);
  });

  test('the same link again is the link that is there', async () => {
    const { app } = startWorld();
    const [first, second] = await Promise.all([
      app.request(links, json(demoLink)),
      app.request(links, json(demoLink)),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.json()).toEqual(await first.json());
  });

  test('the same link again is a conflict when the world says so', async () => {
    const { app } = startWorld(undefined, { config: { ...section(), repeatedLink: 'conflict' } });
    await app.request(links, json(demoLink));
    expect((await app.request(links, json(demoLink))).status).toBe(409);
  });

  test('a link id counts only under its own issue', async () => {
    const { app } = startWorld();
    await app.request(links, json(demoLink));
    const elsewhere = await app.request('/v3/issues/TEST-2/remotelinks/1001', {
      method: 'DELETE',
      headers: authorized,
    });
    expect(elsewhere.status).toBe(404);
  });

  test('applications are listed by id and name only', async () => {
    const { app } = startWorld();
    const response = await app.request('/v3/applications', { headers: authorized });
    const id = 'com.example.youtrack';
    expect(await response.json()).toEqual([
      { self: `http://localhost/v3/applications/${id}`, id, type: id, name: 'YouTrack' },
    ]);
  });
});
