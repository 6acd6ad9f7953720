import { describe, expect, test } from '@jest/globals';
import { checkStatus } from '../../src/checks/check-status.ts';
import type { StatusCheck } from '../../src/checks/status-answer.ts';
import type { Host } from '../../src/ports/youtrack.ts';
import { fakeAccount, fakeProject, settings } from '../support/fake-host.ts';
import { fakeAdmin, fakePage } from '../support/fake-pages.ts';

const link = ['TEST-1', 1, 'jane'] as const;
const issue = fakePage({ key: 'DEMO-1', projectKey: 'DEMO', links: [link] });
const demo = { entities: [issue], projects: [fakeProject('DEMO')] };

function status(changes: Partial<Host> = {}, world = demo) {
  const result = checkStatus(fakeAdmin(world, changes));
  if (!result.ok) throw new Error('refused');
  return result.value.body;
}

function check(id: StatusCheck['id'], changes: Partial<Host> = {}, world = demo) {
  return status(changes, world).checks.find((one) => one.id === id);
}

const account = (changes: object = {}) => ({ findAccount: () => fakeAccount('Tracker-Bot', changes) });

describe('the status', () => {
  test('names the version and the settings in effect', () => {
    expect(status()).toMatchObject({
      app: { version: '1.2.3' },
      settings: {
        disclosure: 'full',
        serviceAccount: 'tracker-bot',
        trackerSite: 'https://tracker.yandex.ru',
      },
    });
    expect(status().settings).not.toHaveProperty('resolvedIconUrl');
    expect(status().settings).not.toHaveProperty('statusField');
    const fields = { status: 'Стадия', deadline: 'Until', assignee: 'Owner' };
    expect(status({ settings: { ...settings, fields } }).settings).toMatchObject({
      statusField: 'Стадия',
      deadlineField: 'Until',
      assigneeField: 'Owner',
    });
  });

  test('gives keys the caller may see to try the endpoints with', () => {
    const hidden = fakePage({ key: 'HID-2', projectKey: 'HID', links: [link], isVisible: false });
    const article = fakePage({ kind: 'article', key: 'DEMO-A-1', projectKey: 'DEMO' });
    const world = {
      entities: [hidden, issue],
      projects: [fakeProject('HID', { isVisible: () => false }), fakeProject('DEMO')],
    };
    const found = status({ findArticleOf: (key) => (key === 'DEMO' ? article : undefined) }, world);
    expect(found.samples).toEqual({ issue: 'DEMO-1', article: 'DEMO-A-1', project: 'DEMO', user: 'ada' });
    expect(status({}, { entities: [], projects: [] }).samples).toEqual({ user: 'ada' });
  });

  test('finds projects by recent issues before anything is linked', () => {
    const recent = fakePage({ key: 'NEW-1', projectKey: 'NEW' });
    const world = { entities: [], projects: [fakeProject('NEW', { types: {} })] };
    const changes = { listRecentIssues: () => [recent] };
    expect(check('fields', changes, world)).toMatchObject({ missing: [{ project: 'NEW' }, {}, {}] });
    expect(status(changes, world).samples).toMatchObject({ issue: 'NEW-1', project: 'NEW' });
  });
});

describe('the service account', () => {
  test.each([
    ['unset', 'warning', { settings: { ...settings, serviceAccount: undefined } }],
    ['unknown', 'failed', {}],
    ['banned', 'failed', account({ isBanned: true })],
  ])('that is %s is told as %s, and its rights are not looked at', (reason, state, changes) => {
    expect(check('service-account', changes)).toMatchObject({ state, reason });
    expect(check('service-account-rights', changes)).toBeUndefined();
  });

  test('that may do everything is fine', () => {
    expect(check('service-account', account())).toEqual({
      id: 'service-account',
      state: 'ok',
      login: 'Tracker-Bot',
    });
    expect(check('service-account-rights', account())).toMatchObject({
      state: 'ok',
      missing: [],
      projects: [],
    });
  });

  test.each([
    [['READ_ISSUE'], 'failed', ['READ_ISSUE']],
    [['LINK_ISSUE'], 'ok', []],
    [['LINK_ISSUE', 'UPDATE_ISSUE'], 'failed', ['LINK_ISSUE']],
    [['UPDATE_ARTICLE', 'READ_PROJECT_BASIC'], 'warning', ['UPDATE_ARTICLE']],
    [['UPDATE_USER'], 'ok', ['UPDATE_USER']],
  ])('that lacks %j everywhere is %s', (lacked, state, missing) => {
    const holds = (permission: string, project?: string) =>
      project !== undefined || !lacked.includes(permission);
    expect(check('service-account-rights', account({ holds }))).toMatchObject({ state, missing });
  });

  test('that cannot read the issues of some projects is a warning, which names at most twenty', () => {
    const entities = Array.from({ length: 30 }, (_, index) =>
      fakePage({ key: `P${index + 10}-1`, projectKey: `P${index + 10}`, links: [link] }),
    );
    const holds = (_: string, project?: string) => project === undefined || project === 'P10';
    const found = check('service-account-rights', account({ holds }), { entities, projects: [] });
    expect(found).toMatchObject({ state: 'warning', missing: [] });
    expect(found).toHaveProperty(
      'projects',
      entities.slice(1, 21).map(({ project }) => project?.key),
    );
  });
});

describe('the other checks', () => {
  test('name the fields that tell nothing, and why, at most fifty', () => {
    expect(check('fields')).toEqual({ id: 'fields', state: 'ok', missing: [] });
    const types = { Стадия: 'state[1]', Assignee: 'user[1]', Until: 'date' };
    const own = { trackerAssigneeField: 'Until' };
    const world = { ...demo, projects: [fakeProject('DEMO', { types, own })] };
    const fields = { ...settings.fields, status: 'State' };
    expect(check('fields', { settings: { ...settings, fields } }, world)).toEqual({
      id: 'fields',
      state: 'warning',
      missing: [
        { project: 'DEMO', setting: 'statusField', field: 'State', reason: 'absent' },
        { project: 'DEMO', setting: 'deadlineField', field: 'Due Date', reason: 'unnamed' },
        { project: 'DEMO', setting: 'assigneeField', field: 'Until', reason: 'unfit' },
      ],
    });
    const keys = Array.from({ length: 30 }, (_, index) => `P${index}`);
    const many = {
      entities: keys.map((key) => fakePage({ key: `${key}-1`, projectKey: key, links: [link] })),
      projects: keys.map((key) => fakeProject(key, { types: {} })),
    };
    expect(check('fields', {}, many)).toHaveProperty('missing.length', 50);
  });

  test('name the projects that tell less than the company lets them', () => {
    const levels = { OPEN: undefined, LAX: 'full', SAME: 'status', HUSH: 'key', ODD: 'тайна' };
    const world = {
      entities: Object.keys(levels).map((key) =>
        fakePage({ key: `${key}-1`, projectKey: key, links: [link] }),
      ),
      projects: Object.entries(levels).map(([key, trackerDisclosure]) =>
        fakeProject(key, { own: { trackerDisclosure } }),
      ),
    };
    expect(check('disclosure', { settings: { ...settings, disclosure: 'status' } }, world)).toEqual({
      id: 'disclosure',
      state: 'ok',
      level: 'status',
      stricter: [
        { project: 'HUSH', level: 'key' },
        { project: 'ODD', level: 'key' },
      ],
    });
  });

  test('tell whether the guest can read issues, and leave it out where there is no guest', () => {
    expect(check('guest')).toBeUndefined();
    const findGuest = (changes: object) => ({ findGuest: () => fakeAccount('guest', changes) });
    expect(check('guest', findGuest({}))).toEqual({
      id: 'guest',
      state: 'ok',
      banned: false,
      canReadIssues: true,
    });
    expect(check('guest', findGuest({ isBanned: true }))).toMatchObject({
      banned: true,
      canReadIssues: false,
    });
    expect(check('guest', findGuest({ holds: () => false }))).toMatchObject({ canReadIssues: false });
  });

  test.each([
    [0, 'warning'],
    [7, 'ok'],
  ])('with %d identities known are %s', (known, state) => {
    expect(check('identities', { countIdentities: () => known })).toEqual({ id: 'identities', state, known });
  });

  test('count the values that cannot be read', () => {
    expect(check('stored-values')).toEqual({ id: 'stored-values', state: 'ok', unreadable: 0 });
    const entities = [issue, fakePage({ key: 'DEMO-2', stored: 'oops', flag: false })];
    expect(check('stored-values', {}, { entities, projects: [] })).toMatchObject({
      state: 'failed',
      unreadable: 1,
    });
  });

  test.each([
    [undefined, undefined, { reason: 'unset' }],
    [undefined, 'https://icons.example/open.svg', {}],
    ['/icons/done.svg', 'https://icons.example/open.svg', { reason: 'relative' }],
    ['done.svg', 'http://icons.example/open.svg', { reason: 'relative' }],
    ['https://icons.example/done.svg', 'HTTP://icons.example/open.svg', { reason: 'insecure' }],
    ['data:image/svg+xml,%3Csvg/%3E', undefined, { reason: 'relative' }],
    ['javascript:alert(1)', undefined, { reason: 'relative' }],
    ['https://jane@icons.example/done.svg', undefined, { reason: 'relative' }],
  ])('say of the icons %s and %s: %j', (resolvedIconUrl, unresolvedIconUrl, found) => {
    const changes = { settings: { ...settings, resolvedIconUrl, unresolvedIconUrl } };
    const state = 'reason' in found && found.reason !== 'unset' ? 'warning' : 'ok';
    expect(check('icons', changes)).toEqual({ id: 'icons', state, ...found });
  });
});
