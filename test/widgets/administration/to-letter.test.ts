import { describe, expect, test } from '@jest/globals';
import type { RegistrationApplication } from '../../../src/administration/registration-answer.ts';
import { toLetter } from '../../../widgets/administration/registration/to-letter.ts';

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
const responsible = { name: 'Мария Кузнецова', login: 'maria', email: 'maria@example.com' };

describe('the letter', () => {
  test('has every parameter of an external application under its documented name', () => {
    const letter = toLetter({ language: 'ru', applications: [application], responsible });
    expect(letter.split('\n').filter((line) => /^\w+: /.test(line))).toEqual([
      'id: com.example.youtrack.issue',
      'name: YouTrack',
      `defaultIconUrl: ${application.defaultIconUrl}`,
      `frontUrl: ${application.frontUrl}`,
      'responsible: Мария Кузнецова <maria@example.com>',
      'oauthToken: (передадим отдельно)',
      `entityInfoUrl: ${application.entityInfoUrl}`,
      `createLinkUrl: ${createLinkUrl}`,
      `removeLinkUrl: ${application.removeLinkUrl}`,
      'canLinkFromFront: true',
    ]);
  });

  test('without a token names none, and leaves out what no fixed address can do', () => {
    const letter = toLetter({ language: 'en', applications: [guest], responsible });
    expect(letter).not.toContain('oauthToken');
    expect(letter).not.toContain('createLinkUrl');
    expect(letter).toContain('canLinkFromFront: false');
    expect(letter).toContain('without a token');
  });

  test('is in one language alone, whatever the names in it', () => {
    const english = toLetter({ language: 'en', applications: [application], responsible });
    expect(english.replaceAll('Мария Кузнецова', '')).not.toMatch(/\p{Script=Cyrillic}/u);
    expect(toLetter({ language: 'ru', applications: [application], responsible })).toMatch(/^Здравствуйте/);
  });

  test('can ask for several applications at once', () => {
    const letter = toLetter({
      language: 'ru',
      applications: [application, application, application],
      responsible,
    });
    expect(letter).toContain('3 внешних приложения');
    expect(letter.match(/^id: /gm)).toHaveLength(3);
  });
});
