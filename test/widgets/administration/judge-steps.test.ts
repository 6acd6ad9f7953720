import { describe, expect, test } from '@jest/globals';
import type { StatusAnswer } from '../../../src/checks/status-answer.ts';
import { judgeSteps, type StepId } from '../../../widgets/administration/overview/judge-steps.ts';
import type { Overview } from '../../../widgets/administration/overview/read-overview.ts';

const status: StatusAnswer = {
  app: { version: '2.0.0' },
  settings: { disclosure: 'full', trackerSite: 'https://tracker.yandex.ru' },
  samples: { user: 'admin' },
  checks: [{ id: 'service-account', state: 'ok', login: 'robot' }],
  calls: [{ kind: 'issue', at: '2026-01-31T09:15:00.000Z', address: 'GET /api/issues/DEMO-1', status: 200 }],
  letterSentOn: '2026-01-30',
};
const demo = { project: 'DEMO', isAttached: true, trials: [], lacking: [] as string[] };
const letter = {
  projects: [demo],
  user: { kind: 'user' as const, key: 'admin', path: '/api/users/admin' },
  untried: 0,
};
const settings = { trackerAuthorization: '****', trackerOrganizationId: '1', issueApplication: 'x' };
const whole: Overview = { status, letter, settings };

function judge(id: StepId, changes: Partial<Overview>) {
  const step = judgeSteps({ ...whole, ...changes }).find((one) => one.id === id);
  return step && `${step.state} ${step.reason}`;
}

const { letterSentOn, ...unsent } = status;

describe('the way from uploaded to working', () => {
  test('is done where everything was seen', () => {
    expect(judgeSteps(whole).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'uploaded done',
      'attached done',
      'account done',
      'connection done',
      'letter done',
      'called done',
    ]);
    expect(letterSentOn).toBeDefined();
  });

  test.each<[StepId, Partial<Overview>, string]>([
    ['attached', { letter: { ...letter, projects: [] } }, 'unknown none'],
    ['attached', { letter: { ...letter, projects: [{ ...demo, isAttached: false }] } }, 'todo nowhere'],
    [
      'attached',
      { letter: { ...letter, projects: [demo, { ...demo, project: 'OPS', isAttached: false }] } },
      'done some',
    ],
    [
      'account',
      { status: { ...status, checks: [{ id: 'service-account', state: 'warning', reason: 'unset' }] } },
      'todo unset',
    ],
    [
      'account',
      {
        status: {
          ...status,
          checks: [{ id: 'service-account', state: 'failed', reason: 'banned', login: 'robot' }],
        },
      },
      'wrong banned',
    ],
    [
      'account',
      { letter: { ...letter, projects: [{ ...demo, lacking: ['READ_ISSUE', 'LINK_ISSUE'] }] } },
      'wrong blind',
    ],
    ['account', { letter: { ...letter, projects: [{ ...demo, lacking: ['LINK_ISSUE'] }] } }, 'wrong mute'],
    [
      'account',
      { letter: { ...letter, projects: [demo, { ...demo, isAttached: false, lacking: ['READ_ISSUE'] }] } },
      'done done',
    ],
    ['connection', { settings: undefined }, 'unknown unreadable'],
    ['connection', { settings: {} }, 'optional unset'],
    ['connection', { settings: { ...settings, issueApplication: ' ' } }, 'todo noApplication'],
    ['letter', { status: unsent }, 'optional called'],
    ['letter', { status: { ...unsent, calls: [] } }, 'todo unsent'],
    ['called', { status: { ...status, calls: [] } }, 'unknown never'],
    [
      'called',
      {
        status: {
          ...status,
          calls: [{ kind: 'any', at: '2026-01-31T09:15:00.000Z', address: 'GET /', status: 404 }],
        },
      },
      'wrong refused',
    ],
  ])('%s is judged by what was seen: %j', (id, changes, expected) => {
    expect(judge(id, changes)).toBe(expected);
  });
});
