import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createSandbox, type Sandbox } from 'youtrack-sandbox';

let youtrack: Sandbox;
beforeAll(async () => {
  youtrack = await createSandbox({
    world: 'sandbox/test/library/example/world.json',
    apps: ['sandbox/test/library/example/app'],
    now: '2026-01-05T12:00:00Z',
  });
});
beforeEach(() => youtrack.reset());
afterAll(() => youtrack.close());

const endpoint = '/api/issues/DEMO-1/extensionEndpoints/reminders/backend/remind';

test('jane is reminded after two days', async () => {
  const answer = await youtrack.as('jane').fetch(endpoint, { method: 'POST' });
  expect(await answer.json()).toEqual({ reminds: 'jane' });
  expect(youtrack.outbox()).toEqual([]);
  await youtrack.advance('2 days');
  expect(youtrack.outbox()).toEqual([
    expect.objectContaining({ to: ['jane@example.com'], subject: 'Напоминание: DEMO-1' }),
  ]);
});

test('the guest reminds nobody', async () => {
  expect((await youtrack.as('guest').fetch(endpoint, { method: 'POST' })).status).toBe(404);
  await youtrack.advance('1 week');
  expect(youtrack.outbox()).toEqual([]);
});
