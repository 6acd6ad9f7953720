import { expect, test } from '@jest/globals';
import { authorized, demoLink, json, startWorld } from './fake-world.ts';

const links = '/v3/issues/TEST-1/remotelinks';

async function failOnce(fault: Record<string, unknown>) {
  const world = startWorld();
  expect((await world.app.request('/_sandbox/faults', json(fault))).status).toBe(201);
  const response = await world.app.request(links, json(demoLink));
  const listed = await (await world.app.request(links, { headers: authorized })).json();
  const [call] = world.tracker.journal.entries('incoming');
  return { response, text: await response.text(), made: listed.length, call };
}

test.each([
  [{ status: 500 }, 0],
  [{ status: 500, after: true }, 1],
  [{ drop: true }, 0],
  [{ drop: true, after: true }, 1],
  [{ delayMs: 1, after: true }, 1],
])('after %j, %p links have been made', async (fault, made) => {
  expect((await failOnce(fault)).made).toBe(made);
});

test('a failure after the work hides the answer that there would have been', async () => {
  const { response, text } = await failOnce({
    status: 502,
    body: '<html>Ошибка шлюза</html>',
    headers: { 'content-type': 'text/html; charset=utf-8' },
    after: true,
  });
  expect([response.status, response.headers.get('content-type'), text]).toEqual([
    502,
    'text/html; charset=utf-8',
    '<html>Ошибка шлюза</html>',
  ]);
});

test('a slow answer after the work is the answer', async () => {
  const { response, text } = await failOnce({ delayMs: 1, after: true });
  expect([response.status, JSON.parse(text).object.key]).toEqual([201, 'DEMO-1']);
});

test('the journal has a dropped call without a status', async () => {
  const { call } = await failOnce({ drop: true, after: true });
  expect(call?.status).toBeUndefined();
  expect(call?.problem).toMatch(/dropped/);
});
