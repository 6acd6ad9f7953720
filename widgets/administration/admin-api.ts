import type { AllLinksAnswer } from '../../src/administration/all-links-answer.ts';
import type { AuditAnswer, ForgetAnswer } from '../../src/administration/audit-answer.ts';
import type { SamplesAnswer } from '../../src/checks/samples-answer.ts';
import type { StatusAnswer } from '../../src/checks/status-answer.ts';
import type { EntityKind } from '../../src/protocol/entity-key.ts';
import type { LetterAnswer } from '../../src/registration/keep-letter.ts';
import type { LetterParts } from '../../src/registration/letter-parts.ts';
import type { RegistrationAnswer } from '../../src/registration/registration-answer.ts';
import type { AppClient } from '../shared/host/create-client.ts';
import type { Outcome } from '../shared/host/failure.ts';

/** The parameters of the administration's `links`, under their wire names. */
export type LinksParameters = Readonly<Record<string, string | undefined>>;

/** An object of YouTrack by its exact kind and key. */
export interface NamedObject {
  readonly kind: EntityKind;
  readonly key: string;
}

/** The endpoints of the administration page. */
export interface AdminApi {
  registration(query: {
    readonly baseUrl?: string | undefined;
    readonly project?: string | undefined;
  }): Promise<Outcome<RegistrationAnswer>>;
  status(): Promise<Outcome<StatusAnswer>>;
  samples(projects: readonly string[]): Promise<Outcome<SamplesAnswer>>;
  /** `2026-01-31`, or undefined to forget it. */
  dateLetter(sentOn: string | undefined): Promise<Outcome<LetterAnswer>>;
  /** What a person has written into the letter takes the place of what was kept. */
  keepLetter(letter: LetterParts): Promise<Outcome<LetterAnswer>>;
  links(parameters: LinksParameters): Promise<Outcome<AllLinksAnswer>>;
  audit(skip: number, top: number): Promise<Outcome<AuditAnswer>>;
  /** The same for one object, with the whole of what is stored. */
  auditOne(object: NamedObject): Promise<Outcome<AuditAnswer>>;
  forget(object: NamedObject): Promise<Outcome<ForgetAnswer>>;
  /** A link is removed, and made again, as anybody may who may change the object. */
  removeLink(object: NamedObject, issueKey: string): Promise<Outcome<unknown>>;
  addLink(object: NamedObject, issueKey: string): Promise<Outcome<unknown>>;
}

export function createAdminApi(client: AppClient): AdminApi {
  return {
    registration: (query) => client.call({ endpoint: 'admin/registration', scope: 'global', query }),
    samples: (projects) =>
      client.call({ endpoint: 'admin/samples', scope: 'global', query: { projects: projects.join(',') } }),
    dateLetter: (sentOn) =>
      client.call({
        endpoint: 'admin/registration',
        scope: 'global',
        method: 'POST',
        body: { sentOn: sentOn ?? null },
      }),
    keepLetter: (letter) =>
      client.call({
        endpoint: 'admin/registration',
        scope: 'global',
        method: 'POST',
        body: { letter },
      }),
    status: () => client.call({ endpoint: 'admin/status', scope: 'global' }),
    links: (query) => client.call({ endpoint: 'admin/links', scope: 'global', query }),
    audit: (skip, top) =>
      client.call({
        endpoint: 'admin/audit',
        scope: 'global',
        query: { skip: String(skip), top: String(top) },
      }),
    auditOne: ({ kind, key }) => {
      const isPrefixed = kind === 'user' || kind === 'project';
      const query = { key: isPrefixed ? `${kind}:${key}` : key };
      return client.call({ endpoint: 'admin/audit', scope: 'global', query });
    },
    forget: ({ kind, key }) =>
      client.call({
        endpoint: 'admin/audit/forget',
        scope: 'global',
        method: 'POST',
        body: { kind, key },
      }),
    removeLink: ({ kind, key }, issueKey) =>
      client.call({
        endpoint: 'global/links',
        scope: 'global',
        method: 'DELETE',
        query: { kind, issueKey, remoteKey: key },
      }),
    addLink: ({ kind, key }, issueKey) =>
      client.call({
        endpoint: 'global/links',
        scope: 'global',
        method: 'POST',
        query: { kind },
        body: { issueKey, entityIds: [key] },
      }),
  };
}
