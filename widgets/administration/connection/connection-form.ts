import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { AppSettings } from './app-settings.ts';

export const organizationKinds = ['360', 'cloud'] as const;
export const audiences = ['nobody', 'linkers', 'readers'] as const;

/** What the page lets an administrator say of the connection. Empty texts are unset. */
export interface ConnectionForm {
  readonly organizationId: string;
  readonly organizationKind: (typeof organizationKinds)[number];
  /** As it is typed now; the stored one is never shown. */
  readonly token: string;
  readonly isTokenStored: boolean;
  readonly applications: Readonly<Record<EntityKind, string>>;
  readonly audience: (typeof audiences)[number];
}

/** The form as the settings fill it. */
export function toForm(settings: AppSettings): ConnectionForm {
  const read = (name: string) => (typeof settings[name] === 'string' ? settings[name] : '');
  return {
    organizationId: read('trackerOrganizationId'),
    organizationKind: organizationKinds.find((kind) => kind === settings.trackerOrganizationKind) ?? '360',
    token: '',
    isTokenStored: Boolean(settings.trackerAuthorization),
    applications: {
      issue: read('issueApplication'),
      article: read('articleApplication'),
      project: read('projectApplication'),
      user: read('userApplication'),
    },
    audience: audiences.find((audience) => audience === settings.trackerDetails) ?? 'nobody',
  };
}

/** The settings that the form stands for; a token that was not typed anew is left as it is. */
export function toChanges(form: ConnectionForm): AppSettings {
  const { issue, article, project, user } = form.applications;
  return {
    trackerOrganizationId: form.organizationId.trim() || undefined,
    trackerOrganizationKind: form.organizationKind,
    ...(form.token.trim() !== '' && { trackerAuthorization: toAuthorization(form.token) }),
    issueApplication: issue || undefined,
    articleApplication: article || undefined,
    projectApplication: project || undefined,
    userApplication: user || undefined,
    trackerDetails: form.audience,
  };
}

/** The whole value of the header. Tokens of the services of Yandex Cloud begin with `t1.`; all others are Yandex ID's. */
export function toAuthorization(typed: string): string {
  const token = typed.trim().replace(/^Authorization:\s*/i, '');
  const [, scheme, rest] = /^(OAuth|Bearer)\s+(\S.*)$/i.exec(token) ?? [];
  if (scheme !== undefined) return `${scheme.toLowerCase() === 'bearer' ? 'Bearer' : 'OAuth'} ${rest}`;
  return `${token.startsWith('t1.') ? 'Bearer' : 'OAuth'} ${token}`;
}
