import { describe, expect, test } from '@jest/globals';
import { createAdminApi } from '../../../widgets/administration/admin-api.ts';
import { createChecks } from '../../../widgets/administration/checks/create-checks.ts';
import type { AppCall, AppClient } from '../../../widgets/shared/host/create-client.ts';
import { type FailureKind, failed, type Outcome } from '../../../widgets/shared/host/failure.ts';

const status = {
  app: { version: '1.0.0' },
  settings: {},
  samples: { issue: 'DEMO-1', user: 'jane' },
  checks: [{ id: 'stored-values', state: 'ok', unreadable: 0 }],
};

/** Answers the endpoints by `METHOD path`; a failure's name makes the call fail. */
async function check(answers: Readonly<Record<string, unknown>>) {
  const calls: AppCall[] = [];
  const client: AppClient = {
    async call<T>(call: AppCall): Promise<Outcome<T>> {
      calls.push(call);
      const answer = answers[`${call.method ?? 'GET'} ${call.endpoint}`] ?? {};
      return typeof answer === 'string' ? failed(answer as FailureKind) : { ok: true, data: answer as T };
    },
  };
  return { outcome: await createChecks(client, createAdminApi(client))(), calls };
}

const healthy = { 'GET admin/status': status, 'POST global/links': 'malformed' };

describe('the checks', () => {
  test('call the real endpoints with something that exists, and change nothing', async () => {
    const { outcome, calls } = await check(healthy);
    expect(outcome).toMatchObject({ ok: true, data: { version: '1.0.0', checks: status.checks } });
    expect(
      calls.map(({ method = 'GET', endpoint, query, body }) => [method, endpoint, query ?? body]),
    ).toEqual([
      ['GET', 'admin/status', undefined],
      ['GET', 'global/info', { key: 'DEMO-1' }],
      ['POST', 'global/links', {}],
      ['DELETE', 'global/links', { issueKey: 'TRACKERLINKSCHECK-1', remoteKey: 'DEMO-1' }],
      ['GET', 'global/links', { issueKey: 'TRACKERLINKSCHECK-1' }],
      ['GET', 'global/suggest', { input: 'DEMO-1' }],
    ]);
  });

  test.each<[string, Record<string, unknown>, unknown]>([
    ['the refusal of an empty creation is what is wanted', {}, { id: 'create' }],
    [
      'a creation that accepts nothing at all is not',
      { 'POST global/links': {} },
      { id: 'create', failure: 'broken' },
    ],
    [
      'a removal may be scheduled',
      { 'DELETE global/links': { scheduled: [] } },
      { id: 'remove', note: 'scheduled' },
    ],
    [
      'a removal may be forbidden',
      { 'DELETE global/links': 'forbidden' },
      { id: 'remove', note: 'forbidden' },
    ],
    [
      'a search that crashes shows',
      { 'GET global/suggest': 'unreachable' },
      { id: 'suggest', failure: 'unreachable' },
    ],
  ])('%s', async (_title, answers, probe) => {
    const { outcome } = await check({ ...healthy, ...answers });
    expect(outcome.ok && outcome.data.probes).toContainEqual(probe);
  });

  test('without the status there is nothing to say', async () => {
    expect((await check({ 'GET admin/status': 'timeout' })).outcome).toEqual(failed('timeout'));
  });
});
