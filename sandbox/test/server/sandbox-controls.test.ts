import { beforeAll, describe, expect, test } from '@jest/globals';
import { restWorld } from '../rest/rest-world.ts';
import { packApp } from '../support/pack-app.ts';
import { createRestCaller, type RestCaller } from '../support/rest-caller.ts';

const later = `
exports.httpHandler = {
  endpoints: [{ method: 'POST', path: 'later', scope: 'issue', handle: (ctx) => {
    ctx.invokeAsync('finish', 3600000);
    ctx.response.json({ planned: true });
  } }],
  asyncFunctions: { finish: (ctx) => { ctx.issue.summary = 'Готово'; } },
};`;
const mailer = `
exports.httpHandler = { endpoints: [{ method: 'POST', path: 'mail', handle: (ctx) => {
  ctx.currentUser.notify('Betreff', 'Слово');
  ctx.response.json({});
} }] };`;
const nightly = `
const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onSchedule({
  title: 'Nightly', search: 'Points: 5', cron: '0 0 3 * * ?',
  action: (ctx) => { ctx.issue.summary = 'Nachts'; },
});`;

let rest: RestCaller;
beforeAll(async () => {
  rest = await createRestCaller(restWorld);
  await rest.importApp(packApp('timely', { 'later.js': later, 'mailer.js': mailer, 'nightly.js': nightly }));
});

describe("the sandbox's own calls", () => {
  test('putting the clock forward runs async functions that fall due, and waits for them', async () => {
    const summary = async () =>
      (await rest.call('admin', 'GET /api/issues/DEMO-1?fields=summary')).body.summary;
    await rest.call('jane', 'POST /api/issues/DEMO-1/extensionEndpoints/timely/later/later', {});
    await rest.call(undefined, 'POST /api/_sandbox/clock', { advanceMs: 3_599_000 });
    expect(await summary()).toBe('Первая');
    const { body } = await rest.call(undefined, 'POST /api/_sandbox/clock', { advanceMs: 2_000 });
    expect(await summary()).toBe('Готово');
    expect(body.now).toBeGreaterThan(Date.now() + 3_600_000);
  });

  test.each([{}, { advanceMs: -1 }, { advanceMs: 'much' }])(
    '%j is no way to move the clock',
    async (body) => {
      expect((await rest.call(undefined, 'POST /api/_sandbox/clock', body)).status).toBe(400);
    },
  );

  test('mails lie in the outbox until it is emptied', async () => {
    await rest.call('jane', 'POST /api/extensionEndpoints/timely/mailer/mail', {});
    expect((await rest.call(undefined, 'GET /api/_sandbox/outbox')).body).toEqual([
      expect.objectContaining({ app: 'timely', to: ['jane@example.com'], subject: 'Betreff' }),
    ]);
    await rest.call(undefined, 'DELETE /api/_sandbox/outbox');
    expect((await rest.call(undefined, 'GET /api/_sandbox/outbox')).body).toEqual([]);
  });

  test('an on-schedule rule runs at once', async () => {
    await rest.call('jane', 'POST /api/issues/DEMO-2', { customFields: [{ name: 'Points', value: 5 }] });
    const { body } = await rest.call(undefined, 'POST /api/_sandbox/rules/timely/nightly/run');
    expect(body).toEqual({ issues: ['DEMO-2'] });
    expect((await rest.call('admin', 'GET /api/issues/DEMO-2?fields=summary')).body.summary).toBe('Nachts');
  });

  test('what is no on-schedule rule is not found', async () => {
    expect((await rest.call(undefined, 'POST /api/_sandbox/rules/timely/later/run')).status).toBe(404);
    expect((await rest.call(undefined, 'POST /api/_sandbox/rules/nowhere/x/run')).status).toBe(404);
  });
});
