import { beforeEach, expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { createFaults } from '../../src/widget-host/faults.ts';

let app: Hono;

beforeEach(() => {
  const faults = createFaults();
  app = new Hono();
  app.use('/api/*', faults.middleware);
  app.route('/', faults.routes);
  app.all('/api/*', (context) => context.text('answered'));
});

const handler = '/api/issues/2-1/extensionEndpoints/lab/backend/demo';
const order = (fault: object) =>
  app.request('/api/_sandbox/faults', { method: 'POST', body: JSON.stringify(fault) });
const statuses = async (...paths: string[]) => {
  const answers: number[] = [];
  for (const path of paths) answers.push((await app.request(path)).status);
  return answers;
};

test('the next calls of handlers fail as ordered, then all is well again', async () => {
  await order({ calls: 2, status: 500 });
  expect(await statuses(handler, '/api/users/me', handler, handler)).toEqual([500, 200, 500, 200]);
});

test('a fault can be for one path and one method', async () => {
  await order({ status: 503, path: '/users/', method: 'POST' });
  expect(await statuses(handler, '/api/users/me')).toEqual([200, 200]);
  expect((await app.request('/api/users/me', { method: 'POST' })).status).toBe(503);
});

test('a fault without a status is only slow', async () => {
  await order({ delayMs: 30 });
  const began = performance.now();
  expect(await statuses(handler)).toEqual([200]);
  expect(performance.now() - began).toBeGreaterThanOrEqual(29);
});

test('faults can be listed and taken back', async () => {
  await order({ calls: 3, status: 500 });
  expect(await (await app.request('/api/_sandbox/faults')).json()).toMatchObject([{ calls: 3, status: 500 }]);
  expect((await app.request('/api/_sandbox/faults', { method: 'DELETE' })).status).toBe(204);
  expect(await statuses(handler)).toEqual([200]);
});

test.each([{ calls: 0 }, { status: 200 }, { delay: 5 }, 'нет'])('%j is refused', async (fault) => {
  expect((await order(fault as object)).status).toBe(400);
});
