import { describe, expect, test } from '@jest/globals';
import { forAdministrators } from '../../src/administration/for-administrators.ts';
import { prepareRegistration } from '../../src/registration/prepare-registration.ts';
import { fakeAccount, settings } from '../support/fake-host.ts';
import { fakeAdmin, fakePage } from '../support/fake-pages.ts';

const baseUrl = { href: 'https://youtrack.example.com', host: 'youtrack.example.com' };
const demo = fakePage({ kind: 'project', key: 'DEMO' });

function prepare(host = fakeAdmin({ entities: [demo] }), query: object = { baseUrl }) {
  const result = prepareRegistration(host, { baseUrl: undefined, project: undefined, ...query });
  return result.ok ? result.value.body : undefined;
}

describe('a registration', () => {
  test('has every kind of objects, with a token and without', () => {
    const kinds = prepare()?.applications.map(({ kind, access, name }) => `${kind} ${access}: ${name}`);
    expect(kinds).toEqual([
      'issue token: YouTrack',
      'issue guest: YouTrack',
      'article token: YouTrack articles',
      'article guest: YouTrack articles',
      'project token: YouTrack projects',
      'project guest: YouTrack projects',
      'user token: YouTrack people',
      'user guest: YouTrack people',
    ]);
  });

  test('names the caller as responsible', () => {
    const account = fakeAccount('ada', { name: 'Ада Адлер', email: 'ada@example.com' });
    expect(prepare(fakeAdmin({ entities: [] }, { caller: account }))?.responsible).toEqual({
      name: 'Ада Адлер',
      login: 'ada',
      email: 'ada@example.com',
    });
    expect(prepare(fakeAdmin({ entities: [] }))?.responsible).toEqual({ name: 'ada', login: 'ada' });
  });

  test('shows the icon that is set, or else one of the server', () => {
    const unresolvedIconUrl = 'https://icons.example/open.svg';
    const host = fakeAdmin({ entities: [] }, { settings: { ...settings, unresolvedIconUrl } });
    expect(prepare(host)?.applications[0]?.defaultIconUrl).toBe(unresolvedIconUrl);
    const insecure = { ...settings, unresolvedIconUrl: 'http://icons.example/open.svg' };
    const other = prepare(fakeAdmin({ entities: [] }, { settings: insecure }));
    expect(other?.applications[0]?.defaultIconUrl).toBe('https://youtrack.example.com/favicon.ico');
    expect(prepare()?.applications[0]?.defaultIconUrl).toBe('https://youtrack.example.com/favicon.ico');
  });

  test("lets the guest create through a project, under the project's own spelling", () => {
    const guest = prepare(undefined, { baseUrl, project: 'demo' })?.applications[1];
    expect(guest?.createLinkUrl).toContain('/api/admin/projects/DEMO/');
  });

  test('knows no project that there is none of, or that is hidden', () => {
    const hidden = fakePage({ kind: 'project', key: 'HID', isVisible: false });
    for (const project of ['NONE', 'HID']) {
      const result = prepareRegistration(fakeAdmin({ entities: [hidden] }), { baseUrl, project });
      expect(result).toMatchObject({ problem: { reason: 'not_found', problems: [{ field: 'project' }] } });
    }
  });

  test('takes the address from an issue where none is given', () => {
    const issue = fakePage({ key: 'DEMO-1', url: 'https://example.com/youtrack/issue/DEMO-1' });
    const recent = fakeAdmin({ entities: [] }, { listRecentIssues: () => [issue] });
    expect(prepare(recent, {})?.baseUrl).toBe('https://example.com/youtrack');
  });

  test('else from anything linked, or asks for it', () => {
    const url = 'https://example.com/articles/DEMO-A-1';
    const article = fakePage({ kind: 'article', key: 'DEMO-A-1', url, links: [['TEST-1', 1, 'jane']] });
    const user = fakePage({ kind: 'user', key: 'jane', links: [['TEST-1', 1, 'jane']] });
    expect(prepare(fakeAdmin({ entities: [user, article] }), {})?.baseUrl).toBe('https://example.com');
    const nothing = prepareRegistration(fakeAdmin({ entities: [user] }), {
      baseUrl: undefined,
      project: undefined,
    });
    expect(nothing).toMatchObject({ problem: { reason: 'malformed', problems: [{ field: 'baseUrl' }] } });
  });

  test('is for administrators of apps alone', () => {
    const asked: string[] = [];
    const account = fakeAccount('jane', {
      holds(permission) {
        asked.push(permission);
        return false;
      },
    });
    const run = forAdministrators(() => {
      throw new Error('must not run');
    });
    expect(run(fakeAdmin({ entities: [] }, { caller: account }), undefined)).toMatchObject({
      problem: { reason: 'not_administrator', problems: [{ expected: 'the permission ADMIN_UPDATE_APP' }] },
    });
    expect(asked).toEqual(['ADMIN_UPDATE_APP']);
  });
});
