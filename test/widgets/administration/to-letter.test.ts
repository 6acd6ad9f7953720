import { describe, expect, test } from '@jest/globals';
import type { RegistrationApplication } from '../../../src/registration/registration-answer.ts';
import { type LetterOptions, toLetter } from '../../../widgets/administration/registration/to-letter.ts';

const base = 'https://youtrack.example.com';
const application: RegistrationApplication = {
  kind: 'issue',
  access: 'token',
  id: 'com.example.youtrack.issue',
  name: 'YouTrack',
  defaultIconUrl: `${base}/favicon.ico`,
  frontUrl: `${base}/issue/{{remoteKey}}`,
  entityInfoUrl: `${base}/api/extensionEndpoints/tracker-links/global/info?key={{remoteKey}}`,
  createLinkUrl: `${base}/api/extensionEndpoints/tracker-links/global/links`,
  removeLinkUrl: `${base}/api/extensionEndpoints/tracker-links/global/links?issueKey={{issueKey}}&remoteKey={{remoteKey}}`,
  canLinkFromFront: true,
};
const { createLinkUrl, ...withoutCreate } = application;
const guest: RegistrationApplication = { ...withoutCreate, access: 'guest', canLinkFromFront: false };

const contact = 'Мария Кузнецова <maria@example.com>';

function write(changes: Partial<LetterOptions> = {}) {
  return toLetter({
    language: 'ru',
    applications: [application],
    contact,
    organization: { name: '', id: '' },
    names: {},
    ...changes,
  });
}

describe('the letter', () => {
  test('has every parameter of an external application under its documented name', () => {
    expect(
      write()
        .body.split('\n')
        .filter((line) => /^\w+: /.test(line)),
    ).toEqual([
      'id: com.example.youtrack.issue',
      'name: YouTrack',
      `defaultIconUrl: ${application.defaultIconUrl}`,
      `frontUrl: ${application.frontUrl}`,
      `responsible: ${contact}`,
      'oauthToken: (передадим отдельно)',
      `entityInfoUrl: ${application.entityInfoUrl}`,
      `createLinkUrl: ${createLinkUrl}`,
      `removeLinkUrl: ${application.removeLinkUrl}`,
      'canLinkFromFront: true',
    ]);
  });

  test('without a token names none, and says nothing of what no fixed address can do', () => {
    const { body } = write({ language: 'en', applications: [guest] });
    expect(body).not.toContain('oauthToken');
    expect(body).not.toContain('createLinkUrl');
    expect(body).not.toContain('POST');
    expect(body).toContain('canLinkFromFront: false');
    expect(body).toContain('Links are created on our side only. A link is removed by DELETE.');
    expect(body).toContain('without a token');
    expect(body).not.toContain('Bearer');
  });

  test('about some kinds that can be created says where', () => {
    const { body } = write({ language: 'en', applications: [{ ...application, access: 'guest' }, guest] });
    expect(body).toContain('Where createLinkUrl is given, a link is created by POST');
  });

  test('names the organisation in its subject and its text, by name, id or both', () => {
    const both = write({ language: 'en', organization: { name: 'Acme', id: '4711' } });
    expect(both.subject).toBe('Register external applications for Acme (4711)');
    expect(both.body).toContain('\nOrganisation: Acme (4711)\n');
    expect(write({ organization: { name: ' ', id: ' 4711 ' } }).subject).toBe(
      'Регистрация внешних приложений: 4711',
    );
    expect(write().subject).toBe('Регистрация внешних приложений');
  });

  test('calls applications as they were renamed, else in its own language', () => {
    const people = { ...application, kind: 'user' as const };
    expect(write({ applications: [people] }).body).toContain('\nname: Пользователи YouTrack\n');
    expect(write({ applications: [people], names: { user: ' Сотрудники ' } }).body).toContain(
      '\nname: Сотрудники\n',
    );
    expect(write({ applications: [people], names: { user: ' ' } }).body).toContain(
      '\nname: Пользователи YouTrack\n',
    );
  });

  test('is in one language alone, whatever the names in it', () => {
    const { subject, body } = write({ language: 'en' });
    expect(`${subject} ${body}`.replaceAll('Мария Кузнецова', '')).not.toMatch(/\p{Script=Cyrillic}/u);
    expect(write().body).toMatch(/^Здравствуйте/);
    expect(write().body).toMatch(/Спасибо!\nМария Кузнецова$/);
  });

  test('leads to Tracker’s page on what to send, in its language', () => {
    expect(write().body).toContain('https://yandex.ru/support/tracker/ru/ext-app-info');
    expect(write({ language: 'en' }).body).toContain('https://yandex.ru/support/tracker/en/ext-app-info');
  });

  test('can ask for several applications at once', () => {
    const { body } = write({ applications: [application, application, application] });
    expect(body).toContain('3 внешних приложения');
    expect(body.match(/^id: /gm)).toHaveLength(3);
  });
});
