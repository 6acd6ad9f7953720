import { describe, expect, test } from '@jest/globals';
import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import { createAdminApi } from '../../../widgets/administration/admin-api.ts';
import { createChecks } from '../../../widgets/administration/checks/create-checks.ts';
import { toLetterFindings } from '../../../widgets/administration/checks/letter-findings.ts';
import type { LetterTools } from '../../../widgets/administration/checks/try-letter.ts';
import { type AdminTranslator, messages } from '../../../widgets/administration/translation.ts';
import type { AppCall, AppClient } from '../../../widgets/shared/host/create-client.ts';
import { type FailureKind, failed, type Outcome } from '../../../widgets/shared/host/failure.ts';
import { createTranslator } from '../../../widgets/shared/i18n/create-translator.ts';

const status = {
  app: { version: '1.0.0' },
  settings: {},
  samples: { issue: 'DEMO-1', user: 'jane' },
  checks: [{ id: 'stored-values', state: 'ok', unreadable: 0 }],
  calls: [],
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
  const asked: string[] = [];
  const tools: LetterTools = {
    api: createAdminApi(client),
    askFacts: async () => ({
      projects: ['DEMO', 'OPS', 'OLD'].map((key) => ({ key, name: key, isArchived: key === 'OLD' })),
    }),
    readInfo: async (path) => {
      asked.push(path);
      const refused = answers[path];
      if (typeof refused === 'string') return failed(refused as FailureKind);
      return { ok: true, data: { key: 'DEMO-1' } };
    },
  };
  return { outcome: await createChecks(client, tools)(), calls, asked };
}

const application = (kind: EntityKind, folder: string) => ({
  kind,
  access: 'token',
  entityInfoUrl: `https://youtrack.invalid/api/${folder}/{{remoteKey}}/info`,
});
const registration = {
  baseUrl: 'https://youtrack.invalid',
  applications: [
    application('issue', 'issues'),
    application('article', 'articles'),
    application('project', 'admin/projects'),
    application('user', 'users'),
  ],
};
const samples = {
  projects: [
    { project: 'DEMO', isVisible: true, issue: 'DEMO-1', article: 'DEMO-A-1', lacking: ['UPDATE_ARTICLE'] },
    { project: 'OPS', isVisible: true, issue: 'OPS-1', lacking: [] },
  ],
};
const healthy = {
  'GET admin/status': status,
  'GET admin/registration': registration,
  'GET admin/samples': samples,
  'POST global/links': 'malformed',
};

describe('the checks', () => {
  test('call the real endpoints with something that exists, and change nothing', async () => {
    const { outcome, calls } = await check(healthy);
    expect(outcome).toMatchObject({ ok: true, data: { status } });
    expect(
      calls.map(({ method = 'GET', endpoint, query, body }) => [method, endpoint, query ?? body]),
    ).toEqual([
      ['GET', 'admin/status', undefined],
      ['GET', 'admin/registration', { baseUrl: 'https://youtrack.invalid' }],
      ['GET', 'admin/samples', { projects: 'DEMO,OPS' }],
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
    expect(outcome.ok && outcome.data.probes).toContainEqual(expect.objectContaining(probe as object));
  });

  test('call the letter’s own addresses for one object of every kind of each project in use', async () => {
    const { asked, outcome } = await check(healthy);
    expect(asked.sort()).toEqual([
      '/api/admin/projects/DEMO/info',
      '/api/admin/projects/OPS/info',
      '/api/articles/DEMO-A-1/info',
      '/api/issues/DEMO-1/info',
      '/api/issues/OPS-1/info',
      '/api/users/jane/info',
    ]);
    expect(outcome.ok && outcome.data.letter.projects.map(({ isAttached }) => isAttached)).toEqual([
      true,
      true,
    ]);
  });

  test('find the project that the app is not attached to, and ask no more of it', async () => {
    const { asked, outcome } = await check({ ...healthy, '/api/admin/projects/OPS/info': 'unreachable' });
    expect(asked).not.toContain('/api/issues/OPS-1/info');
    const { letter } = outcome.ok ? outcome.data : {};
    expect(letter?.projects.map(({ project, isAttached }) => [project, isAttached])).toEqual([
      ['DEMO', true],
      ['OPS', false],
    ]);
    const { text, list } = createTranslator('en', messages.en);
    const findings = letter && toLetterFindings(letter, { text, list } as AdminTranslator);
    expect(findings?.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'letter-attached warning',
      'letter-issue ok',
      'letter-article ok',
      'letter-project warning',
      'letter-user ok',
      'letter-account ok',
    ]);
    expect(findings?.[0]?.detail).toContain('Not attached to OPS');
  });

  test('without the status there is nothing to say', async () => {
    expect((await check({ 'GET admin/status': 'timeout' })).outcome).toEqual(failed('timeout'));
  });
});
